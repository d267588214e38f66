// The answer in a sentence or two: which strategy is cheapest, and whether it did the same work.
#pragma once

#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

// The strategies, by position in runs.strategies, whose mean finished_work_gpu_h is at most 0.5 % below
// the largest. Attempts fail by chance, differently in each strategy, so that two that did the same
// job seldom finish exactly the same work; a cost is not compared across a wider gap.
std::vector<std::size_t> comparable(const ScenarioRuns& runs);

// Costs are means over the replications. A strategy that finished less work than another is never
// called cheapest without saying so, and with more than 0.5 % less not at all. A lead is called
// uncertain when the 95 % interval of the difference, taken replication by replication, holds 0.
// Names are made printable.
std::string verdict(const ScenarioRuns& runs);

}  // namespace trainyard
