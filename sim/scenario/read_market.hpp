// What the market of a rented pool does, read from the pool's block. For readers of pools only.
#pragma once

#include "sim/model/pool.hpp"
#include "sim/scenario/read_series.hpp"

namespace trainyard {

// `price`, in whatever form, and `max_price`.
void read_rent_price(const Block& pool, RentedTerms& terms, Gpus gpus, const SeriesSurroundings& around);

// `availability`, `shocks`, `start_failure`.
void read_market(const Block& pool, RentedTerms& terms, const SeriesSurroundings& around);

}  // namespace trainyard
