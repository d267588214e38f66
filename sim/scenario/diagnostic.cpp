#include "sim/scenario/diagnostic.hpp"

#include <fmt/format.h>

namespace trainyard {

namespace {

constexpr int longest_shown = 160;  // characters of a source line

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The first `count` characters of UTF-8 text.
std::string first_characters(const std::string& text, int count) {
    std::size_t bytes = 0;
    for (; bytes < text.size(); ++bytes) {
        if (!continues_character(text[bytes]) && count-- == 0) {
            break;
        }
    }
    return text.substr(0, bytes);
}

// As wide as what stands before the caret, tabs included.
std::string blanks_like(const std::string& text) {
    std::string blanks;
    for (const char byte : text) {
        if (!continues_character(byte)) {
            blanks += byte == '\t' ? '\t' : ' ';
        }
    }
    return blanks;
}

std::string snippet(const std::string& source_line, int line, int column, int width) {
    if (source_line.empty()) {
        return {};
    }
    const std::string shown = first_characters(source_line, longest_shown);
    std::string text = fmt::format("{:4} | {}{}\n", line, shown, shown == source_line ? "" : " …");
    if (column <= longest_shown) {
        const std::string before = first_characters(source_line, column - 1);
        const int most = longest_shown - column + 1;
        const int tail = (width < most ? width : most) - 1;
        text += fmt::format("     | {}^{:~>{}}\n", blanks_like(before), "", tail > 0 ? tail : 0);
    }
    return text;
}

}  // namespace

std::string render(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const Diagnostic& each : diagnostics) {
        text += fmt::format("{}:{}:{}: error: {}{}{}\n", each.file, each.line, each.column, each.path,
                            each.path.empty() ? "" : ": ", each.message);
        text += snippet(each.source_line, each.line, each.column, each.caret_width);
        if (each.related) {
            const RelatedPlace& there = *each.related;
            text += fmt::format("{}:{}:{}: note: {}\n", there.file, there.line, there.column, there.note);
            text += snippet(there.source_line, there.line, there.column, 1);
        }
    }
    return text;
}

}  // namespace trainyard
