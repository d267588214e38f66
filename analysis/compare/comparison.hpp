// Strategies of one scenario against a baseline, on the same replications. A pure function; the text is
// comparison_text's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/cost_parts.hpp"
#include "analysis/compare/payback.hpp"
#include "analysis/compare/target.hpp"
#include "analysis/statistics/paired.hpp"

namespace trainyard {

struct CompareOptions {
    std::string baseline;  // a strategy of the runs; empty: their first that can run
    std::vector<std::string> metrics{"total_cost_usd", "queue_time_p95_s", "idle_waste_usd"};
    std::vector<Target> targets;
};

// What the replications say of a metric's difference to the baseline.
enum class Finding {
    baseline,       // is the baseline itself
    lower,          // shown, with all comparisons of the command together wrong in at most 5 %
    higher,         // likewise
    no_difference,  // none is shown
    same,           // there is none in any replication
    other_work,     // an amount of money for less work, or more: not compared
    open,           // fewer than two replications in which both have a value
};

struct MetricComparison {
    std::string metric;
    Summary summary;                   // over all the strategy's replications
    PairedDifference paired;           // to the baseline
    std::optional<double> adjusted_p;  // by Holm over all strategies and metrics
    Finding finding = Finding::open;
};

// One of the two finished more than 0.5 % less work than the other; means over the replications of both.
struct WorkGap {
    double baseline_gpu_h = 0;
    double gpu_h = 0;
    double unfinished_jobs = 0;
    double failed_jobs = 0;
    double baseline_unfinished_jobs = 0;
    double baseline_failed_jobs = 0;

    bool did_less() const { return gpu_h < baseline_gpu_h; }
};

struct StrategyComparison {
    std::string name;                       // as in the file
    std::string infeasible;                 // why it could not run; empty: it could
    std::size_t finished = 0;               // runs
    std::size_t replications = 0;           // asked for
    std::vector<MetricComparison> metrics;  // as in Comparison::metrics
    std::optional<WorkGap> work_gap;
    std::vector<CostPart> by_category;
    std::vector<CostPart> by_stream;
    std::vector<TargetResult> targets;  // as in Comparison::targets
    std::optional<Payback> payback;     // of baseline and strategy; for the caller to fill in, from the cash
    bool buys_rigs = false;
};

struct Comparison {
    std::string scenario;
    std::size_t baseline = 0;  // position in `strategies`
    // Those asked for; where some strategy finished other work, behind total_cost_usd also
    // usd_per_finished_gpu_h, which is comparable then.
    std::vector<std::string> metrics;
    std::vector<Target> targets;
    std::vector<StrategyComparison> strategies;  // as in the runs
    std::size_t comparisons = 0;                 // with a p-value, that the correction was for

    const StrategyComparison& base() const { return strategies[baseline]; }
};

// Whether it finished more than 0.5 % less work than the baseline, or the baseline than some other.
bool did_less_work(const Comparison& comparison, const StrategyComparison& strategy);

// `runs` has at least one strategy.
Comparison compare(const ScenarioRuns& runs, const CompareOptions& options);

}  // namespace trainyard
