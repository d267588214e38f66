// Reading the scenario files of a command, all of them before anything is done with one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace trainyard {

struct Input {
    std::string file;
    Loaded loaded;  // with a scenario

    const Scenario& scenario() const { return *loaded.scenario; }
};

// All files with the changes of `--set`; absent when one of them is wrong, after all diagnostics of
// all of them have been printed on standard error; notes are printed there too.
std::optional<std::vector<Input>> load_inputs(const std::vector<std::string>& files,
                                              const std::vector<std::string>& sets);

}  // namespace trainyard
