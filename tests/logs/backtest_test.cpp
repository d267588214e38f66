#include "analysis/logs/backtest.hpp"

#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

TraceRow job(double submit_s, int gpus, double run_s, std::optional<double> start_s) {
    TraceRow row;
    row.submit_s = submit_s;
    row.gpus = Gpus{gpus};
    row.work_gpu_s = run_s * gpus;
    row.start_s = start_s;
    return row;
}

// One rig of two GPUs of half the reference's speed.
BacktestPlan plan_of(std::vector<TraceRow> rows) {
    test::Small small;
    small.strategy = "pools: [rig]";
    Scenario scenario = test::good(small);
    const Strategy strategy = scenario.strategies.front();
    return plan_backtest(std::move(scenario), strategy, std::move(rows));
}

}  // namespace

// SimGrid's engine exists once in a process: this is the one case that simulates.
TEST_CASE("a log is replayed with its own run times, whatever the speed of the GPUs") {
    // The second comes first in the file; the third needs both GPUs; the last fits no rig.
    const BacktestPlan plan = plan_of(
        {job(10, 1, 100, 60), job(0, 1, 100, 0), job(20, 2, 50, 100), job(30, 4, 10, 30), job(40, 1, 5, {})});
    CHECK(plan.left_out == 1);
    REQUIRE(plan.rows.size() == 4);
    CHECK(plan.rows[0].submit_s == 0);
    const std::vector<double> waits = simulated_waits(plan);
    CHECK(waits == std::vector<double>{0, 0, 90, 120});
    const Backtest backtest = compare_waits(plan, waits);
    CHECK(backtest.without_start == 1);
    REQUIRE(backtest.waits.size() == 3);
    CHECK(backtest.waits[1].recorded_s == 50);
    CHECK(backtest.waits[2].recorded_s == 80);
    CHECK(backtest.waits[2].simulated_s == 90);
    const std::string text = described(backtest, "own", true);
    CHECK(text.find("3 jobs with a recorded start; 1 without, replayed all the same; 1 fit no pool") !=
          std::string::npos);
    CHECK(text.find("median wait           50 s        0 s") != std::string::npos);
    CHECK(text.find("Does it match my last year? yes") != std::string::npos);
}

TEST_CASE("the sentence says in which direction the waits differ") {
    const auto sentence = [](double recorded_s, double simulated_s) {
        Backtest backtest;
        for (int i = 1; i <= 20; ++i) {
            backtest.waits.push_back({recorded_s * i, simulated_s * i});
        }
        const std::string text = described(backtest, "own", true);
        return text.substr(text.find("year? ") + 6, 30);
    };
    CHECK(sentence(1000, 1200).starts_with("yes: "));
    CHECK(sentence(1000, 1900).starts_with("roughly: "));
    CHECK(sentence(1000, 5000).starts_with("no: simulated jobs wait longer"));
    CHECK(sentence(5000, 1000).starts_with("no: simulated jobs wait less"));
}

TEST_CASE("other jobs that wait are another order of the queue") {
    Backtest backtest;
    for (int i = 1; i <= 20; ++i) {
        backtest.waits.push_back({1000.0 * i, 1000.0 * (21 - i)});
    }
    CHECK(described(backtest, "own", true).find("job by job, no") != std::string::npos);
}

TEST_CASE("a log without start times cannot be compared") {
    Backtest backtest;
    backtest.without_start = 7;
    CHECK(described(backtest, "own", true).find("the log has no start times") != std::string::npos);
}
