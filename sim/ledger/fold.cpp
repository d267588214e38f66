#include "sim/ledger/bills.hpp"
#include "sim/ledger/book.hpp"
#include "sim/ledger/digest.hpp"
#include "sim/ledger/invariants.hpp"
#include "sim/ledger/metrics.hpp"
#include "sim/ledger/warnings.hpp"

namespace trainyard {
namespace {

MachineSums total_of(const std::vector<MachineSums>& pools) {
    MachineSums total;
    for (const MachineSums& pool : pools) {
        total += pool;
    }
    return total;
}

}  // namespace

Outcome fold(const Scenario& scenario, const Strategy& strategy, const Trace& trace) {
    check_facts(scenario, trace);
    const HoldsByMachine holds{trace};
    const auto tariffs = energy_tariffs(scenario);
    std::vector<MachineAccount> accounts = account_machines(scenario, trace, holds);
    check_gpu_seconds(scenario, trace, accounts);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const PoolIndex pool = trace.machines[i].pool;
        accounts[i].cost = cost_of_machine(scenario.pool(pool), tariffs[pool.value], accounts[i]);
    }

    Book book = write_book(scenario, trace, tariffs, accounts, holds);
    const std::vector<MachineSums> pools = sums_by_pool(scenario, trace, accounts, tariffs, book.cash);
    const MachineSums total = total_of(pools);
    check_lines(book.lines, total.cost);
    check_waterfall(waterfall(total.spending, total.cost), total.spending, total.machines);

    Outcome outcome;
    outcome.jobs = job_rows(trace, accounts, tariffs);
    check_job_seconds(scenario, trace, outcome.jobs);
    outcome.metrics = metrics_of(scenario, strategy, trace, outcome.jobs, pools);
    outcome.digest = digest_of(scenario, trace, outcome.jobs, total.cost);
    outcome.lines = std::move(book.lines);
    outcome.cash = std::move(book.cash);
    outcome.warnings = warnings_of(trace);
    return outcome;
}

}  // namespace trainyard
