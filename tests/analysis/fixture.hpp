// Scenarios without content and results without a simulation, for tests of what is made of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard::fixture {

using Values = std::vector<std::pair<std::string, std::optional<double>>>;

inline RunResult result(const Values& values) {
    std::vector<Metric> metrics;
    for (const auto& [name, value] : values) {
        metrics.push_back({name, value});
    }
    RunResult made;
    made.metrics = MetricValues{metrics};
    made.digest = "0123456789abcdef";
    return made;
}

// A scenario of the name, its strategies each with the given replications.
inline ScenarioRuns runs(const std::string& name,
                         const std::vector<std::pair<std::string, std::vector<Values>>>& strategies) {
    ScenarioRuns made;
    made.scenario.name = name;
    for (const auto& [strategy, replications] : strategies) {
        StrategyRuns& of = made.strategies.emplace_back();
        of.strategy = StrategyIndex{made.scenario.strategies.size()};
        made.scenario.strategies.emplace_back().name = strategy;
        for (const Values& values : replications) {
            of.replications.emplace_back(result(values));
        }
    }
    return made;
}

}  // namespace trainyard::fixture
