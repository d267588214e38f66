#include <fmt/format.h>

#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "cli/study_run.hpp"

namespace trainyard {
namespace {

bool warns(const std::optional<RunResult>& run) { return run && !run->warnings.empty(); }

void say_warnings(const ScenarioRuns& scenario, const StrategyRuns& runs) {
    std::size_t warning_runs = 0;
    for (std::size_t i = 0; i < runs.replications.size(); ++i) {
        const auto& run = runs.replications[i];
        if (!warns(run) || ++warning_runs > 1) {
            continue;
        }
        for (const std::string& warning : run->warnings) {
            say(fmt::format("warning: {}, {}, replication {}: {}", printable(scenario.scenario.name),
                            printable(scenario.name_of(runs)), i + 1, printable(warning)));
        }
    }
    if (warning_runs > 1) {
        say(fmt::format("warning: {}, {}: {} more replications have warnings",
                        printable(scenario.scenario.name), printable(scenario.name_of(runs)),
                        warning_runs - 1));
    }
}

}  // namespace

void say_warnings(const Batch& batch) {
    for (const ScenarioRuns& scenario : batch) {
        for (const StrategyRuns& runs : scenario.strategies) {
            say_warnings(scenario, runs);
        }
    }
}

}  // namespace trainyard
