#include "analysis/compare/comparison.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using fixture::Values;

namespace {

Values run_of(double cost, double wait, double work = 100) {
    return {{"total_cost_usd", cost},
            {"queue_time_p95_s", wait},
            {"finished_work_gpu_h", work},
            {"usd_per_finished_gpu_h", cost / work},
            {"jobs_unfinished", work < 100 ? 3.0 : 0.0},
            {"jobs_failed", 0.0}};
}

// Replications of the same luck: `luck` in cost and a tenth of it in the wait.
std::vector<Values> lucky(double cost, double wait, double work = 100) {
    std::vector<Values> all;
    for (const double luck : {-200.0, 150.0, 20.0, -90.0, 120.0}) {
        all.push_back(run_of(cost + luck, wait + luck / 10, work));
    }
    // The difference is not quite the same in each.
    *all.front().front().second += 1;
    return all;
}

const CompareOptions options{
    .baseline = "", .metrics = {"total_cost_usd", "queue_time_p95_s"}, .targets = {}};

}  // namespace

TEST_CASE("differences are found on the same luck that intervals of means hide") {
    auto made = runs("y", {{"a", lucky(1000, 500)}, {"b", lucky(990, 500)}});
    *made.strategies[1].replications[1] = fixture::result(run_of(1141, 515));
    const Comparison result = compare(made, options);
    CHECK(result.baseline == 0);
    CHECK(result.comparisons == 2);
    const MetricComparison& cost = result.strategies[1].metrics[0];
    CHECK(*cost.summary.half_width() > 100);
    CHECK(*cost.paired.difference.mean == Approx(-9.8));
    CHECK(cost.finding == Finding::lower);
    CHECK(*cost.paired.variance_reduction > 1000);
    CHECK(result.strategies[1].metrics[1].finding == Finding::same);
    CHECK(result.strategies[0].metrics[0].finding == Finding::baseline);
}

TEST_CASE("the baseline can be any strategy") {
    const auto made = runs("y", {{"a", lucky(1000, 500)}, {"b", lucky(900, 800)}});
    CompareOptions to_b = options;
    to_b.baseline = "b";
    const Comparison result = compare(made, to_b);
    CHECK(result.base().name == "b");
    CHECK(result.strategies[0].metrics[0].finding == Finding::higher);
    CHECK(result.strategies[0].metrics[1].finding == Finding::lower);
}

TEST_CASE("verdicts take all comparisons into account") {
    // Mean 4.4, sd 3.209, so t = 3.066 with 4 degrees of freedom and p = 0.0374: shown if it is the only
    // comparison, and not as the smaller of two.
    std::vector<Values> base;
    std::vector<Values> other;
    for (const double more : {4.0, 2.0, 6.0, 9.0, 1.0}) {
        base.push_back(run_of(1000, 500));
        other.push_back(run_of(1000 + more, 500 + (more > 3 ? 1 : -1)));
    }
    const auto made = runs("y", {{"a", base}, {"b", other}});
    CompareOptions one = options;
    one.metrics = {"total_cost_usd"};
    const Comparison alone = compare(made, one);
    CHECK(alone.strategies[1].metrics[0].finding == Finding::higher);
    CHECK(*alone.strategies[1].metrics[0].adjusted_p == Approx(0.0374).margin(0.0001));
    const Comparison both = compare(made, options);
    CHECK(both.strategies[1].metrics[0].finding == Finding::no_difference);
    CHECK(*both.strategies[1].metrics[0].adjusted_p == Approx(0.0748).margin(0.0002));
}

TEST_CASE("costs are not compared with those of less work") {
    const auto made = runs("y", {{"a", lucky(1000, 500)}, {"lazy", lucky(800, 500, 75)}});
    const Comparison result = compare(made, options);
    CHECK(result.metrics ==
          std::vector<std::string>{"total_cost_usd", "usd_per_finished_gpu_h", "queue_time_p95_s"});
    const StrategyComparison& lazy = result.strategies[1];
    REQUIRE(lazy.work_gap);
    CHECK(lazy.work_gap->did_less());
    CHECK(lazy.work_gap->unfinished_jobs == 3);
    CHECK(lazy.metrics[0].finding == Finding::other_work);
    CHECK_FALSE(lazy.metrics[0].adjusted_p);
    CHECK(lazy.metrics[1].finding != Finding::other_work);
    CHECK(result.comparisons == 2);
    // Nor is the baseline called cheaper for having done less itself.
    CompareOptions to_lazy = options;
    to_lazy.baseline = "lazy";
    const Comparison other_way = compare(made, to_lazy);
    REQUIRE(other_way.strategies[0].work_gap);
    CHECK_FALSE(other_way.strategies[0].work_gap->did_less());
    CHECK(other_way.strategies[0].metrics[0].finding == Finding::other_work);
}

TEST_CASE("half a percent of the work does not matter") {
    const auto made = runs("y", {{"a", lucky(1000, 500)}, {"b", lucky(800, 500, 99.6)}});
    CHECK_FALSE(compare(made, options).strategies[1].work_gap);
}

TEST_CASE("one replication tells no chance from difference, and failed runs have no pair") {
    const auto single = runs("y", {{"a", {run_of(1000, 1)}}, {"b", {run_of(900, 1)}}});
    const Comparison result = compare(single, options);
    CHECK(result.strategies[1].metrics[0].finding == Finding::open);
    CHECK(result.comparisons == 0);
    auto holes = runs("y", {{"a", lucky(1000, 500)}, {"b", lucky(900, 500)}});
    holes.strategies[0].replications[1].reset();
    holes.strategies[1].replications[2].reset();
    CHECK(compare(holes, options).strategies[1].metrics[0].paired.difference.count == 3);
}

TEST_CASE("a strategy that cannot run is neither baseline nor compared") {
    auto made = runs("y", {{"a", {}}, {"b", lucky(1000, 500)}, {"c", lucky(900, 500)}});
    made.strategies[0].infeasible = "no pool for 8 GPUs";
    const Comparison result = compare(made, options);
    CHECK(result.base().name == "b");
    CHECK(result.strategies[0].infeasible == "no pool for 8 GPUs");
    CHECK(result.strategies[0].metrics[0].finding == Finding::open);
    CHECK(result.strategies[2].metrics[0].finding == Finding::lower);
}
