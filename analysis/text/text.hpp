// Text for people: amounts with separators, readable durations. Pure functions. Names that were written by
// somebody else are made safe to print by sim/core/printable.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/printable.hpp"

namespace trainyard {

// Columns that printable text takes on a terminal.
std::size_t display_width(std::string_view text);

// At most `width` columns: longer text is cut and ends in "...". width >= 4.
std::string shortened(std::string_view text, std::size_t width);

// Words on lines of at most `width` columns; a longer word is cut.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

std::string padded_left(const std::string& text, std::size_t width);
std::string padded_right(const std::string& text, std::size_t width);

// 1234567.891 with 1 decimal: "1,234,567.9".
std::string with_separators(double value, int decimals);

// How a value is shown: value / divisor with so many decimals, between prefix and suffix.
struct Scale {
    double divisor = 1;
    int decimals = 0;
    const char* prefix = "";
    const char* suffix = "";
};

Scale usd_scale(double usd);           // "$12,345", below 100 dollars "$12.34"
Scale duration_scale(double seconds);  // "45 s", "12.5 min", "3.2 h"; from two days on "2.1 d"
Scale number_scale(double value);      // "12", "12.5", "1,204"
Scale share_scale();                   // 0.125: "12.5 %"

// "$12,345", with a margin other than 0 "$12,345 ±67".
std::string in_scale(const Scale& scale, double value, std::optional<double> margin = std::nullopt);

std::string readable_usd(double usd);
std::string readable_duration(double seconds);
std::string readable_share(double ratio);

}  // namespace trainyard
