#include "analysis/verify/chance_checks.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/engine/fixture.hpp"

using namespace trainyard;

namespace {

Scenario with_stream(const Arrivals& arrivals) {
    Scenario scenario = fixture::empty_scenario();
    scenario.horizon = std::chrono::hours{10};
    Stream& stream = scenario.streams.emplace_back();
    stream.name = "jobs";
    stream.kinds.emplace_back().work_gpu_s = Exponential{7200};
    stream.arrivals = arrivals;
    return scenario;
}

std::vector<ChanceSum> sums_of(const Scenario& scenario, const Trace& trace) {
    const Strategy strategy;
    const Outcome outcome;
    return workload_sums({scenario, strategy, trace, outcome});
}

}  // namespace

TEST_CASE("without notice the hazard is rate x age") {
    CHECK(cumulative_hazard(0.5, 0, 3) == Approx(1.5));
    CHECK(cumulative_hazard(0.5, 0, 0) == Approx(0).margin(1e-12));
}

TEST_CASE("with notice an instance that is older than it can only have had that") {
    // Untouched at age 3 with notice 2: its life is beyond 5.
    CHECK(cumulative_hazard(0.5, 2, 3) == Approx(2.5));
    // At age 1: its life is beyond 3, or between 1 and 2, when no notice is given.
    CHECK(std::exp(-cumulative_hazard(0.5, 2, 1)) ==
          Approx(std::exp(-1.5) + std::exp(-0.5) - std::exp(-1.0)));
    CHECK(cumulative_hazard(0.5, 2, 0) == Approx(0).margin(1e-12));
}

TEST_CASE("expected jobs and work of a stream") {
    const Scenario scenario = with_stream(PoissonArrivals{2.0 / 3600, {}, Constant{3}});
    Trace trace;
    trace.jobs.resize(2);
    trace.jobs[0].work_gpu_s = 3600;
    trace.jobs[1].work_gpu_s = 7200;
    const auto sums = sums_of(scenario, trace);
    REQUIRE(sums.size() == 2);
    CHECK(sums[0].simulated == 2);
    CHECK(sums[0].expected == Approx(60));  // 10 h x 2/h x 3
    CHECK(sums[1].simulated == Approx(3));
    CHECK(sums[1].expected == Approx(4));  // 2 x 2 GPU-h
    CHECK(unchecked_workload(scenario).empty());
}

TEST_CASE("a weekly profile counts by its hours, cut ones too") {
    Scenario scenario = with_stream(PoissonArrivals{1.0 / 3600, office_hours_profile(), Constant{1}});
    scenario.start_unix_s = 1767571200 + 30 * 60;  // Monday 2026-01-05, 00:30
    scenario.horizon = std::chrono::hours{10};     // 8.5 h before 09:00, 1.5 h after
    CHECK(sums_of(scenario, {})[0].expected == Approx(8.5 * 0.1875 + 1.5 * 3.6));
}

TEST_CASE("what has no simple mean is named") {
    const Scenario gaps = with_stream(RenewalArrivals{Constant{3600}, {}, Constant{1}});
    CHECK(sums_of(gaps, {}).size() == 1);
    REQUIRE(unchecked_workload(gaps).size() == 1);
    CHECK(unchecked_workload(gaps)[0].find("only Poisson arrivals") != std::string::npos);
    const Scenario batches = with_stream(PoissonArrivals{1, {}, Uniform{1, 3}});
    CHECK(unchecked_workload(batches).size() == 1);
}
