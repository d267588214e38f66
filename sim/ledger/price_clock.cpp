#include "sim/ledger/price_clock.hpp"

namespace trainyard {

PriceClock::PriceClock(const Scenario& scenario, const std::vector<std::int64_t>& hourly_nano_usd)
    : offset_{hour_of_week(scenario, SimTime{}) * seconds_per_hour +
              Seconds{(scenario.start_unix_s % 3600 + 3600) % 3600}},
      hourly_{hourly_nano_usd} {
    for (std::size_t hour = 0; hour < hourly_.size(); ++hour) {
        sums_[hour + 1] = sums_[hour] + static_cast<int128>(hourly_[hour]) * seconds_per_hour.count();
    }
}

int128 PriceClock::since_monday(SimTime time) const {
    const std::int64_t seconds = second_of(time + offset_);
    const std::int64_t week = seconds / seconds_per_week.count();
    const std::int64_t rest = seconds % seconds_per_week.count();
    const auto hour = static_cast<std::size_t>(rest / seconds_per_hour.count());
    return sums_.back() * week + sums_[hour] +
           static_cast<int128>(hourly_[hour]) * (rest % seconds_per_hour.count());
}

}  // namespace trainyard
