// The metrics of a run, of its pools, of its teams and of its streams, in a fixed order.
#pragma once

#include <vector>

#include "sim/ledger/waterfall.hpp"

namespace trainyard {

// What machines came to: those of one pool, or all of them.
struct MachineSums {
    GpuTally gpu_s{};
    GpuSeconds paid_gpu_s;
    CategoryTotals cost{};
    Money cash;
    Spending spending;
    double energy_kwh = 0;         // 0 where no energy is billed
    std::optional<double> co2_kg;  // absent where nobody says what the grid emits
    std::size_t machines = 0;
    int launches = 0;  // of rented machines
    int reclaims = 0;
    int attempts = 0;
    int interruptions = 0;

    MachineSums& operator+=(const MachineSums& other);
    // Everything about a machine but what was paid for it in cash; the account has its cost.
    void add(const Scenario& scenario, const MachineFact& machine, const MachineAccount& account,
             const MeterReading& meter, const UnitCost& unit);
};

// What only the run as a whole shows: cash, attempts, energy. Both by PoolIndex.
void complete(std::vector<MachineSums>& pools, const Trace& trace,
              const std::vector<std::optional<EnergyTariff>>& tariffs, const std::vector<Money>& paid);

// Of the run, then pool.<name>.… for each pool of the strategy in its order, then team.<name>.… for
// each team of the trace, then stream.<name>.… for each stream of the scenario.
std::vector<Metric> metrics_of(const Scenario& scenario, const Strategy& strategy, const Trace& trace,
                               const std::vector<JobRow>& rows, const std::vector<MachineSums>& pools);

}  // namespace trainyard
