#include "sim/scenario/diagnostic.hpp"

#include <fmt/format.h>

#include <tuple>

#include "sim/core/printable.hpp"

namespace trainyard {

namespace {

constexpr int longest_shown = 110;  // characters of a source line
constexpr int room_after = 30;      // of which at least so many follow the caret's column
constexpr int room_before = 60;     // … or precede it, where the line's beginning is left out

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

// Without what would draw on a terminal, each character in its column.
std::string in_columns(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const CodePoint next = first_code_point(text).value_or(CodePoint{});
        shown += is_unsafe(next.value) && next.value != U'\t' ? " " : text.substr(0, next.bytes);
        text.remove_prefix(next.bytes);
    }
    return shown;
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

// The line, or of a long one the part around the column, and the caret below it.
std::string snippet(const std::string& source_line, int line, int column, int width) {
    if (source_line.empty()) {
        return {};
    }
    const int skipped = column > longest_shown - room_after ? column - room_before : 0;
    const std::string start = first_characters(source_line, skipped);
    const std::string rest = source_line.substr(start.size());
    const std::string front = first_characters(rest, longest_shown);
    const std::string shown = in_columns(front);
    const std::string_view left = skipped > 0 ? "… " : "";
    const std::string before = first_characters(shown, column - 1 - skipped);
    const int most = longest_shown - (column - skipped);
    const int tail = width - 1 < most ? width - 1 : most;
    return fmt::format("{:4} | {}{}{}\n     | {}{}^{:~>{}}\n", line, left, shown,
                       front.size() == rest.size() ? "" : " …", skipped > 0 ? "  " : "", blanks_like(before),
                       "", tail > 0 ? tail : 0);
}

bool same(const std::optional<RelatedPlace>& a, const std::optional<RelatedPlace>& b) {
    return a && b &&
           std::tie(a->file, a->line, a->column, a->note) == std::tie(b->file, b->line, b->column, b->note);
}

}  // namespace

std::string render(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    std::optional<RelatedPlace> before;
    for (const Diagnostic& each : diagnostics) {
        text += printable(fmt::format("{}:{}:{}: error: {}{}{}", each.file, each.line, each.column, each.path,
                                      each.path.empty() ? "" : ": ", each.message)) +
                "\n";
        text += snippet(each.source_line, each.line, each.column, each.caret_width);
        if (each.related && !same(each.related, before)) {
            const RelatedPlace& there = *each.related;
            text += printable(
                        fmt::format("{}:{}:{}: note: {}", there.file, there.line, there.column, there.note)) +
                    "\n";
            text += snippet(there.source_line, there.line, there.column, 1);
        }
        before = each.related;
    }
    return text;
}

}  // namespace trainyard
