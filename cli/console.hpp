// The two standard streams: results go to standard output, everything else to standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trainyard {

// Columns of an answer in words.
inline constexpr std::size_t answer_width = 100;

// Exit codes of the program.
inline constexpr int exit_fine = 0;
inline constexpr int exit_expectation_failed = 1;
inline constexpr int exit_bad_input = 2;
inline constexpr int exit_run_failed = 3;        // also: the results could not be written
inline constexpr int exit_to_be_continued = 75;  // a shard that SIGTERM has ended in good order
inline constexpr int exit_interrupted = 130;

// Before anything else is opened: a closed standard stream must not become some other file, and a
// reader that goes away, or a file beyond the limit (`ulimit -f`), must be an error message, not a signal.
void prepare_standard_streams();

// All of the text, or OutputError.
void print_result(std::string_view text);

// A line on standard error.
void say(const std::string& line);
void complain(const std::string& what);  // "trainyard: error: ..."

// Whether results go to a terminal that may be coloured (NO_COLOR is honoured).
bool colour_wanted();

}  // namespace trainyard
