#include "analysis/statistics/paired.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace trainyard;

namespace {

// "Student", "The probable error of a mean", Biometrika 6 (1908): hours of sleep gained with each of two
// drugs by ten patients. The figures below are those of R 4, t.test(extra ~ group, sleep, paired = TRUE).
const Sample first_drug{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
const Sample second_drug{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

}  // namespace

TEST_CASE("Student's sleep data, paired") {
    const PairedDifference result = paired_difference(first_drug, second_drug);
    CHECK(result.difference.count == 10);
    CHECK(*result.difference.mean == Approx(1.58));
    CHECK(*result.difference.ci_low == Approx(0.7001142).epsilon(1e-6));
    CHECK(*result.difference.ci_high == Approx(2.4598858).epsilon(1e-6));
    CHECK(*result.p_value == Approx(0.002833).epsilon(1e-3));
    CHECK(*result.mean_baseline == Approx(0.75));
    CHECK(*result.mean_other == Approx(2.33));
    CHECK(*result.relative() == Approx(1.58 / 0.75));
    // sd of the groups 1.789010 and 2.002249, of the differences 1.229995.
    CHECK(*result.variance_reduction == Approx(4.76541).epsilon(1e-5));
}

TEST_CASE("only replications that have both values count") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const PairedDifference result =
        paired_difference({1.0, std::nullopt, 3.0, 5.0, nan}, {2.0, 9.0, std::nullopt, 8.0, 1.0});
    CHECK(result.difference.count == 2);
    CHECK(*result.difference.mean == Approx(2));
    CHECK(*result.mean_baseline == Approx(3));
    CHECK(*result.mean_other == Approx(5));
    CHECK(differences({1.0, 2.0}, {4.0}) == Sample{3.0});
}

TEST_CASE("differences that never vary are certain, and none is certainly none") {
    const PairedDifference shifted = paired_difference({1.0, 2.0, 4.0}, {3.0, 4.0, 6.0});
    CHECK(shifted.p_value == 0.0);
    CHECK_FALSE(shifted.variance_reduction);
    const PairedDifference same = paired_difference({1.0, 2.0, 4.0}, {1.0, 2.0, 4.0});
    CHECK(same.p_value == 1.0);
    CHECK(same.difference.mean == 0.0);
}

TEST_CASE("what two values differ by in their last digits is no difference") {
    CHECK(paired_difference({0.3, 0.3}, {0.1 + 0.2, 0.1 + 0.2}).p_value == 1.0);
}

TEST_CASE("one pair decides nothing, and no pair has no difference") {
    const PairedDifference one = paired_difference({1.0}, {2.0});
    CHECK(one.difference.mean == 1.0);
    CHECK_FALSE(one.p_value);
    CHECK_FALSE(one.difference.ci_low);
    const PairedDifference none = paired_difference({1.0}, {std::nullopt});
    CHECK_FALSE(none.difference.mean);
    CHECK_FALSE(none.relative());
    CHECK_FALSE(paired_difference({0.0, 0.0}, {1.0, 2.0}).relative());
}
