// What a rented machine costs.
#pragma once

#include "sim/core/time.hpp"
#include "sim/model/pool.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

// A rented machine's bill: its paid time rounded up to `per`, at least `minimum`, x price, rounded
// once. What was paid for no second costs nothing. `price_offset`: where second 0 is in the series of
// a price that changes.
Money rent_of(const RentedTerms& terms, SimTime from, Seconds paid, Seconds price_offset);

// Where second 0 of a run is in the series of a pool's price.
Seconds price_offset(const Trace& trace, PoolIndex pool);

// Of so many seconds from `from` on, each at the price in force then; rounded once.
Money rent_between(const ChangingPrice& price, Seconds offset, SimTime from, Seconds paid);

}  // namespace trainyard
