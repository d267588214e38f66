// Exact arithmetic of money: 128-bit products that are checked, quotients that are rounded once, and
// sums of fractions of a micro-dollar that do not depend on their order.
#pragma once

#include <limits>
#include <stdexcept>

#include "sim/core/money.hpp"

namespace trainyard {

// Throws std::overflow_error beyond 128 bits.
constexpr int128 product(int128 a, int128 b) {
    int128 result = 0;
    if (__builtin_mul_overflow(a, b, &result)) {
        throw std::overflow_error("money: an amount is too large to be computed exactly");
    }
    return result;
}

// numerator / denominator micro-dollars, rounded once, halves up. Throws std::overflow_error.
constexpr Money rounded_micro_usd(int128 numerator, int128 denominator) {
    const int128 micro = divide_half_up(numerator, denominator);
    if (micro > std::numeric_limits<std::int64_t>::max() ||
        micro < std::numeric_limits<std::int64_t>::min()) {
        throw std::overflow_error("money: an amount is beyond 9.2e12 USD");
    }
    return Money::micro_usd(static_cast<std::int64_t>(micro));
}

// A sum of fractions of micro-dollars, each cut to a multiple of 2^-40. What is rounded at the end may
// thus be short by 2^-40 a term: a sum within 2^-20 below a half counts as that half.
class FineMoney {
public:
    // numerator >= 0, denominator > 0.
    constexpr void add(int128 numerator, int128 denominator) {
        constexpr int128 shiftable = static_cast<int128>(1) << 86;
        if (numerator < shiftable) {
            steps_ += (numerator << step_bits) / denominator;
            return;
        }
        const int128 rest = numerator % denominator;
        steps_ += product(numerator / denominator, one) + product(rest, one) / denominator;
    }
    constexpr FineMoney& operator+=(FineMoney other) {
        steps_ += other.steps_;
        return *this;
    }
    constexpr Money rounded() const {
        constexpr int128 half_with_slack = (one >> 1) + (static_cast<int128>(1) << 20);
        return rounded_micro_usd((steps_ + half_with_slack) >> step_bits, 1);
    }

private:
    static constexpr int step_bits = 40;
    static constexpr int128 one = static_cast<int128>(1) << step_bits;
    int128 steps_ = 0;
};

}  // namespace trainyard
