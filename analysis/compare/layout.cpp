#include "analysis/compare/layout.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr std::size_t gap = 2;

}  // namespace

std::string paragraph(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    for (const std::string& line : wrapped(text, width - indent)) {
        out += (out.empty() ? "" : std::string(indent, ' ')) + line + "\n";
    }
    return out;
}

std::vector<std::size_t> Columns::widths() const {
    std::vector<std::size_t> widths(align_.size());
    for (const auto& row : rows_) {
        for (std::size_t i = 0; row.size() > 1 && i < row.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    return widths;
}

std::size_t Columns::width() const {
    const auto each = widths();
    return std::accumulate(each.begin(), each.end(), gap * (each.size() - 1));
}

std::vector<std::string> Columns::lines() const {
    const auto each = widths();
    std::vector<std::string> lines;
    for (const auto& row : rows_) {
        std::string& line = lines.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += i > 0 ? std::string(gap, ' ') : "";
            line += align_[i] == Align::left ? padded_right(row[i], each[i]) : padded_left(row[i], each[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
    }
    return lines;
}

std::string Columns::text() const {
    std::string out;
    for (const std::string& line : lines()) {
        out += line + "\n";
    }
    return out;
}

}  // namespace trainyard
