// What a rented machine costs.
#pragma once

#include "sim/core/time.hpp"
#include "sim/model/pool.hpp"

namespace trainyard {

// A rented machine's bill: its paid time rounded up to `per`, at least `minimum`, x price, rounded
// once. What was paid for no second costs nothing.
Money rent_of(const RentedTerms& terms, Seconds paid);

}  // namespace trainyard
