// What `run` is going to run, and whether it can.
#pragma once

#include <optional>
#include <vector>

#include "analysis/runs/batch.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"

namespace trainyard {

// The chosen strategies of all scenarios, with room for their replications. Absent when a strategy is
// unknown or infeasible, after all that is wrong has been said on standard error.
std::optional<Batch> plan_runs(std::vector<Input> inputs, const StudyArguments& arguments);

}  // namespace trainyard
