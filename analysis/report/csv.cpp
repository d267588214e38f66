#include "analysis/report/csv.hpp"

#include <algorithm>

namespace trainyard {

std::string CsvLines::field() {
    if (at_ >= text_.size() || text_[at_] != '"') {
        const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
        const std::string plain{text_.substr(at_, end - at_)};
        at_ = end;
        return plain;
    }
    std::string quoted;
    for (++at_; at_ < text_.size(); ++at_) {
        if (text_[at_] == '"') {
            ++at_;
            if (at_ >= text_.size() || text_[at_] != '"') {
                break;
            }
        }
        quoted += text_[at_];
    }
    return quoted;
}

bool CsvLines::next(std::vector<std::string>& fields) {
    fields.clear();
    if (at_ >= text_.size()) {
        return false;
    }
    for (;;) {
        fields.push_back(field());
        const bool more = at_ < text_.size() && text_[at_] == ',';
        ++at_;
        if (!more) {
            return true;
        }
    }
}

}  // namespace trainyard
