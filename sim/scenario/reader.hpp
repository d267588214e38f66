// YAML -> Scenario, or everything that is wrong with it. The way into this layer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.hpp"
#include "sim/scenario/axis.hpp"
#include "sim/scenario/diagnostic.hpp"

namespace trainyard {

struct LoadOptions {
    std::vector<std::string> sets;  // PATH=VALUE, applied in order before anything is checked
};

struct Loaded {
    std::optional<Scenario> scenario;  // absent when there are errors
    std::vector<Diagnostic> errors;
    std::vector<std::string> notes;  // for the user's information
    // Of all that the results depend on: the scenario without `name`, `question`, `study` and `expect`,
    // without comments and layout, and the content of the files of numbers that it names. 32 hexadecimal
    // digits; empty when there are errors.
    std::string fingerprint;
    std::string text;  // of the file itself; empty when there are errors
    // What `study.vary` varies, and what is to be said of that to one who sweeps. Empty at a point.
    std::vector<Axis> axes;
    std::vector<std::string> axes_notes;
    // By position in Scenario::strategies: where its `pools` stand, the message left empty.
    std::vector<Diagnostic> pools_places;
};

// A ScenarioFile read for once. Never throws for bad input.
Loaded load_scenario(const std::string& file, const LoadOptions& options = {});

// Jobs that no pool of a strategy can ever run, for the strategies of these names (none: for all).
// It is not among `errors`, because only the strategies that run must be feasible.
std::vector<Diagnostic> infeasibilities(const Loaded& loaded,
                                        const std::vector<std::string>& strategies = {});

// The format as JSON Schema (draft 2020-12), and as the page docs/format.md: both from the table of
// keys.
std::string json_schema();
std::string format_reference();

}  // namespace trainyard
