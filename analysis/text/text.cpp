#include "analysis/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace trainyard {
namespace {

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
