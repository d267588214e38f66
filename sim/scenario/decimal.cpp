#include "sim/scenario/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace trainyard {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
    }
    return end - from;
}

std::string without_leading_zeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

// ".nan", "-.inf", "0x1F", "0123", "20_000", "1,000": numbers elsewhere, not here.
std::string foreign_number(std::string_view text) {
    const std::string_view bare = text.substr(text.empty() || (text[0] != '-' && text[0] != '+') ? 0 : 1);
    const auto begins = [&](std::string_view with) { return bare.starts_with(with); };
    if (begins(".nan") || begins(".NaN") || begins(".NAN") || begins("nan") || begins("NaN")) {
        return "is not a number";
    }
    if (begins(".inf") || begins(".Inf") || begins(".INF") || begins("inf")) {
        return "is infinite (leave the key out where there is no limit)";
    }
    if (begins("0x") || begins("0X") || begins("0o")) {
        return "is not a decimal number";
    }
    return {};
}

// The optional exponent at `at`: its length and value.
struct Exponent {
    std::size_t length = 0;
    int value = 0;
    bool too_large = false;
};

Exponent exponent_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) {
        return {};
    }
    const bool sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+');
    const std::size_t first = at + (sign ? 2 : 1);
    const std::size_t count = digits_at(text, first);
    if (count == 0) {
        return {};
    }
    int value = 0;
    const auto result = std::from_chars(text.data() + first, text.data() + first + count, value);
    const bool too_large = result.ec != std::errc{} || value > 9999;
    return {first + count - at, sign && text[at + 1] == '-' ? -value : value, too_large};
}

}  // namespace

DecimalPrefix read_decimal(std::string_view text) {
    DecimalPrefix result;
    result.problem = foreign_number(text);
    if (!result.problem.empty()) {
        return result;
    }
    const bool negative = !text.empty() && text[0] == '-';
    const std::size_t start = negative ? 1 : 0;
    const std::size_t whole = digits_at(text, start);
    if (whole == 0) {
        return result;
    }
    if (whole > 1 && text[start] == '0') {
        const std::string bare = without_leading_zeros(std::string{text.substr(start, whole)});
        result.problem =
            fmt::format("has a leading zero (write {}{})", negative ? "-" : "", bare.empty() ? "0" : bare);
        return result;
    }
    std::size_t end = start + whole;
    const std::size_t decimals = end < text.size() && text[end] == '.' ? digits_at(text, end + 1) : 0;
    std::string digits{text.substr(start, whole)};
    if (decimals > 0) {
        digits += text.substr(end + 1, decimals);
        end += 1 + decimals;
    }
    if (end < text.size() &&
        (text[end] == '_' || text[end] == ',' || text[end] == '.' || text[end] == '\'')) {
        result.problem =
            fmt::format("has a `{}` inside of the number (write digits and at most one `.`)", text[end]);
        return result;
    }
    const Exponent exponent = exponent_at(text, end);
    end += exponent.length;
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + end, value);
    const bool nonzero = digits.find_first_not_of('0') != std::string::npos;
    if (exponent.too_large || parsed.ec != std::errc{} || (value == 0 && nonzero)) {
        result.problem = "is beyond what a number can be";
        return result;
    }
    result.number = Decimal{negative, without_leading_zeros(std::move(digits)),
                            exponent.value - static_cast<int>(decimals), value};
    result.length = end;
    return result;
}

bool has_at_most_decimals(const Decimal& number, int places) {
    const std::size_t last = number.digits.find_last_not_of('0');
    if (last == std::string::npos) {
        return true;
    }
    return number.exponent + static_cast<int>(number.digits.size() - 1 - last) >= -places;
}

std::optional<std::int64_t> fixed_point(const Decimal& number, int places) {
    if (!has_at_most_decimals(number, places)) {
        return std::nullopt;
    }
    std::string digits = number.digits;
    for (int shift = number.exponent + places; shift < 0 && !digits.empty(); ++shift) {
        digits.pop_back();
    }
    if (!digits.empty()) {
        const int zeros = std::max(number.exponent + places, 0);
        if (digits.size() + static_cast<std::size_t>(zeros) > 19) {
            return std::nullopt;
        }
        digits.append(static_cast<std::size_t>(zeros), '0');
    }
    std::int64_t value = 0;
    if (!digits.empty()) {
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (result.ec != std::errc{}) {
            return std::nullopt;
        }
    }
    return number.negative ? -value : value;
}

}  // namespace trainyard
