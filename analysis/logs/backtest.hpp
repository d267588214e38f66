// A log, replayed on a description of the machines it came from: are the waits those of the log?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

// What is simulated: the fleet and one strategy of a scenario, and the log instead of its workload. Jobs run
// as long as they did in the log, whatever the speed of the GPUs and the scaling of the pools, so that only
// queueing is put to the test.
struct BacktestPlan {
    Scenario scenario;           // with one strategy and one stream
    std::vector<TraceRow> rows;  // that fit some pool, by submission: the k-th is job number k
    std::int64_t left_out = 0;   // rows that fit no pool
};

BacktestPlan plan_backtest(Scenario scenario, const Strategy& strategy, std::vector<TraceRow> rows);

// First waits by job, in seconds. Simulates in this process: call it in a child.
std::vector<double> simulated_waits(const BacktestPlan& plan);

struct WaitPair {
    double recorded_s = 0;
    double simulated_s = 0;
};

struct Backtest {
    std::vector<WaitPair> waits;     // of the jobs whose start the log has
    std::int64_t without_start = 0;  // replayed, but with nothing to compare
    std::int64_t left_out = 0;
};

Backtest compare_waits(const BacktestPlan& plan, const std::vector<double>& simulated_s);

// Median, 95th percentile, rank correlation, a plot of the quantiles, and a sentence. `strategy` is shown.
std::string described(const Backtest& backtest, const std::string& strategy, bool ascii);

}  // namespace trainyard
