#include <utility>

#include "sim/ledger/bills.hpp"
#include "sim/ledger/book.hpp"
#include "sim/ledger/digest.hpp"
#include "sim/ledger/invariants.hpp"
#include "sim/ledger/metrics.hpp"
#include "sim/ledger/warnings.hpp"
#include "sim/model/rent.hpp"

namespace trainyard {
namespace {

// What the machines came to, and what jobs cost beside them.
struct MachineFold {
    Book book;
    std::vector<MachineSums> pools;  // by PoolIndex; pools that the run does not use stay empty
    std::vector<UnitCost> units;     // by MachineIndex
    std::vector<JobBill> bills;
};

// One pass: each machine's account is opened, checked, costed, posted, added to its pool and closed.
MachineFold fold_machines(const Scenario& scenario, const Trace& trace,
                          const std::vector<std::optional<EnergyTariff>>& tariffs, Lines lines) {
    const HoldsByMachine holds{trace};
    const DownsByMachine downs{trace};
    Bookkeeper bookkeeper{scenario, trace, tariffs, lines};
    std::vector<MachineSums> pools(scenario.pools.size());
    std::vector<UnitCost> units;
    units.reserve(trace.machines.size());
    for (std::size_t i = 0; i < trace.machines.size(); ++i) {
        const MachineIndex machine{i};
        const MachineFact& fact = trace.machines[i];
        const auto& tariff = tariffs[fact.pool.value];
        const auto [held, broken] = std::pair{holds.of(machine), downs.of(machine)};
        MachineAccount account = account_of(scenario, trace, machine, held, broken);
        check_gpu_seconds(scenario, fact, account);
        const Pool& pool = scenario.pool(fact.pool);
        const MeterReading meter = tariff ? read_meter(*tariff, trace, pool.gpus_per_machine, account, held,
                                                       broken, bookkeeper.months())
                                          : MeterReading{};
        account.cost = cost_of_machine(pool, tariff, account, meter, price_offset(trace, fact.pool));
        bookkeeper.post(machine, account, meter, broken);
        const UnitCost& unit = units.emplace_back(account, tariff);
        pools[fact.pool.value].add(scenario, fact, account, meter, unit);
    }
    for (std::size_t i = 0; i < pools.size(); ++i) {
        if (pools[i].machines > 0) {
            pools[i].cost[index_of(CostCategory::repair)] += bookkeeper.post_spares(PoolIndex{i});
        }
    }
    std::vector<JobBill> bills = job_bills(scenario, trace);
    for (const JobBill& bill : bills) {
        bookkeeper.post(bill);
        pools[bill.pool.value].cost[index_of(bill.category)] += bill.amount;
    }
    Book book = bookkeeper.close();
    complete(pools, trace, tariffs, book.paid);
    return {std::move(book), std::move(pools), std::move(units), std::move(bills)};
}

MachineSums total_of(const std::vector<MachineSums>& pools) {
    MachineSums total;
    for (const MachineSums& pool : pools) {
        total += pool;
    }
    return total;
}

}  // namespace

Outcome fold(const Scenario& scenario, const Strategy& strategy, const Trace& trace, Lines lines) {
    check_facts(scenario, trace);
    const auto tariffs = energy_tariffs(scenario);
    MachineFold machines = fold_machines(scenario, trace, tariffs, lines);
    const MachineSums total = total_of(machines.pools);
    check_lines(machines.book.accrued, total.cost);
    check_waterfall(waterfall(total.spending, total.cost), total.spending, total.machines);

    Outcome outcome;
    outcome.jobs = job_rows(trace, machines.units, machines.bills);
    check_job_seconds(scenario, trace, outcome.jobs);
    outcome.metrics = metrics_of(scenario, strategy, trace, outcome.jobs, machines.pools);
    outcome.digest = digest_of(scenario, trace, outcome.jobs, total.cost);
    outcome.lines = std::move(machines.book.lines);
    outcome.cash = std::move(machines.book.cash);
    outcome.cash_by_month = machines.book.months.cumulative();
    outcome.warnings = warnings_of(trace);
    return outcome;
}

}  // namespace trainyard
