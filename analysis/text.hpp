// Text for people: amounts with separators, readable durations, and names that were written by
// somebody else made safe to print. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

// The text with control characters, direction overrides and broken UTF-8 shown as \xNN or \u{NNNN}:
// a name from a file can neither move the cursor nor fake a line.
std::string printable(std::string_view text);

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

// "$12,345", below 100 dollars "$12.34".
std::string readable_usd(double usd);

// "45 s", "12.5 min", "3.2 h"; from two days on "2.1 d". seconds >= 0.
std::string readable_duration(double seconds);

// A count or a mean of counts: "12", "12.5", "1,204".
std::string readable_number(double value);

// 0.125: "12.5 %".
std::string readable_share(double ratio);

}  // namespace trainyard
