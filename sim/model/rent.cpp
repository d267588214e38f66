#include "sim/model/rent.hpp"

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

}  // namespace trainyard
