#include "analysis/statistics/quantile.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("quantiles interpolate between order statistics, type 7") {
    // R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .9, 1)).
    const std::vector<double> values{1, 2, 4, 8};
    CHECK(quantile(values, 0) == Approx(1));
    CHECK(quantile(values, 0.25) == Approx(1.75));
    CHECK(quantile(values, 0.5) == Approx(3));
    CHECK(quantile(values, 0.9) == Approx(6.8));
    CHECK(quantile(values, 1) == Approx(8));
    CHECK(quantile({5}, 0.3) == Approx(5));
}

TEST_CASE("the median's interval by order statistics") {
    // J.-Y. Le Boudec, "Performance Evaluation of Computer and Communication Systems" (2010), table A.1:
    // none below 6 values; 6: 1st to 6th, 0.969; 10: 2nd to 9th, 0.979; 20: 6th to 15th, 0.959.
    CHECK_FALSE(quantile_ranks(5, 0.5));
    const auto six = quantile_ranks(6, 0.5);
    REQUIRE(six);
    CHECK(six->low == 1);
    CHECK(six->high == 6);
    CHECK(six->coverage == Approx(62.0 / 64));
    const auto ten = quantile_ranks(10, 0.5);
    REQUIRE(ten);
    CHECK(ten->low == 2);
    CHECK(ten->high == 9);
    CHECK(ten->coverage == Approx(1 - 2 * 11.0 / 1024));
    const auto twenty = quantile_ranks(20, 0.5);
    REQUIRE(twenty);
    CHECK(twenty->low == 6);
    CHECK(twenty->high == 15);
    CHECK(twenty->coverage == Approx(0.959).margin(0.0005));
}

TEST_CASE("a 95th percentile has an interval from 72 values on") {
    // 0.95^n <= 0.025 from n = 72 on: until then the largest value may well be below the percentile.
    CHECK_FALSE(quantile_ranks(71, 0.95));
    const auto enough = quantile_ranks(72, 0.95);
    REQUIRE(enough);
    CHECK(enough->high == 72);
    CHECK(enough->coverage >= 0.95);
}

TEST_CASE("both tails are cut by at most 2.5 %, whatever the quantile") {
    for (const double share : {0.1, 0.5, 0.9}) {
        for (std::size_t n = 40; n <= 200; n += 40) {
            INFO("share " << share << ", n " << n);
            const auto ranks = quantile_ranks(n, share);
            REQUIRE(ranks);
            CHECK(ranks->coverage >= 0.95);
            CHECK(static_cast<double>(ranks->low) <= share * static_cast<double>(n));
            CHECK(static_cast<double>(ranks->high) > share * static_cast<double>(n));
        }
    }
    CHECK_FALSE(quantile_ranks(0, 0.5));
    CHECK_FALSE(quantile_ranks(10, 1));
}

TEST_CASE("the interval's values are those at its ranks") {
    const auto interval = quantile_interval({1, 2, 3, 5, 8, 13, 21, 34, 55, 89}, 0.5);
    REQUIRE(interval);
    CHECK(interval->low == 2);
    CHECK(interval->high == 55);
    CHECK_FALSE(quantile_interval({1, 2, 3}, 0.5));
}
