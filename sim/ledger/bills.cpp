#include "sim/ledger/bills.hpp"

#include <algorithm>

namespace trainyard {

Money rent_of(const RentedTerms& terms, Seconds paid) {
    if (paid == Seconds{0}) {
        return Money{};
    }
    const std::int64_t per = terms.billing.per.count();
    const std::int64_t rounded_up = (paid.count() + per - 1) / per * per;
    return cost_of(terms.price, std::max(rounded_up, terms.billing.minimum.count()));
}

CostCategory category_of(Market market) {
    return market == Market::spot ? CostCategory::spot : CostCategory::on_demand;
}

Money depreciation_until(const RigTerms& terms, Seconds owned) {
    const Money resale = rounded_micro_usd(product(terms.price.micro(), terms.resale_ppm), 1'000'000);
    const Seconds used = std::min(owned, terms.life);
    return rounded_micro_usd(product((terms.price - resale).micro(), used.count()), terms.life.count());
}

Money upkeep_until(const RigTerms& terms, Seconds owned) { return cost_of(terms.upkeep, owned.count()); }

Money parts_of(const RigTerms& terms, std::int64_t parts) {
    return terms.failures ? rounded_micro_usd(product(terms.failures->part.micro(), parts), 1) : Money{};
}

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
        cost[index_of(CostCategory::repair)] = parts_of(*rigs, account.failures);
        cost[index_of(CostCategory::energy)] =
            energy_for(tariff, busy_of(account.gpu_s), unbusy_of(account.gpu_s));
    }
    return cost;
}

}  // namespace trainyard
