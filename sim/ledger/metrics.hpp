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
    double energy_kwh = 0;  // 0 where no energy is billed
    std::size_t machines = 0;
    int launches = 0;  // of rented machines
    int reclaims = 0;
    int attempts = 0;
    int interruptions = 0;

    MachineSums& operator+=(const MachineSums& other);
};

// By PoolIndex; pools that the run does not use stay empty.
std::vector<MachineSums> sums_by_pool(const Scenario& scenario, const Trace& trace,
                                      const std::vector<MachineAccount>& accounts,
                                      const std::vector<std::optional<EnergyTariff>>& tariffs,
                                      const std::vector<LedgerLine>& cash);

// Of the run, then pool.<name>.… for each pool of the strategy in its order, then team.<name>.… for
// each team of the trace, then stream.<name>.… for each stream of the scenario.
std::vector<Metric> metrics_of(const Scenario& scenario, const Strategy& strategy, const Trace& trace,
                               const std::vector<JobRow>& rows, const std::vector<MachineSums>& pools);

}  // namespace trainyard
