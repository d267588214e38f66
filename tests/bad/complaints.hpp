// What the reader says to a user, of files that are wrong.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace trainyard::bad {

struct Input {
    std::vector<std::pair<std::string, std::string>>
        files;                      // name and bytes; `scenario.yaml` is what is read
    std::vector<std::string> sets;  // of --set
};

// The diagnostics as the program prints them, or "nothing is wrong". The reader works in a process
// of its own with little memory and little time: a crash, or more than its share of either, is told too.
std::string complaints(const Input& input);

}  // namespace trainyard::bad
