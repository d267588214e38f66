#include <utility>

#include "analysis/runs/runner.hpp"
#include "sim/engine/engine.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/ledger/timeline.hpp"

namespace trainyard {
namespace {

int position_of(const Strategy& strategy, const Scenario& scenario) {
    int position = 0;
    while (&scenario.strategies[static_cast<std::size_t>(position)] != &strategy) {
        ++position;
    }
    return position;
}

}  // namespace

RunResult simulate_and_fold(const RunRequest& request) {
    const Scenario& scenario = request.scenario;
    const Strategy& strategy = request.strategy;
    const Trace trace = simulate(scenario, strategy, request.seed);
    Outcome outcome = fold(scenario, strategy, trace, request.with_rows ? Lines::kept : Lines::summed);
    RunResult result;
    if (request.with_rows) {
        const int replication = static_cast<int>(request.seed.replication);
        result.job_rows = jobs_csv_rows(scenario, strategy, replication, trace, outcome);
        result.ledger_rows = ledger_csv_rows(scenario, strategy, replication, trace, outcome);
    }
    if (request.with_timeline) {
        result.timeline = timeline_events(scenario, strategy, trace, position_of(strategy, scenario));
    }
    for (const Money spent : outcome.cash_by_month) {
        result.cash_by_month_usd.push_back(static_cast<double>(spent.micro()) * 1e-6);
    }
    result.metrics = MetricValues{outcome.metrics};
    result.digest = std::move(outcome.digest);
    result.warnings = std::move(outcome.warnings);
    return result;
}

}  // namespace trainyard
