// The runs of a command and what they came to: scenarios (of a sweep: points) x strategies x
// replications.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/runs/run_result.hpp"
#include "analysis/statistics/summary.hpp"
#include "sim/core/ids.hpp"
#include "sim/model/scenario.hpp"

namespace trainyard {

// A strategy's replications, in order; absent: failed, or not run any more.
struct StrategyRuns {
    StrategyIndex strategy;
    std::vector<std::optional<RunResult>> replications;  // none where it is infeasible
    std::string infeasible = {};                         // why no pool can ever run some job; empty: it can

    std::size_t finished() const;
    // The first replication that there is.
    const RunResult* first() const;
};

// What a point of a sweep has at a path instead of what the file says.
struct PointValue {
    std::string path;              // as given to --vary, `*` included
    std::string value;             // as a scenario writes it: "0.05/h"
    std::optional<double> number;  // in base units; absent for what is no number
};

struct ScenarioRuns {
    Scenario scenario;
    std::vector<PointValue> point = {};  // of a sweep; empty otherwise
    std::string fingerprint = {};        // of all that its results depend on but seed and strategy
    std::string text = {};               // of the scenario file
    std::uint64_t seed = 1;
    std::vector<StrategyRuns> strategies;

    const std::string& name_of(const StrategyRuns& runs) const {
        return scenario.strategies[runs.strategy.value].name;
    }
    // Absent when it was not asked for.
    const StrategyRuns* find(const std::string& strategy) const;
};

using Batch = std::vector<ScenarioRuns>;

std::size_t count_runs(const Batch& batch);

// Summary of one metric over a strategy's replications.
Summary summary_of(const StrategyRuns& runs, const std::string& metric);

struct MetricSummary {
    std::string name;
    Summary summary;
};

// Of all metrics, in the order in which the runs have them.
std::vector<MetricSummary> summaries(const StrategyRuns& runs);

}  // namespace trainyard
