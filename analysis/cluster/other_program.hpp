// Programs that are not ours, such as sbatch.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/cluster/refusal.hpp"

namespace trainyard {

struct ProgramEnd {
    int exit_code = 0;
    std::string out;     // its standard output
    std::string errors;  // its standard error
};

// Runs a program, found in PATH, with these arguments, the first of which is its name, and waits for
// it; no shell is involved. It reads nothing, has the default signals, and Ctrl-C on the terminal is
// not for it. Refused: it could not be started, was killed by a signal, or had to be killed because
// it, or a child of its that kept its output open, took longer than `timeout`. Throws
// std::system_error when the system has no pipes left.
std::variant<ProgramEnd, Refusal> run_program(const std::vector<std::string>& words,
                                              std::chrono::milliseconds timeout);

}  // namespace trainyard
