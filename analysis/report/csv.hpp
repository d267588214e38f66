// Reading back the CSV that trainyard writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

// Lines without a header, fields by RFC 4180. The text must outlive it.
class CsvLines {
public:
    explicit CsvLines(std::string_view text) : text_{text} {}
    // Puts the next line's fields there; false at the end.
    bool next(std::vector<std::string>& fields);

private:
    std::string field();

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace trainyard
