#include "analysis/compare/precision.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using fixture::Values;

namespace {

// Costs that alternate around 100, so many of them.
std::vector<Values> costs(std::size_t count, double spread) {
    std::vector<Values> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back({{"total_cost_usd", i % 2 == 0 ? 100 - spread : 100 + spread}});
    }
    return all;
}

const std::vector<std::string> cost{"total_cost_usd"};

}  // namespace

TEST_CASE("fewer than ten replications are never enough") {
    CHECK(next_replications(runs("y", {{"a", costs(2, 0)}}), cost, 0.02) == 10U);
}

TEST_CASE("once every interval is narrow enough no more are needed") {
    CHECK_FALSE(next_replications(runs("y", {{"a", costs(10, 0)}, {"b", costs(10, 0.1)}}), cost, 0.02));
}

TEST_CASE("the widest interval says how many are needed, in steps of at most fourfold") {
    // sd 10.54: half-width 7.54 with ten values. 5 % takes t sd / sqrt(n) <= 5: n = 20.
    const auto wide = runs("y", {{"a", costs(10, 10)}, {"b", costs(10, 0)}});
    CHECK(next_replications(wide, cost, 0.05) == 20U);
    CHECK(next_replications(wide, cost, 0.001) == 40U);
}

TEST_CASE("a mean of 0 that varies asks for more, one that does not vary is precise") {
    std::vector<Values> around_zero;
    for (int i = 0; i < 10; ++i) {
        around_zero.push_back({{"total_cost_usd", i % 2 == 0 ? -1.0 : 1.0}});
    }
    CHECK(next_replications(runs("y", {{"a", around_zero}}), cost, 0.02) == 40U);
    const std::vector<Values> zero(10, Values{{"total_cost_usd", 0.0}});
    CHECK_FALSE(next_replications(runs("y", {{"a", zero}}), cost, 0.02));
}

TEST_CASE("a metric without any value, or a strategy that cannot run, holds nothing up") {
    auto some = runs("y", {{"a", costs(10, 0)}, {"b", {}}});
    some.strategies[1].infeasible = "too large";
    CHECK_FALSE(next_replications(some, {"total_cost_usd", "waiting_cost_usd"}, 0.02));
}
