// Simulated time. Every instant is a whole second, so ties are real ties and sums are exact.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>

namespace trainyard {

using Seconds = std::chrono::duration<std::int64_t>;

// The clock of a run: second 0 is the scenario's `start`.
struct SimClock {
    using duration = Seconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<SimClock, Seconds>;
    static constexpr bool is_steady = true;
};
using SimTime = SimClock::time_point;

inline constexpr Seconds seconds_per_minute{60};
inline constexpr Seconds seconds_per_hour{3600};
inline constexpr Seconds seconds_per_day{86400};
inline constexpr Seconds seconds_per_week{7 * 86400};
inline constexpr Seconds seconds_per_month{730 * 3600};
inline constexpr Seconds seconds_per_year{8760 * 3600};

constexpr SimTime at_second(std::int64_t second) { return SimTime{Seconds{second}}; }
constexpr std::int64_t second_of(SimTime time) { return time.time_since_epoch().count(); }

// Nearest whole number, halves up. Doubles carry decimal inputs inexactly, so what is within 1e-7
// below a half counts as a half: 0.55 x 2 x 0.9 must not decide a tie. What no integer holds becomes
// the nearest that one does, and what is not a number 0.
inline std::int64_t round_half_up(double value) {
    constexpr double beyond = 9223372036854775808.0;  // 2^63
    const double rounded = std::floor(value + 0.5 + 1e-7);
    if (rounded >= beyond) {
        return std::numeric_limits<std::int64_t>::max();
    }
    if (rounded < -beyond) {
        return std::numeric_limits<std::int64_t>::min();
    }
    return std::isnan(rounded) ? 0 : static_cast<std::int64_t>(rounded);
}

// No duration is longer than this. No run is as long, so nothing that is cut to it ends in one, and
// sums of a few such durations are far from overflow.
inline constexpr Seconds longest_duration{100'000'000'000};

// A sampled or derived duration in whole seconds: the nearest, and at least 1 s if it is positive.
inline Seconds whole_seconds(double seconds) {
    if (seconds <= 0) {
        return Seconds{0};
    }
    return std::clamp(Seconds{round_half_up(seconds)}, Seconds{1}, longest_duration);
}

}  // namespace trainyard
