#include "cli/run_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

std::vector<std::string> names_of(const std::vector<Strategy>& strategies) {
    std::vector<std::string> names;
    for (const Strategy& strategy : strategies) {
        names.push_back(strategy.name);
    }
    return names;
}

// Whether the scenario declares every strategy that was asked for; says which it does not.
bool knows(const Input& input, const std::vector<std::string>& wanted) {
    const std::vector<std::string> known = names_of(input.scenario().strategies);
    bool all = true;
    for (const std::string& name : wanted) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            complain(fmt::format("--strategy: {} declares no strategy `{}`{}", printable(input.file),
                                 printable(name), printable(did_you_mean(name, known))));
            all = false;
        }
    }
    return all;
}

bool is_wanted(const Strategy& strategy, const std::vector<std::string>& wanted) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), strategy.name) != wanted.end();
}

ScenarioRuns runs_of(Input input, const StudyArguments& arguments) {
    ScenarioRuns runs;
    runs.scenario = std::move(*input.loaded.scenario);
    runs.seed = arguments.seed.value_or(runs.scenario.seed);
    const int replications = arguments.replications.value_or(runs.scenario.study.replications);
    for (std::size_t i = 0; i < runs.scenario.strategies.size(); ++i) {
        if (is_wanted(runs.scenario.strategies[i], arguments.strategies)) {
            runs.strategies.push_back({StrategyIndex{i}, {}});
            runs.strategies.back().replications.resize(static_cast<std::size_t>(replications));
        }
    }
    return runs;
}

}  // namespace

std::optional<Batch> plan_runs(std::vector<Input> inputs, const StudyArguments& arguments) {
    bool fine = true;
    for (const Input& input : inputs) {
        if (!knows(input, arguments.strategies)) {
            fine = false;
            continue;
        }
        const auto errors = infeasibilities(input.loaded, arguments.strategies);
        fmt::print(stderr, "{}", render(errors));
        fine = fine && errors.empty();
    }
    if (!fine) {
        return std::nullopt;
    }
    Batch batch;
    for (Input& input : inputs) {
        batch.push_back(runs_of(std::move(input), arguments));
    }
    return batch;
}

}  // namespace trainyard
