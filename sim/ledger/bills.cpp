#include "sim/ledger/bills.hpp"

#include <algorithm>

#include "sim/model/rent.hpp"

namespace trainyard {

Money reserved_until(const Reservation& terms, Seconds reserved) {
    const int128 per = product(terms.monthly.per, 1000);
    const int128 upfront = product(product(terms.upfront.micro(), reserved.count()), per);
    const int128 monthly = product(product(terms.monthly.nano_usd, reserved.count()), terms.term.count());
    return rounded_micro_usd(upfront + monthly, product(per, terms.term.count()));
}

CostCategory category_of(Market market) {
    switch (market) {
        case Market::spot:
            return CostCategory::spot;
        case Market::on_demand:
            return CostCategory::on_demand;
        case Market::reserved:
            break;
    }
    return CostCategory::reserved;
}

namespace {

Money resale_of(const RigTerms& terms) {
    return rounded_micro_usd(product(terms.price.micro(), terms.resale_ppm), 1'000'000);
}

}  // namespace

Money depreciation_until(const RigTerms& terms, Seconds owned) {
    const Seconds used = std::min(owned, terms.life);
    return rounded_micro_usd(product((terms.price - resale_of(terms)).micro(), used.count()),
                             terms.life.count());
}

// The book value falls from price to resale over the life and stays there; its integral, twice and times
// the life: 2 price life t - (price - resale) t^2, and 2 resale life for each second after the life.
Money financing_until(const RigTerms& terms, Seconds owned) {
    const Money resale = resale_of(terms);
    const std::int64_t life = terms.life.count();
    const std::int64_t used = std::min(owned, terms.life).count();
    const int128 within = product(product(2 * static_cast<int128>(terms.price.micro()), life), used) -
                          product(product((terms.price - resale).micro(), used), used);
    const int128 after =
        product(product(2 * static_cast<int128>(resale.micro()), life), owned.count() - used);
    return rounded_micro_usd(product(within + after, terms.financing_ppm),
                             product(2'000'000 * static_cast<int128>(life), seconds_per_year.count()));
}

Money upkeep_until(const RigTerms& terms, Seconds owned) { return cost_of(terms.upkeep, owned.count()); }

Money parts_of(const RigTerms& terms, std::int64_t parts) {
    return terms.failures ? rounded_micro_usd(product(terms.failures->part.micro(), parts), 1) : Money{};
}

Money energy_for(const std::optional<EnergyTariff>& tariff, Metered metered) {
    return tariff ? rounded_micro_usd(tariff->micro_usd_times_per(metered), tariff->per) : Money{};
}

CategoryTotals cost_of_machine(const Pool& pool, const std::optional<EnergyTariff>& tariff,
                               const MachineAccount& account, const MeterReading& meter,
                               Seconds price_offset) {
    CategoryTotals cost{};
    if (const RentedTerms* rented = pool.rented()) {
        cost[index_of(category_of(rented->market))] =
            rented->reservation ? reserved_until(*rented->reservation, account.paid())
                                : rent_of(*rented, account.paid_from, account.paid(), price_offset);
    }
    if (const RigTerms* rigs = pool.rigs()) {
        cost[index_of(CostCategory::depreciation)] = depreciation_until(*rigs, account.paid());
        cost[index_of(CostCategory::upkeep)] = upkeep_until(*rigs, account.paid());
        cost[index_of(CostCategory::repair)] = parts_of(*rigs, account.failures);
        cost[index_of(CostCategory::financing)] = financing_until(*rigs, account.paid());
        cost[index_of(CostCategory::energy)] = energy_for(tariff, meter.total());
    }
    return cost;
}

}  // namespace trainyard
