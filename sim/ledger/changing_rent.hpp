// Rent at a price that changes.
#pragma once

#include "sim/ledger/accounts.hpp"

namespace trainyard {

// Where second 0 of a run is in the series of a pool's price.
Seconds price_offset(const Trace& trace, PoolIndex pool);

// Of so many seconds from `from` on, each at the price in force then; rounded once.
Money rent_between(const ChangingPrice& price, Seconds offset, SimTime from, Seconds paid);

}  // namespace trainyard
