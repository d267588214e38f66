#include "sim/ledger/bills.hpp"

#include <algorithm>

namespace trainyard {

CostCategory category_of(Market market) {
    return market == Market::spot ? CostCategory::spot : CostCategory::on_demand;
}

Money depreciation_until(const RigTerms& terms, Seconds owned) {
    const Money resale = rounded_micro_usd(product(terms.price.micro(), terms.resale_ppm), 1'000'000);
    const Seconds used = std::min(owned, terms.life);
    return rounded_micro_usd(product((terms.price - resale).micro(), used.count()), terms.life.count());
}

Money upkeep_until(const RigTerms& terms, Seconds owned) { return cost_of(terms.upkeep, owned.count()); }

Money energy_for(const std::optional<EnergyTariff>& tariff, GpuSeconds busy, GpuSeconds other) {
    return tariff ? rounded_micro_usd(tariff->micro_usd_times_per(busy, other), tariff->per) : Money{};
}

CategoryTotals cost_of_machine(const Pool& pool, const std::optional<EnergyTariff>& tariff,
                               const MachineAccount& account) {
    CategoryTotals cost{};
    if (const RentedTerms* rented = pool.rented()) {
        cost[index_of(category_of(rented->market))] = rent_of(*rented, account.paid());
    }
    if (const RigTerms* rigs = pool.rigs()) {
        cost[index_of(CostCategory::depreciation)] = depreciation_until(*rigs, account.paid());
        cost[index_of(CostCategory::upkeep)] = upkeep_until(*rigs, account.paid());
        cost[index_of(CostCategory::energy)] =
            energy_for(tariff, busy_of(account.gpu_s), unbusy_of(account.gpu_s));
    }
    return cost;
}

}  // namespace trainyard
