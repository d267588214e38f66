// Reading the scenario files of a command, all of them before anything is done with one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.hpp"

namespace trainyard {

struct Input {
    std::string file;
    Scenario scenario;
};

// All files with the changes of `--set`; absent when one of them is wrong, after all diagnostics of
// all of them have been printed on standard error.
std::optional<std::vector<Input>> load_inputs(const std::vector<std::string>& files,
                                              const std::vector<std::string>& sets);

}  // namespace trainyard
