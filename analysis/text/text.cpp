#include "analysis/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace trainyard {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The well-formed code point at the front, or nothing.
std::optional<CodePoint> first_code_point(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) {
        return CodePoint{lead, 1};
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) {
        return std::nullopt;
    }
    char32_t value = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continues(text[i])) {
            return std::nullopt;
        }
        value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[bytes] || value > 0x10FFFF || surrogate) {
        return std::nullopt;
    }
    return CodePoint{value, bytes};
}

bool unsafe(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                           c == 0x200F || c == 0x2028 || c == 0x2029;
    return control || direction;
}

std::size_t columns(char32_t c) {
    const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    if (within(0x300, 0x36F) || within(0x200B, 0x200D) || within(0xFE00, 0xFE0F)) {
        return 0;
    }
    const bool wide = within(0x1100, 0x115F) || within(0x2E80, 0xA4CF) || within(0xAC00, 0xD7A3) ||
                      within(0xF900, 0xFAFF) || within(0xFE30, 0xFE6F) || within(0xFF00, 0xFF60) ||
                      within(0xFFE0, 0xFFE6) || within(0x1F300, 0x1FAFF) || within(0x20000, 0x3FFFD);
    return wide ? 2 : 1;
}

// The longest front of the text of at most `width` columns.
std::string_view front_of(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint next = first_code_point(text.substr(at)).value_or(CodePoint{U'?', 1});
        used += columns(next.value);
        if (used > width) {
            break;
        }
        at += next.bytes;
    }
    return text.substr(0, at);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::optional<CodePoint> next = first_code_point(text);
        const std::size_t bytes = next ? next->bytes : 1;
        if (!next || (unsafe(next->value) && next->value < 0x80)) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
        } else if (unsafe(next->value)) {
            out += fmt::format("\\u{{{:04x}}}", static_cast<std::uint32_t>(next->value));
        } else {
            out += text.substr(0, bytes);
        }
        text.remove_prefix(bytes);
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const CodePoint next = first_code_point(text).value_or(CodePoint{U'?', 1});
        width += columns(next.value);
        text.remove_prefix(next.bytes);
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) {
        return std::string{text};
    }
    return std::string{front_of(text, width - 3)} + "...";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        const std::string word = shortened(text.substr(0, blank), width);
        text.remove_prefix(std::min(blank + 1, text.size()));
        if (word.empty()) {
            continue;
        }
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines.push_back(std::exchange(line, ""));
        }
        line += line.empty() ? word : " " + word;
    }
    if (!line.empty()) {
        lines.push_back(line);
    }
    return lines;
}

std::string padded_left(const std::string& text, std::size_t width) {
    const std::size_t used = display_width(text);
    return std::string(used < width ? width - used : 0, ' ') + text;
}

std::string padded_right(const std::string& text, std::size_t width) {
    const std::size_t used = display_width(text);
    return text + std::string(used < width ? width - used : 0, ' ');
}

std::string with_separators(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t whole = std::min(text.find('.'), text.size());
    if (!std::isfinite(value)) {
        return fmt::format("{}", value);
    }
    for (std::size_t at = whole; at > 3; at -= 3) {
        text.insert(at - 3, ",");
    }
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return value < 0 && !zero ? "-" + text : text;
}

Scale usd_scale(double usd) { return {1, usd != 0 && std::abs(usd) < 100 ? 2 : 0, "$", ""}; }

Scale duration_scale(double seconds) {
    if (seconds < 59.5) {
        return {1, seconds == std::floor(seconds) || seconds >= 10 ? 0 : 1, "", " s"};
    }
    if (seconds < 59.95 * 60) {
        return {60, 1, "", " min"};
    }
    if (seconds < 47.95 * 3600) {
        return {3600, 1, "", " h"};
    }
    return {86400, 1, "", " d"};
}

Scale number_scale(double value) {
    const bool whole = value == std::floor(value) || std::abs(value) >= 1000;
    return {1, whole ? 0 : std::abs(value) < 10 ? 2 : 1, "", ""};
}

Scale share_scale() { return {0.01, 1, "", " %"}; }

std::string in_scale(const Scale& scale, double value, std::optional<double> margin) {
    std::string text = with_separators(std::abs(value) / scale.divisor, scale.decimals);
    const bool zero = text.find_first_of("123456789i") == std::string::npos;
    text = (value < 0 && !zero ? "-" : "") + (scale.prefix + text);
    if (margin && *margin != 0) {
        text += " ±" + with_separators(*margin / scale.divisor, scale.decimals);
    }
    return text + scale.suffix;
}

std::string readable_usd(double usd) { return in_scale(usd_scale(usd), usd); }
std::string readable_duration(double seconds) { return in_scale(duration_scale(seconds), seconds); }
std::string readable_share(double ratio) { return in_scale(share_scale(), ratio); }

}  // namespace trainyard
