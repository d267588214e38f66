#include "analysis/statistics/agreement.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("the distance to a distribution is the largest gap, before a step or behind it") {
    const auto uniform = [](double x) { return x; };
    CHECK(ks_distance({0.5}, uniform) == Approx(0.5));
    CHECK(ks_distance({0.1, 0.2, 0.3, 0.9}, uniform) == Approx(0.45));
    CHECK(ks_distance({0.25, 0.5, 0.75}, uniform) == Approx(0.25));
}

TEST_CASE("of two discrete distributions, and of two samples") {
    CHECK(ks_distance({0.5, 0.3, 0.2}, {0.2, 0.3, 0.5}) == Approx(0.3));
    CHECK(ks_distance({1, 0}, {1, 0}) == 0);
    CHECK(ks_distance_of_samples({1, 2, 3, 4}, {1, 2, 3, 4}) == 0);
    CHECK(ks_distance_of_samples({1, 1, 1, 4}, {1, 2, 3, 4}) == Approx(0.5));
    CHECK(ks_distance_of_samples({1, 2}, {8, 9, 10}) == 1);
}

TEST_CASE("Spearman's correlation goes by ranks, ties at their mean") {
    CHECK(rank_correlation({1, 2, 3}, {10, 100, 1000}).value() == Approx(1));
    CHECK(rank_correlation({1, 2, 3}, {3, 2, 1}).value() == Approx(-1));
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / sqrt(4.5 x 5).
    CHECK(rank_correlation({0, 5, 5, 9}, {1, 2, 3, 4}).value() == Approx(0.9486833));
    CHECK_FALSE(rank_correlation({1, 1}, {1, 2}));
    CHECK_FALSE(rank_correlation({}, {}));
}

TEST_CASE("the normal distribution at its usual points") {
    CHECK(normal_cdf(0) == 0.5);
    CHECK(normal_cdf(1.959964) == Approx(0.975).epsilon(1e-6));
}
