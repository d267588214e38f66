#include "cli/run_plan.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "analysis/study/run_choice.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"

namespace trainyard {
namespace {

// Whether the scenario declares every strategy that was asked for; says which it does not.
bool knows(const Input& input, const std::vector<std::string>& wanted) {
    const std::vector<std::string> problems = unknown_strategies(input.scenario(), wanted);
    for (const std::string& problem : problems) {
        complain(fmt::format("--strategy: {} {}", printable(input.file), printable(problem)));
    }
    return problems.empty();
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
    const RunChoice choice{arguments.strategies, arguments.replications, arguments.seed};
    std::size_t runs = 0;
    for (const Input& input : inputs) {
        runs += number_of_runs(input.scenario(), choice, 1);
    }
    if (const std::string problem = too_many_runs(runs); !problem.empty()) {
        complain(problem);
        return std::nullopt;
    }
    Batch batch;
    for (Input& input : inputs) {
        batch.push_back(runs_of(std::move(*input.loaded.scenario), choice));
        batch.back().fingerprint = input.loaded.fingerprint;
        batch.back().text = std::move(input.loaded.text);
    }
    return batch;
}

}  // namespace trainyard
