#include "analysis/statistics/summary.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("mean, deviation and Student-t interval of three values") {
    // t(0.975, 2) = 4.302653 (any table); sd of 1, 2, 3 is 1.
    const Summary summary = summarize({1.0, 2.0, 3.0});
    CHECK(summary.count == 3);
    CHECK(*summary.mean == Approx(2));
    CHECK(*summary.sd == Approx(1));
    CHECK(*summary.half_width() == Approx(4.302653 / 1.7320508).epsilon(1e-6));
    CHECK(*summary.ci_low == Approx(2 - 2.484138).epsilon(1e-6));
    CHECK(*summary.ci_high == Approx(2 + 2.484138).epsilon(1e-6));
}

TEST_CASE("thirty values use 29 degrees of freedom") {
    std::vector<std::optional<double>> values;
    for (int i = 1; i <= 30; ++i) {
        values.emplace_back(i);
    }
    const Summary summary = summarize(values);
    CHECK(*summary.mean == Approx(15.5));
    CHECK(*summary.sd == Approx(8.803408));  // sqrt(30 x 31 / 12)
    CHECK(*summary.half_width() == Approx(2.045230 * 8.803408 / 5.477226).epsilon(1e-6));
}

TEST_CASE("a single value has a mean, and neither deviation nor interval") {
    const Summary summary = summarize({7.0});
    CHECK(summary.mean == 7.0);
    CHECK_FALSE(summary.sd);
    CHECK_FALSE(summary.ci_low);
    CHECK_FALSE(summary.ci_high);
    CHECK_FALSE(summary.half_width());
}

TEST_CASE("replications without a value are left out") {
    const Summary summary = summarize({std::nullopt, 4.0, std::nullopt, 6.0});
    CHECK(summary.count == 2);
    CHECK(*summary.mean == Approx(5));
    CHECK(*summary.sd == Approx(1.4142136));
    CHECK_FALSE(summarize({std::nullopt, std::nullopt}).mean);
    CHECK_FALSE(summarize({}).mean);
}

TEST_CASE("the deviation of large values that hardly differ is not lost") {
    const Summary summary = summarize({1e9 + 1, 1e9 + 2, 1e9 + 3});
    CHECK(*summary.sd == Approx(1));
    CHECK(*summarize({5.0, 5.0, 5.0}).sd == 0);
}

TEST_CASE("how far a mean is off by chance: 4 standard errors of many values, more of few") {
    CHECK(chance_errors(1'000'000) == Approx(4).epsilon(1e-4));
    CHECK(chance_errors(2) == Approx(10050).epsilon(0.01));  // Cauchy: 1 / (pi p)
    CHECK(chance_errors(20) > 5);
}
