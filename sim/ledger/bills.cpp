#include "sim/ledger/bills.hpp"

#include <algorithm>

#include "sim/ledger/changing_rent.hpp"

namespace trainyard {

Money rent_of(const RentedTerms& terms, SimTime from, Seconds paid, Seconds price_offset) {
    if (paid == Seconds{0}) {
        return Money{};
    }
    const std::int64_t per = terms.billing.per.count();
    const std::int64_t rounded_up = (paid.count() + per - 1) / per * per;
    const Seconds billed = std::max(Seconds{rounded_up}, terms.billing.minimum);
    return terms.changing_price ? rent_between(*terms.changing_price, price_offset, from, billed)
                                : cost_of(terms.price, billed.count());
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

Money energy_for(const std::optional<EnergyTariff>& tariff, GpuSeconds busy, GpuSeconds other) {
    return tariff ? rounded_micro_usd(tariff->micro_usd_times_per(busy, other), tariff->per) : Money{};
}

CategoryTotals cost_of_machine(const Pool& pool, const std::optional<EnergyTariff>& tariff,
                               const MachineAccount& account, Seconds price_offset) {
    CategoryTotals cost{};
    if (const RentedTerms* rented = pool.rented()) {
        cost[index_of(category_of(rented->market))] =
            rent_of(*rented, account.paid_from, account.paid(), price_offset);
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
