#include "analysis/statistics/needed.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

Summary of(double mean, double sd) {
    return {.count = 10, .mean = mean, .sd = sd, .ci_low = {}, .ci_high = {}};
}

}  // namespace

TEST_CASE("the fewest replications for a half-width") {
    // t tables: t(0.975, 17) = 2.109816, t(0.975, 16) = 2.119905. With sd 10 and a mean of 100 a half-width
    // of 5 takes t / sqrt(n) <= 0.5: 18 values give 0.4973, 17 give 0.5142.
    CHECK(replications_needed(of(100, 10), 0.05, 1000) == 18U);
    CHECK(replications_needed(of(-100, 10), 0.05, 1000) == 18U);
    // About (1.96 x 10 / 1)^2 = 385 for 1 %.
    CHECK(replications_needed(of(100, 10), 0.01, 1000) == 387U);
}

TEST_CASE("no more than at most, no fewer than two") {
    CHECK(replications_needed(of(100, 10), 0.001, 200) == 200U);
    CHECK(replications_needed(of(100, 0), 0.01, 200) == 2U);
    CHECK(replications_needed(of(0, 0), 0.01, 200) == 2U);
}

TEST_CASE("nothing can be said of a single value, or of a mean of 0 that varies") {
    CHECK_FALSE(replications_needed(of(0, 1), 0.01, 200));
    CHECK_FALSE(replications_needed(summarize({5.0}), 0.01, 200));
    CHECK_FALSE(replications_needed(summarize({}), 0.01, 200));
}
