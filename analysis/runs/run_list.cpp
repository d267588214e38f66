#include "analysis/runs/run_list.hpp"

#include <algorithm>

namespace trainyard {
namespace {

// Strategies that are infeasible are numbered like the others, but have no replications.
template <class Keep>
std::vector<RunKey> runs_where(const Batch& batch, Keep keep) {
    std::vector<RunKey> keys;
    RunKey key;
    for (key.replication = 0; key.replication < most_replications(batch); ++key.replication) {
        for (key.scenario = 0; key.scenario < batch.size(); ++key.scenario) {
            const auto& strategies = batch[key.scenario].strategies;
            for (key.strategy = 0; key.strategy < strategies.size(); ++key.strategy, ++key.number) {
                if (key.replication < strategies[key.strategy].replications.size() && keep(key)) {
                    keys.push_back(key);
                }
            }
        }
    }
    return keys;
}

}  // namespace

std::size_t most_replications(const Batch& batch) {
    std::size_t most = 0;
    for (const ScenarioRuns& scenario : batch) {
        for (const StrategyRuns& strategy : scenario.strategies) {
            most = std::max(most, strategy.replications.size());
        }
    }
    return most;
}

std::vector<RunKey> all_runs(const Batch& batch) {
    return runs_where(batch, [](const RunKey&) { return true; });
}

std::vector<RunKey> missing_runs(const Batch& batch) {
    return runs_where(batch, [&](const RunKey& key) { return !result_of(batch, key); });
}

std::optional<RunResult>& result_of(Batch& batch, const RunKey& key) {
    return batch[key.scenario].strategies[key.strategy].replications[key.replication];
}

const std::optional<RunResult>& result_of(const Batch& batch, const RunKey& key) {
    return batch[key.scenario].strategies[key.strategy].replications[key.replication];
}

}  // namespace trainyard
