#include "analysis/compare/verdict.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using fixture::Values;

namespace {

Values run_of(double cost, double work) { return {{"total_cost_usd", cost}, {"finished_work_gpu_h", work}}; }

}  // namespace

TEST_CASE("the cheapest and the next, when all finished the same work") {
    CHECK(verdict(
              runs("y", {{"a", {run_of(1200, 80)}}, {"b", {run_of(1000, 80)}}, {"c", {run_of(1050, 80)}}})) ==
          "b is cheapest: $1,000; next is c, +5.0 %.");
    CHECK(verdict(runs("y", {{"a", {run_of(1000, 80)}}, {"b", {run_of(1000, 80)}}})) ==
          "a is cheapest: $1,000; b costs the same.");
}

TEST_CASE("one that did less is never simply the cheapest") {
    CHECK(verdict(runs(
              "y", {{"lazy", {run_of(500, 60)}}, {"a", {run_of(1200, 80)}}, {"b", {run_of(1000, 80)}}})) ==
          "lazy costs least, $500, but finished 25.0 % less work; "
          "of those that finished most, b is cheapest: $1,000.");
    CHECK(verdict(runs("y", {{"lazy", {run_of(1500, 79.99)}}, {"a", {run_of(1200, 80)}}})) ==
          "a is cheapest: $1,200; next is lazy, +25 % (finished under 0.1 % less work).");
    CHECK(verdict(runs("y", {{"lucky", {run_of(1000, 79.9)}}, {"a", {run_of(1200, 80)}}})) ==
          "lucky is cheapest: $1,000 (finished 0.1 % less work); next is a, +20 %.");
}

TEST_CASE("a lead within the noise of the replications is called so") {
    const auto noisy =
        runs("y", {{"a", {run_of(900, 80), run_of(1300, 80)}}, {"b", {run_of(1200, 80), run_of(1010, 80)}}});
    CHECK(verdict(noisy) ==
          "a is cheapest: $1,100; next is b, +0.5 %, a difference that may be chance (2 replications).");
    // The same spread, but the difference is the same in each replication.
    const auto paired =
        runs("y", {{"a", {run_of(900, 80), run_of(1300, 80)}}, {"b", {run_of(910, 80), run_of(1310, 80)}}});
    CHECK(verdict(paired) == "a is cheapest: $1,100; next is b, +0.9 %.");
}

TEST_CASE("a single strategy has its figures told") {
    CHECK(verdict(runs("y", {{"a",
                              {{{"total_cost_usd", 1200.0},
                                {"finished_work_gpu_h", 80.0},
                                {"idle_waste_usd", 300.0},
                                {"queue_time_mean_s", 7200.0}}}}})) ==
          "a costs $1,200, of which $300 is idle waste; a job queues 2.0 h on average.");
    CHECK(verdict(runs("y", {{"a", {}}})) == "No run has finished.");
}

TEST_CASE("strategies within half a percent of the most work are comparable") {
    const auto three =
        runs("y", {{"a", {run_of(1, 80)}}, {"b", {run_of(1, 79.5)}}, {"c", {run_of(9, 79.7)}}});
    CHECK(comparable(three) == std::vector<std::size_t>{0, 2});
}
