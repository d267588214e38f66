#include "analysis/study/run_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

bool is_wanted(const Strategy& strategy, const std::vector<std::string>& wanted) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), strategy.name) != wanted.end();
}

}  // namespace

std::vector<std::string> unknown_strategies(const Scenario& scenario,
                                            const std::vector<std::string>& wanted) {
    std::vector<std::string> known;
    for (const Strategy& strategy : scenario.strategies) {
        known.push_back(strategy.name);
    }
    std::vector<std::string> problems;
    for (const std::string& name : wanted) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            problems.push_back(fmt::format("declares no strategy `{}`{}", name, did_you_mean(name, known)));
        }
    }
    return problems;
}

std::size_t number_of_runs(const Scenario& scenario, const RunChoice& choice, std::size_t points) {
    const auto strategies =
        std::count_if(scenario.strategies.begin(), scenario.strategies.end(),
                      [&](const Strategy& strategy) { return is_wanted(strategy, choice.strategies); });
    const int replications = choice.replications.value_or(scenario.study.replications);
    return points * static_cast<std::size_t>(strategies) * static_cast<std::size_t>(replications);
}

std::string too_many_runs(std::size_t runs) {
    return runs <= most_runs ? ""
                             : fmt::format(
                                   "that would be {} runs, of which there are at most {}: ask for fewer "
                                   "points, strategies or replications",
                                   runs, most_runs);
}

ScenarioRuns runs_of(Scenario scenario, const RunChoice& choice) {
    ScenarioRuns runs;
    runs.scenario = std::move(scenario);
    runs.seed = choice.seed.value_or(runs.scenario.seed);
    const int replications = choice.replications.value_or(runs.scenario.study.replications);
    for (std::size_t i = 0; i < runs.scenario.strategies.size(); ++i) {
        if (is_wanted(runs.scenario.strategies[i], choice.strategies)) {
            runs.strategies.push_back({StrategyIndex{i}, {}});
            runs.strategies.back().replications.resize(static_cast<std::size_t>(replications));
        }
    }
    return runs;
}

}  // namespace trainyard
