// What whole processes cost, children included.
#pragma once

#include <string>
#include <vector>

namespace trainyard::bench {

using Command = std::vector<std::string>;  // program and arguments

struct Cost {
    double cpu_s = 0;  // user and system
    double wall_s = 0;
    double peak_mb = 0;  // of its largest process
};

// Runs the commands one after another, `rounds` times over, so that what else the machine does falls on
// all of them alike, and returns the least that each took. Throws std::runtime_error when one fails.
std::vector<Cost> least_costs(const std::vector<Command>& commands, int rounds);

// Runs a command and returns what it printed.
std::string output_of(const Command& command);

}  // namespace trainyard::bench
