#include "analysis/compare/drivers.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;
using fixture::costs;
using fixture::point;
using fixture::rate;

namespace {

// y = 300 a + 400 b over a full factorial design in a and b at -1 and 1: R^2 of 1, 0.6 and 0.8.
Batch factorial() {
    Batch batch;
    for (const int a : {-1, 1}) {
        for (const int b : {-1, 1}) {
            const double cost = 1000 + 300.0 * a + 400.0 * b;
            batch.push_back(
                point({{"seed", std::to_string(a), a},
                       {"fleet.rigs.duo.count", std::to_string(b), b},
                       {"strategies.own.queue", a == b ? "fifo" : "sjf", std::nullopt}},
                      {{"own", costs({cost})}, {"rent", costs({1234})}, {"odd", costs({a == b ? 1. : 2.})}}));
        }
    }
    return batch;
}

}  // namespace

TEST_CASE("coefficients of each strategy, by axis") {
    const Drivers drivers = find_drivers(factorial());
    REQUIRE(drivers.axes.size() == 2);
    CHECK(drivers.left_out == std::vector<std::string>{"strategies.own.queue"});
    REQUIRE(drivers.strategies[0].regression);
    CHECK(*drivers.strategies[0].regression->coefficients[0] == Approx(0.6));
    CHECK(*drivers.strategies[0].regression->coefficients[1] == Approx(0.8));
    CHECK_FALSE(drivers.strategies[1].regression);
}

TEST_CASE("a logarithmic axis enters by its logarithm") {
    Batch batch;
    for (const auto& [text, per_h] :
         {std::pair{"0.01/h", 0.01}, {"0.1/h", 0.1}, {"1/h", 1.0}, {"10/h", 10.0}}) {
        batch.push_back(point({rate(text, per_h)}, {{"own", costs({1000 + 100 * std::log(per_h)})}}));
    }
    CHECK(find_drivers(batch).strategies[0].regression->r_squared == Approx(1));
}

TEST_CASE("what drives the cost, as it is printed") {
    CHECK(drivers_text(find_drivers(factorial()), 80) ==
          R"(What drives total cost: by how many standard deviations it moves with one of
  the axis
               own  rent   odd
  duo.count  +0.80     -  0.00
  seed       +0.60     -  0.00
  R²          1.00     -  0.00
odd: a straight line explains only 0 % of what happens: the axes work
  together, or not steadily up or down.
strategies.own.queue is left out: its values are no numbers.
)");
}

TEST_CASE("with nothing to explain there is nothing to print") {
    CHECK(drivers_text(find_drivers({}), 80).empty());
    CHECK(drivers_text(find_drivers({point({rate("1/h", 1)}, {{"own", costs({1})}})}), 80).empty());
}
