#include "sim/ledger/metrics.hpp"

namespace trainyard {

MachineSums& MachineSums::operator+=(const MachineSums& other) {
    add_to(gpu_s, other.gpu_s);
    paid_gpu_s += other.paid_gpu_s;
    add_to(cost, other.cost);
    cash += other.cash;
    spending += other.spending;
    energy_kwh += other.energy_kwh;
    if (other.co2_kg) {
        co2_kg = co2_kg.value_or(0) + *other.co2_kg;
    }
    machines += other.machines;
    launches += other.launches;
    reclaims += other.reclaims;
    attempts += other.attempts;
    interruptions += other.interruptions;
    return *this;
}

void MachineSums::add(const Scenario& scenario, const MachineFact& machine, const MachineAccount& account,
                      const MeterReading& meter, const UnitCost& unit) {
    add_to(gpu_s, account.gpu_s);
    paid_gpu_s += account.paid_gpu_s;
    add_to(cost, account.cost);
    spending += spending_of(account.gpu_s, meter, unit);
    ++machines;
    const RentedTerms* rented = scenario.pool(machine.pool).rented();
    launches += rented != nullptr && !rented->reservation ? 1 : 0;
    reclaims += machine.reclaimed ? 1 : 0;
}

void complete(std::vector<MachineSums>& pools, const Trace& trace,
              const std::vector<std::optional<EnergyTariff>>& tariffs, const std::vector<Money>& paid) {
    for (const AttemptFact& attempt : trace.attempts) {
        ++pools[attempt.pool.value].attempts;
        pools[attempt.pool.value].interruptions += attempt.how == AttemptEnd::interrupted ? 1 : 0;
    }
    for (std::size_t i = 0; i < pools.size(); ++i) {
        pools[i].cash = paid[i];
        if (tariffs[i]) {
            pools[i].energy_kwh = tariffs[i]->kwh(busy_of(pools[i].gpu_s), unbusy_of(pools[i].gpu_s));
            if (tariffs[i]->grid_kg_per_kwh && pools[i].machines > 0) {
                pools[i].co2_kg = pools[i].energy_kwh * *tariffs[i]->grid_kg_per_kwh;
            }
        }
    }
}

}  // namespace trainyard
