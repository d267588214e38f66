// Lines and columns of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

// Wrapped to lines of at most `width` columns, each ended; lines but the first are indented.
std::string paragraph(std::string_view text, std::size_t width, std::size_t indent = 0);

enum class Align { left, right };

// Cells in columns as wide as their widest cell, two blanks between them, without trailing blanks.
// Rows may be shorter than others; a row of a single cell is a heading and takes no part in the widths.
class Columns {
public:
    explicit Columns(std::vector<Align> align) : align_{std::move(align)} {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    std::size_t width() const;
    std::vector<std::string> lines() const;
    std::string text() const;

private:
    std::vector<std::size_t> widths() const;

    std::vector<Align> align_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace trainyard
