// What the program says of its own uncertainty is true: intervals cover, and pairing gains.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>
#include <stdexcept>

#include "analysis/runs/runner.hpp"
#include "analysis/statistics/paired.hpp"
#include "analysis/statistics/summary.hpp"
#include "analysis/study/run_choice.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/validation/page.hpp"

using namespace trainyard;
using namespace trainyard::theory;

namespace {

ScenarioRuns load(const std::string& file, RunChoice choice) {
    Loaded loaded = load_scenario("tests/validation/" + file);
    if (!loaded.scenario) {
        throw std::runtime_error{render(loaded.errors)};
    }
    return runs_of(std::move(*loaded.scenario), choice);
}

void run_all(Batch& batch) {
    Progress progress{Progress::Style::none, count_runs(batch)};
    PoolLimits limits;
    limits.children = usable_cores();
    const BatchEnd end = run_batch(batch, missing_runs(batch), limits, RunnerHooks{}, progress);
    REQUIRE(end.failed == 0);
}

Sample values_of(const StrategyRuns& runs, const std::string& metric) {
    Sample values;
    for (const auto& run : runs.replications) {
        values.push_back(run->metric(metric));
    }
    return values;
}

}  // namespace

TEST_CASE("of a thousand experiments 95 % have the true mean wait in their interval", "[.validate]") {
    constexpr int experiments = 1000;
    Batch batch;
    for (int seed = 1; seed <= experiments; ++seed) {
        batch.push_back(load("mm1.yaml", {{}, 10, static_cast<std::uint64_t>(seed)}));
    }
    run_all(batch);
    // Mean wait of M/M/1: rho / (mu - lambda), of lambda = 2/h and mu = 4/h.
    const double wait_s = 0.5 / (4.0 - 2.0) * 3600;
    int covered = 0;
    for (const ScenarioRuns& experiment : batch) {
        const Summary summary = summarize(values_of(experiment.strategies[0], "queue_time_mean_s"));
        covered += *summary.ci_low <= wait_s && wait_s <= *summary.ci_high ? 1 : 0;
    }
    const double share = covered * 1.0 / experiments;
    const double z = (share - 0.95) / std::sqrt(0.95 * 0.05 / experiments);
    tell("coverage", {{"mm1.yaml", "95 % intervals that hold the mean wait", "ρ / (μ − λ), Erlang", "95.0 %",
                       fmt::format("{:.1f} %", share * 100), "1,000 × 10", fmt::format("{:+.2f}", z),
                       chance_beyond_z_bound, std::abs(z) < z_bound}});
    CHECK(share >= 0.935);
    CHECK(share <= 0.965);
}

TEST_CASE("on the same luck a difference of one per cent shows with a third of the replications, or fewer",
          "[.validate]") {
    Batch batch{load("pairing.yaml", {})};
    run_all(batch);
    const PairedDifference cost = paired_difference(values_of(batch[0].strategies[0], "total_cost_usd"),
                                                    values_of(batch[0].strategies[1], "total_cost_usd"));
    const double relative = *cost.relative();
    const auto percent = [&](double part) { return part / *cost.mean_baseline * 100; };
    tell_words(
        "pairing",
        fmt::format(
            "Half-hourly checkpoints cost {:+.2f} % of what hourly ones cost, 95 % interval {:+.2f} % to "
            "{:+.2f} %; without pairing that interval would need {:.0f} times the replications.",
            relative * 100, percent(*cost.difference.ci_low), percent(*cost.difference.ci_high),
            *cost.variance_reduction));
    CHECK(std::abs(relative) > 0.005);
    CHECK(std::abs(relative) < 0.02);
    CHECK(*cost.difference.ci_low * *cost.difference.ci_high > 0);  // shown
    CHECK(*cost.variance_reduction >= 3);
}
