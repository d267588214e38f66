// Words as a POSIX shell reads and writes them, without a shell.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/cluster/refusal.hpp"

namespace trainyard {

// The word as a shell must see it to take it for exactly this text: bare where it is harmless, else in
// single quotes. A word with what must not reach a terminal is written in escapes that bash reads.
std::string shell_quoted(std::string_view word);
std::string shell_quoted(const std::vector<std::string>& words);  // with blanks between

// Splits at blanks; '…', "…" and \ quote as in a shell. Nothing is expanded: $HOME and * stay as they
// are.
std::variant<std::vector<std::string>, Refusal> shell_words(std::string_view text);

}  // namespace trainyard
