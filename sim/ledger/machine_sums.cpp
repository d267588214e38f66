#include "sim/ledger/metrics.hpp"

namespace trainyard {

MachineSums& MachineSums::operator+=(const MachineSums& other) {
    add_to(gpu_s, other.gpu_s);
    paid_gpu_s += other.paid_gpu_s;
    add_to(cost, other.cost);
    cash += other.cash;
    spending += other.spending;
    energy_kwh += other.energy_kwh;
    machines += other.machines;
    launches += other.launches;
    reclaims += other.reclaims;
    attempts += other.attempts;
    interruptions += other.interruptions;
    return *this;
}

std::vector<MachineSums> sums_by_pool(const Scenario& scenario, const Trace& trace,
                                      const std::vector<MachineAccount>& accounts,
                                      const std::vector<std::optional<EnergyTariff>>& tariffs,
                                      const std::vector<LedgerLine>& cash) {
    std::vector<MachineSums> pools(scenario.pools.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const MachineFact& machine = trace.machines[i];
        MachineSums& sums = pools[machine.pool.value];
        add_to(sums.gpu_s, accounts[i].gpu_s);
        sums.paid_gpu_s += accounts[i].paid_gpu_s;
        add_to(sums.cost, accounts[i].cost);
        sums.spending += spending_of(accounts[i], tariffs[machine.pool.value]);
        ++sums.machines;
        sums.launches += scenario.pool(machine.pool).rented() != nullptr ? 1 : 0;
        sums.reclaims += machine.reclaimed ? 1 : 0;
    }
    for (const AttemptFact& attempt : trace.attempts) {
        ++pools[attempt.pool.value].attempts;
        pools[attempt.pool.value].interruptions += attempt.how == AttemptEnd::interrupted ? 1 : 0;
    }
    for (const LedgerLine& line : cash) {
        pools[line.pool.value].cash += line.amount;
    }
    for (std::size_t i = 0; i < pools.size(); ++i) {
        if (tariffs[i]) {
            pools[i].energy_kwh = tariffs[i]->kwh(busy_of(pools[i].gpu_s), unbusy_of(pools[i].gpu_s));
        }
    }
    return pools;
}

}  // namespace trainyard
