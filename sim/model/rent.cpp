#include "sim/model/rent.hpp"

#include <algorithm>

#include "sim/core/exact.hpp"

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

Seconds price_offset(const Trace& trace, PoolIndex pool) {
    return trace.price_offsets.empty() ? Seconds{0} : trace.price_offsets[pool.value];
}

Money rent_between(const ChangingPrice& price, Seconds offset, SimTime from, Seconds paid) {
    constexpr int nano_per_micro = 1000;
    const SimTime until = from + paid;
    int128 nano_usd_s = 0;  // times `per`
    SeriesWalk walk{price.nano_usd, offset, from};
    for (SimTime reached = from; reached < until;) {
        const SimTime next = std::min(walk.until(), until);
        nano_usd_s += product(walk.value(), (next - reached).count());
        reached = next;
        if (reached < until) {
            walk.advance();
        }
    }
    return rounded_micro_usd(nano_usd_s, product(price.per, nano_per_micro));
}

}  // namespace trainyard
