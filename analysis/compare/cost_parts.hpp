// What makes up the difference between two strategies' costs.
#pragma once

#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct CostPart {
    std::string name;
    Summary difference;  // in USD, of the paired differences to the baseline
};

// The parts that differ, largest mean first. Their means add up to the mean difference of
// total_cost_usd: by cost category ("on demand"), and by stream, where the rest is what machines cost
// while they had no job.
std::vector<CostPart> parts_by_category(const StrategyRuns& baseline, const StrategyRuns& other);
std::vector<CostPart> parts_by_stream(const Scenario& scenario, const StrategyRuns& baseline,
                                      const StrategyRuns& other);

}  // namespace trainyard
