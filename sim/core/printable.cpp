#include "sim/core/printable.hpp"

#include <array>
#include <cstdint>

namespace trainyard {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// At least so many hexadecimal digits.
std::string hex(std::uint32_t value, std::size_t digits) {
    std::string text;
    while (value > 0 || text.size() < digits) {
        text.insert(text.begin(), "0123456789abcdef"[value % 16]);
        value /= 16;
    }
    return text;
}

}  // namespace

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

bool is_unsafe(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                           c == 0x200F || c == 0x2028 || c == 0x2029;
    return control || direction;
}

std::string printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::optional<CodePoint> next = first_code_point(text);
        const std::size_t bytes = next ? next->bytes : 1;
        if (!next || (is_unsafe(next->value) && next->value < 0x80)) {
            out += "\\x" + hex(static_cast<unsigned char>(text.front()), 2);
        } else if (is_unsafe(next->value)) {
            out += "\\u{" + hex(static_cast<std::uint32_t>(next->value), 4) + "}";
        } else {
            out += text.substr(0, bytes);
        }
        text.remove_prefix(bytes);
    }
    return out;
}

bool is_plain_text(std::string_view text) {
    while (!text.empty()) {
        const std::optional<CodePoint> next = first_code_point(text);
        if (!next || (is_unsafe(next->value) && next->value != U'\n' && next->value != U'\t')) {
            return false;
        }
        text.remove_prefix(next->bytes);
    }
    return true;
}

}  // namespace trainyard
