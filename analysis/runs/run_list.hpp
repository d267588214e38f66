// The runs of a batch, one by one, in the order of the plan: all first replications, then all second
// ones, ... so that whatever stops the work early leaves strategies and points with equal evidence.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

// Positions in the batch. The number says the same in one: replication x strategies of all scenarios
// + place among those; it does not change when replications are added.
struct RunKey {
    std::size_t number = 0;
    std::size_t scenario = 0;
    std::size_t strategy = 0;
    std::size_t replication = 0;  // from 0

    friend auto operator<=>(const RunKey&, const RunKey&) = default;
};

// Of the strategy that has the most; 0 of none.
std::size_t most_replications(const Batch& batch);

// Of feasible strategies, whether they have a result or not.
std::vector<RunKey> all_runs(const Batch& batch);

// Those without a result.
std::vector<RunKey> missing_runs(const Batch& batch);

std::optional<RunResult>& result_of(Batch& batch, const RunKey& key);
const std::optional<RunResult>& result_of(const Batch& batch, const RunKey& key);

// Each run that has a result, strategies one after another, each with its replications in order.
template <class Visit>  // (const ScenarioRuns&, const StrategyRuns&, std::size_t replication, from 0)
void for_each_result(const Batch& batch, Visit visit) {
    for (const ScenarioRuns& scenario : batch) {
        for (const StrategyRuns& runs : scenario.strategies) {
            for (std::size_t i = 0; i < runs.replications.size(); ++i) {
                if (runs.replications[i]) {
                    visit(scenario, runs, i);
                }
            }
        }
    }
}

}  // namespace trainyard
