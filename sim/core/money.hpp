// Money in whole micro-dollars, and prices as exact rationals. Money has no constructor from a
// double: an amount comes from a parsed decimal, from other amounts, or from price x quantity.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace trainyard {

__extension__ using int128 = __int128;

class Money {
public:
    constexpr Money() = default;
    static constexpr Money micro_usd(std::int64_t amount) { return Money{amount}; }
    static constexpr Money usd(std::int64_t amount) { return Money{amount * 1'000'000}; }

    constexpr std::int64_t micro() const { return micro_; }
    // For printing and statistics only.
    constexpr double in_usd() const { return static_cast<double>(micro_) / 1e6; }

    constexpr Money& operator+=(Money other) {
        if (__builtin_add_overflow(micro_, other.micro_, &micro_)) {
            throw std::overflow_error("money: a sum is beyond 9.2e12 USD");
        }
        return *this;
    }
    constexpr Money& operator-=(Money other) { return *this += Money{-other.micro_}; }
    friend constexpr Money operator+(Money a, Money b) { return a += b; }
    friend constexpr Money operator-(Money a, Money b) { return a -= b; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    constexpr explicit Money(std::int64_t amount) : micro_{amount} {}
    std::int64_t micro_ = 0;
};

// numerator / denominator, rounded once to the nearest, halves up. denominator > 0.
constexpr int128 divide_half_up(int128 numerator, int128 denominator) {
    const int128 doubled = 2 * numerator + denominator;
    const int128 by = 2 * denominator;
    return doubled >= 0 ? doubled / by : -((-doubled + by - 1) / by);
}

// An exact price: `nano_usd` billionths of a dollar for `per` units. The unit is the name's
// business: a machine's price is per seconds, electricity's per watt-seconds, and so on.
struct Price {
    std::int64_t nano_usd = 0;
    std::int64_t per = 1;  // > 0

    friend constexpr bool operator==(const Price&, const Price&) = default;
};

// price x quantity in micro-dollars, rounded once, halves up, from 128-bit integers.
// Throws std::overflow_error beyond Money's range.
constexpr Money cost_of(Price price, std::int64_t quantity) {
    const int128 micro =
        divide_half_up(static_cast<int128>(price.nano_usd) * quantity, static_cast<int128>(price.per) * 1000);
    if (micro > std::numeric_limits<std::int64_t>::max() ||
        micro < std::numeric_limits<std::int64_t>::min()) {
        throw std::overflow_error("money: price x quantity is beyond 9.2e12 USD");
    }
    return Money::micro_usd(static_cast<std::int64_t>(micro));
}

// Eight GPUs for two hours at $2.50 are $40.
static_assert(cost_of(Price{8 * 2'500'000'000, 3600}, 2 * 3600) == Money::usd(40));
// Half a micro-dollar is rounded up, also below zero.
static_assert(cost_of(Price{500, 1}, 1) == Money::micro_usd(1));
static_assert(cost_of(Price{-500, 1}, 1) == Money::micro_usd(0));
static_assert(cost_of(Price{499, 1}, 1) == Money::micro_usd(0));

}  // namespace trainyard
