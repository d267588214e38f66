// The answer in a sentence or two: which strategy is cheapest, and whether it did the same work.
#pragma once

#include <string>
#include <vector>

#include "analysis/batch.hpp"

namespace trainyard {

// The strategies with a finished run that finished the most work: all whose mean finished_work_gpu_h
// is the largest (to a part in 10^9), by position in runs.strategies.
std::vector<std::size_t> full_workers(const ScenarioRuns& runs);

// Costs are means over the replications. A lead is called uncertain when the 95 % interval of the
// difference, taken replication by replication, holds 0. Names are made printable.
std::string verdict(const ScenarioRuns& runs);

}  // namespace trainyard
