#include "analysis/compare/sweep_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/text/text.hpp"
#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;
using fixture::costs;
using fixture::point;
using fixture::rate;

TEST_CASE("a row a point, a column a strategy, the best marked, and how it goes") {
    Batch batch{
        point({rate("0.01/h", 0.01)}, {{"own", costs({5000})}, {"spot", costs({4000})}, {"huge", {}}}),
        point({rate("0.1/h", 0.1)}, {{"own", costs({5000})}, {"spot", costs({4500})}, {"huge", {}}}),
        point({rate("1/h", 1)}, {{"own", costs({5100})}, {"spot", costs({4900}, 70)}, {"huge", {}}})};
    for (ScenarioRuns& each : batch) {
        each.strategies[2].infeasible = "too large";
    }
    CHECK(sweep_table(batch, {.width = 80, .ascii = false, .metrics = {"total_cost_usd"}}) ==
          R"(total cost
point  interruptions.rate     own     spot         huge
    1              0.01/h  $5,000   $4,000*  cannot run
    2               0.1/h  $5,000   $4,500*  cannot run
    3                 1/h  $5,100*  $4,900   cannot run
  own   ▁▁█  $5,000 to $5,100
  spot  ▁▅█  $4,000 to $4,900
  huge

* best of the row, among the strategies that finished (nearly) the most work
huge cannot run at any point: too large
)");
}

TEST_CASE("what cannot run, and what has not, is said") {
    Batch batch{point({rate("0.01/h", 0.01)}, {{"own", costs({5000, 5100})}, {"spot", {}}}),
                point({rate("0.1/h", 0.1)}, {{"own", costs({5000, 5100})}, {"spot", costs({1, 2})}})};
    batch[0].strategies[1].infeasible = "job 3 needs 9 GPUs";
    batch[1].strategies[0].replications[1].reset();
    const std::string text = sweep_table(batch, {.width = 80, .ascii = true, .metrics = {"total_cost_usd"}});
    CHECK(text.find("\nspot cannot run at point 1: job 3 needs 9 GPUs\n"
                    "1 of 6 runs are missing: means of a row may be of different replications.\n") !=
          std::string::npos);
}

TEST_CASE("strategies that do not fit go below") {
    const Batch batch{point({rate("0.01/h", 0.01)},
                            {{"a-first-strategy", costs({5000})}, {"a-second-strategy", costs({4000})}})};
    CHECK(sweep_table(batch, {.width = 50, .ascii = true, .metrics = {"total_cost_usd"}}) ==
          R"(total cost
point  interruptions.rate  a-first-strategy
    1              0.01/h            $5,000
point  interruptions.rate  a-second-stra...
    1              0.01/h            $4,000*

* best of the row
)");
}

TEST_CASE("of many points the first and the last are shown") {
    Batch batch;
    for (int i = 1; i <= 50; ++i) {
        batch.push_back(point({{"seed", std::to_string(i), i}}, {{"own", costs({1000.0 + i})}}));
    }
    const std::string text = sweep_table(batch, {.width = 80, .ascii = true, .metrics = {"total_cost_usd"}});
    CHECK(text.find("   10       10  $1,010\n    …  30 more\n   41       41  $1,041\n") != std::string::npos);
    CHECK(text.find("   11 ") == std::string::npos);
    CHECK(text.find("   40 ") == std::string::npos);
    // 50 points in 25 pairs.
    CHECK(text.find("  own  ___...:::---===+++***####  $1,001 to $1,050\n") != std::string::npos);
    CHECK(sweep_table({}).empty());
}
