#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

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

// Replications that differ less than they seem to.
std::string single_histories(const ScenarioRuns& scenario) {
    std::set<std::string> pools;
    for (const StrategyRuns& runs : scenario.strategies) {
        for (const PoolUse& use : scenario.scenario.strategies[runs.strategy.value].pools) {
            const Pool& pool = scenario.scenario.pool(use.pool);
            if (runs.replications.size() > 1 && pool.rented() != nullptr && has_one_history(*pool.rented())) {
                pools.insert(pool.name);
            }
        }
    }
    return pools.empty()
               ? std::string{}
               : fmt::format(
                     "note: {}: all replications saw the same history of {}; `offset: random` draws "
                     "one for each",
                     printable(scenario.scenario.name), printable(fmt::format("{}", fmt::join(pools, ", "))));
}

}  // namespace

void say_warnings(const Batch& batch) {
    std::set<std::string> said{std::string{}};
    for (const ScenarioRuns& scenario : batch) {
        if (const std::string note = single_histories(scenario); said.insert(note).second) {
            say(note);
        }
        for (const StrategyRuns& runs : scenario.strategies) {
            say_warnings(scenario, runs);
        }
    }
}

}  // namespace trainyard
