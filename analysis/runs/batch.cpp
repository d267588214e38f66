#include "analysis/runs/batch.hpp"

#include <algorithm>
#include <unordered_map>

namespace trainyard {
std::size_t StrategyRuns::finished() const {
    return static_cast<std::size_t>(std::count_if(replications.begin(), replications.end(),
                                                  [](const auto& run) { return run.has_value(); }));
}

const RunResult* StrategyRuns::first() const {
    for (const auto& run : replications) {
        if (run) {
            return &*run;
        }
    }
    return nullptr;
}

const StrategyRuns* ScenarioRuns::find(const std::string& strategy) const {
    for (const StrategyRuns& runs : strategies) {
        if (name_of(runs) == strategy) {
            return &runs;
        }
    }
    return nullptr;
}

std::size_t count_runs(const Batch& batch) {
    std::size_t runs = 0;
    for (const ScenarioRuns& scenario : batch) {
        for (const StrategyRuns& strategy : scenario.strategies) {
            runs += strategy.replications.size();
        }
    }
    return runs;
}

Summary summary_of(const StrategyRuns& runs, const std::string& metric) {
    std::vector<std::optional<double>> values;
    values.reserve(runs.replications.size());
    for (const auto& run : runs.replications) {
        values.push_back(run ? run->metric(metric) : std::nullopt);
    }
    return summarize(values);
}

std::vector<MetricSummary> summaries(const StrategyRuns& runs) {
    std::vector<std::string> names;
    std::unordered_map<std::string, std::vector<std::optional<double>>> values;
    for (const auto& run : runs.replications) {
        if (!run) {
            continue;
        }
        for (const MetricValues::Entry metric : run->metrics) {
            const auto [found, is_new] = values.try_emplace(metric.name);
            found->second.push_back(metric.value);
            if (is_new) {
                names.push_back(metric.name);
            }
        }
    }
    std::vector<MetricSummary> all;
    for (const std::string& name : names) {
        all.push_back({name, summarize(values.at(name))});
    }
    return all;
}

}  // namespace trainyard
