#include "analysis/statistics/crossings.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trainyard;

TEST_CASE("a crossing is interpolated on the axis") {
    const auto linear = sign_changes({0, 1, 2}, {-3, -1, 3}, AxisScale::linear);
    REQUIRE(linear.size() == 1);
    CHECK(linear[0].x == Approx(1.25));
    CHECK(linear[0].upward);
    // Half-way between 0.01 and 0.1 on a logarithmic axis is their geometric mean.
    const auto logarithmic = sign_changes({0.01, 0.1}, {2, -2}, AxisScale::logarithmic);
    REQUIRE(logarithmic.size() == 1);
    CHECK(logarithmic[0].x == Approx(std::sqrt(0.001)));
    CHECK_FALSE(logarithmic[0].upward);
}

TEST_CASE("every crossing is found, with its direction") {
    const auto found = sign_changes({0, 1, 2, 3}, {-1, 1, -1, 1}, AxisScale::linear);
    REQUIRE(found.size() == 3);
    CHECK(found[0].x == Approx(0.5));
    CHECK(found[1].x == Approx(1.5));
    CHECK_FALSE(found[1].upward);
    CHECK(found[2].upward);
}

TEST_CASE("a stretch of no difference is crossed in its middle, and touching it is no crossing") {
    const auto through = sign_changes({0, 1, 2, 3}, {-1, 0, 0, 1}, AxisScale::linear);
    REQUIRE(through.size() == 1);
    CHECK(through[0].x == Approx(1.5));
    CHECK(sign_changes({0, 1, 2}, {-1, 0, 1}, AxisScale::linear).front().x == Approx(1));
    CHECK(sign_changes({0, 1, 2}, {1, 0, 1}, AxisScale::linear).empty());
    CHECK(sign_changes({0, 1, 2}, {0, 0, 1}, AxisScale::linear).empty());
    CHECK(sign_changes({}, {}, AxisScale::linear).empty());
}

TEST_CASE("a crossing has an interval over the replications") {
    // Replication r crosses at 1 + r / 10: means of samples of five cross around 1.2, at most at 1 and 1.4.
    std::vector<Sample> differences(3);
    for (int r = 0; r < 5; ++r) {
        const double at = 1 + r / 10.0;
        for (std::size_t i = 0; i < 3; ++i) {
            differences[i].emplace_back(static_cast<double>(i) - at);
        }
    }
    const auto found = find_crossings({0, 1, 2}, differences, AxisScale::linear);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at.x == Approx(1.2));
    REQUIRE(found[0].interval);
    // The mean of five draws of {0, …, 4} / 10 has a standard error of sqrt(2 / 5) / 10 = 0.063.
    CHECK(found[0].interval->low == Approx(1.2 - 1.96 * 0.063).margin(0.02));
    CHECK(found[0].interval->high == Approx(1.2 + 1.96 * 0.063).margin(0.02));
    CHECK(found[0].missing == 0);
    CHECK(found[0].clear());
}

TEST_CASE("a difference that is hardly ever below 0 has no clear crossing") {
    // One replication of six alone makes the mean negative at the first point.
    const std::vector<Sample> differences{{1.0, 1.0, 1.0, 1.0, 1.0, -6.0}, {2.0, 2.0, 2.0, 2.0, 2.0, 2.0}};
    const auto found = find_crossings({1, 2}, differences, AxisScale::linear);
    REQUIRE(found.size() == 1);
    // (5 / 6)^6 of the samples do not have that replication.
    CHECK(found[0].missing == Approx(std::pow(5.0 / 6, 6)).margin(0.03));
    CHECK_FALSE(found[0].clear());
}

TEST_CASE("samples' crossings are matched to the nearest of their direction") {
    std::vector<Sample> differences(4);
    for (const double shift : {-0.2, -0.1, 0.0, 0.1, 0.2}) {
        differences[0].emplace_back(-1 + shift);
        differences[1].emplace_back(1 + shift);
        differences[2].emplace_back(-1 + shift);
        differences[3].emplace_back(1 + shift);
    }
    const auto found = find_crossings({0, 1, 2, 3}, differences, AxisScale::linear);
    REQUIRE(found.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        INFO("crossing " << i);
        CHECK(found[i].clear());
        CHECK(found[i].at.x == Approx(0.5 + static_cast<double>(i)));
        CHECK(found[i].interval->low > static_cast<double>(i) + 0.3);
        CHECK(found[i].interval->high < static_cast<double>(i) + 0.7);
    }
}

TEST_CASE("replications that lack a point are left out, and a single one has no interval") {
    const auto found = find_crossings({0, 1}, {{-1.0, -9.0}, {1.0, std::nullopt}}, AxisScale::linear);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at.x == Approx(0.5));
    CHECK_FALSE(found[0].interval);
    CHECK_FALSE(found[0].clear());
    CHECK(find_crossings({0, 1}, {{std::nullopt}, {1.0}}, AxisScale::linear).empty());
    CHECK(find_crossings({}, {}, AxisScale::linear).empty());
}
