#include "analysis/statistics/holm.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace trainyard;

using PValues = std::vector<std::optional<double>>;

namespace {

void check_equal(const PValues& found, const PValues& expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        INFO("number " << i);
        REQUIRE(found[i].has_value() == expected[i].has_value());
        if (found[i]) {
            CHECK(*found[i] == Approx(*expected[i]));
        }
    }
}

}  // namespace

TEST_CASE("Holm's adjustment of four p-values") {
    // The example of Wikipedia's article on the Holm-Bonferroni method: at 5 % the first and the last are
    // rejected and the others not. Adjusted values as of R's p.adjust(c(.01, .04, .03, .005), "holm").
    check_equal(holm_adjusted({0.01, 0.04, 0.03, 0.005}), {0.03, 0.06, 0.06, 0.02});
}

TEST_CASE("no adjusted p-value is below that of a smaller one") {
    // 4 x 0.001, 3 x 0.01, then 2 x 0.011 = 0.022 is raised to the 0.03 before it.
    check_equal(holm_adjusted({0.1, 0.001, 0.01, 0.011}), {0.1, 0.004, 0.03, 0.03});
}

TEST_CASE("an adjusted p-value is at most 1, and a single one is not adjusted") {
    check_equal(holm_adjusted({0.9, 0.6, 0.7}), {1.0, 1.0, 1.0});
    check_equal(holm_adjusted({0.04}), {0.04});
    check_equal(holm_adjusted({}), {});
}

TEST_CASE("comparisons without a p-value do not count") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    check_equal(holm_adjusted({std::nullopt, 0.02, nan, 0.03}), {std::nullopt, 0.04, std::nullopt, 0.04});
}
