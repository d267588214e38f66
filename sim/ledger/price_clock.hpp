// The price of electricity where it changes by the hour of the week.
#pragma once

#include <array>

#include "sim/core/money.hpp"
#include "sim/model/scenario.hpp"

namespace trainyard {

class PriceClock {
public:
    // `hourly_nano_usd`: 168 prices, of Power.
    PriceClock(const Scenario& scenario, const std::vector<std::int64_t>& hourly_nano_usd);

    // The sum of the price over the seconds of [from, until), from second 0 on.
    int128 over(SimTime from, SimTime until) const { return since_monday(until) - since_monday(from); }

private:
    // Since the Monday, 00:00 UTC, before second 0.
    int128 since_monday(SimTime time) const;

    Seconds offset_;                  // of second 0 into its week
    std::array<int128, 169> sums_{};  // of the hours before each, and of the week
    std::vector<std::int64_t> hourly_;
};

}  // namespace trainyard
