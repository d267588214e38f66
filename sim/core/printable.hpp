// Text that somebody else wrote, made safe for a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trainyard {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

// The code point at the front of text that is not empty; nothing where that is no UTF-8 (overlong forms,
// surrogates and what is beyond Unicode included).
std::optional<CodePoint> first_code_point(std::string_view text);

// Control characters (C0, DEL and C1, tab and line feed among them), and what turns the direction of
// writing or ends a line.
bool is_unsafe(char32_t c);

// The text with those, and with broken UTF-8, shown as \xNN or \u{NNNN}: a name from a file can neither
// move the cursor nor fake a line.
std::string printable(std::string_view text);

// Whether all of it is UTF-8 that can be printed as it is; line feeds and tabs are fine.
bool is_plain_text(std::string_view text);

}  // namespace trainyard
