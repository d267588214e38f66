// What the market of a rented pool does to those who rent there, beside interrupting single instances.
#pragma once

#include <optional>
#include <variant>

#include "sim/core/money.hpp"
#include "sim/model/distribution.hpp"
#include "sim/model/series.hpp"

namespace trainyard {

// The whole pool comes and goes; it starts up. Each time is at least 1 s.
struct UpAndDown {
    Distribution up_s = Constant{};
    Distribution down_s = Constant{};
};

// How many instances there can be: of a series, its value.
using Availability = std::variant<std::monostate, UpAndDown, Series>;

// Each takes every running instance with the same probability, and none can be launched for a while.
struct Shocks {
    double rate_per_s = 0;  // exponential gaps
    double reclaim = 1;     // the probability
    Distribution drought_s = Constant{};
};

struct ChangingPrice {
    Series nano_usd;       // of one instance, for …
    std::int64_t per = 1;  // … so many seconds
    bool traced = false;   // from a trace: a history
    // 1 where the price is at most `max_price`, 0 where it is above; absent without `max_price`.
    std::optional<Series> affordable{};

    Price at(const SeriesWalk& walk) const { return {walk.value(), per}; }
};

// A launch may be refused; the provider is asked again after a while.
struct StartFailure {
    double probability = 0;  // of each instance that is asked for
    Distribution retry_s = Constant{};
};

// How often a market takes each of its instances, beside interruptions: what a series lost of its
// instances in an instance-second, what goes down a second of being up. Of a gang of `machines`, which loses
// one as soon as it is hit, for shocks; all of a gang go down at once.
double market_losses_per_s(const Availability& availability, const std::optional<Shocks>& shocks,
                           const std::optional<ChangingPrice>& price, int machines);

}  // namespace trainyard
