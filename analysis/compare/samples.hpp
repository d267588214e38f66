// A metric of a strategy as a sample over the replications.
#pragma once

#include <string_view>

#include "analysis/runs/batch.hpp"
#include "analysis/statistics/sample.hpp"

namespace trainyard {

inline Sample sample_of(const StrategyRuns& runs, std::string_view metric) {
    Sample sample;
    sample.reserve(runs.replications.size());
    for (const auto& replication : runs.replications) {
        sample.push_back(replication ? replication->metric(metric) : std::nullopt);
    }
    return sample;
}

}  // namespace trainyard
