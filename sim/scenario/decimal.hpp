// Strict decimal numbers: what a person writes, never octal, hexadecimal, infinite or "20_000".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trainyard {

// A decimal number as written: digits x 10^exponent.
struct Decimal {
    bool negative = false;
    std::string digits;  // without leading zeros; empty for 0
    int exponent = 0;
    double value = 0;  // the nearest double
};

// The number at the beginning of `text`, how many characters of it that is, or what is wrong with
// it in words ("has a leading zero"). With neither a number nor a problem, the text does not begin with a
// number.
struct DecimalPrefix {
    std::optional<Decimal> number;
    std::size_t length = 0;
    std::string problem;
};
DecimalPrefix read_decimal(std::string_view text);

// number x 10^places as a whole number; nothing when digits would be lost or it is beyond 9.2e18.
std::optional<std::int64_t> fixed_point(const Decimal& number, int places);

// Whether the number has at most so many decimals.
bool has_at_most_decimals(const Decimal& number, int places);

}  // namespace trainyard
