#include "analysis/compare/comparison.hpp"

#include <algorithm>

#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/samples.hpp"
#include "analysis/compare/work.hpp"
#include "analysis/statistics/holm.hpp"

namespace trainyard {
namespace {

constexpr const char* per_work_metric = "usd_per_finished_gpu_h";
constexpr double error_rate = 0.05;

std::size_t baseline_of(const ScenarioRuns& runs, const std::string& name) {
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        const StrategyRuns& strategy = runs.strategies[i];
        if (name.empty() ? strategy.infeasible.empty() : runs.name_of(strategy) == name) {
            return i;
        }
    }
    return 0;
}

PairedDifference paired(const StrategyRuns& baseline, const StrategyRuns& other, std::string_view metric) {
    return paired_difference(sample_of(baseline, metric), sample_of(other, metric));
}

std::optional<WorkGap> work_gap(const StrategyRuns& baseline, const StrategyRuns& other) {
    const PairedDifference work = paired(baseline, other, "finished_work_gpu_h");
    if (!work.difference.mean || (did_as_much(*work.mean_other, *work.mean_baseline) &&
                                  did_as_much(*work.mean_baseline, *work.mean_other))) {
        return std::nullopt;
    }
    const PairedDifference unfinished = paired(baseline, other, "jobs_unfinished");
    const PairedDifference failed = paired(baseline, other, "jobs_failed");
    WorkGap gap;
    gap.baseline_gpu_h = *work.mean_baseline;
    gap.gpu_h = *work.mean_other;
    gap.unfinished_jobs = unfinished.mean_other.value_or(0);
    gap.failed_jobs = failed.mean_other.value_or(0);
    gap.baseline_unfinished_jobs = unfinished.mean_baseline.value_or(0);
    gap.baseline_failed_jobs = failed.mean_baseline.value_or(0);
    return gap;
}

bool buys_rigs(const Scenario& scenario, const Strategy& strategy) {
    return std::any_of(strategy.pools.begin(), strategy.pools.end(),
                       [&](const PoolUse& use) { return scenario.pool(use.pool).rigs() != nullptr; });
}

// All but the metrics, which depend on whether everybody did the same work.
StrategyComparison outline(const ScenarioRuns& runs, const StrategyRuns& baseline,
                           const StrategyRuns& strategy, const std::vector<Target>& targets) {
    StrategyComparison result;
    result.name = runs.name_of(strategy);
    result.infeasible = strategy.infeasible;
    result.finished = strategy.finished();
    result.replications = strategy.replications.size();
    result.buys_rigs = buys_rigs(runs.scenario, runs.scenario.strategies[strategy.strategy.value]);
    if (&baseline != &strategy) {
        result.work_gap = work_gap(baseline, strategy);
        result.by_category = parts_by_category(baseline, strategy);
        result.by_stream = parts_by_stream(runs.scenario, baseline, strategy);
    }
    for (const Target& target : targets) {
        result.targets.push_back(check_target(target, summary_of(strategy, target.metric)));
    }
    return result;
}

// Those asked for, and what they cannot do without.
std::vector<std::string> metrics_to_compare(const Comparison& comparison, std::vector<std::string> metrics) {
    const bool gap = std::any_of(comparison.strategies.begin(), comparison.strategies.end(),
                                 [](const StrategyComparison& one) { return one.work_gap.has_value(); });
    const auto amount = std::find_if(metrics.begin(), metrics.end(), is_amount_for_work);
    const bool asked = std::find(metrics.begin(), metrics.end(), per_work_metric) != metrics.end();
    if (gap && amount != metrics.end() && !asked) {
        metrics.insert(amount + 1, per_work_metric);
    }
    return metrics;
}

Finding finding_of(const MetricComparison& metric) {
    const Summary& difference = metric.paired.difference;
    if (!metric.adjusted_p) {
        return Finding::open;
    }
    if (*difference.mean == 0 && *difference.sd == 0) {
        return Finding::same;
    }
    if (*metric.adjusted_p > error_rate) {
        return Finding::no_difference;
    }
    return *difference.mean < 0 ? Finding::lower : Finding::higher;
}

// Decides all comparisons together.
void decide(Comparison& comparison) {
    std::vector<MetricComparison*> open;
    std::vector<std::optional<double>> p_values;
    for (StrategyComparison& strategy : comparison.strategies) {
        for (MetricComparison& metric : strategy.metrics) {
            if (metric.finding == Finding::open) {
                open.push_back(&metric);
                p_values.push_back(metric.paired.p_value);
                comparison.comparisons += metric.paired.p_value ? 1 : 0;
            }
        }
    }
    const auto adjusted = holm_adjusted(p_values);
    for (std::size_t i = 0; i < open.size(); ++i) {
        open[i]->adjusted_p = adjusted[i];
        open[i]->finding = finding_of(*open[i]);
    }
}

}  // namespace

bool did_less_work(const Comparison& comparison, const StrategyComparison& strategy) {
    if (&strategy != &comparison.base()) {
        return strategy.work_gap && strategy.work_gap->did_less();
    }
    return std::any_of(
        comparison.strategies.begin(), comparison.strategies.end(),
        [](const StrategyComparison& other) { return other.work_gap && !other.work_gap->did_less(); });
}

Comparison compare(const ScenarioRuns& runs, const CompareOptions& options) {
    Comparison result;
    result.scenario = runs.scenario.name;
    result.baseline = baseline_of(runs, options.baseline);
    result.targets = options.targets;
    const StrategyRuns& baseline = runs.strategies[result.baseline];
    for (const StrategyRuns& strategy : runs.strategies) {
        result.strategies.push_back(outline(runs, baseline, strategy, options.targets));
    }
    result.metrics = metrics_to_compare(result, options.metrics);
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        StrategyComparison& strategy = result.strategies[i];
        for (const std::string& name : result.metrics) {
            MetricComparison& metric = strategy.metrics.emplace_back();
            metric.metric = name;
            metric.summary = summary_of(runs.strategies[i], name);
            if (i == result.baseline) {
                metric.finding = Finding::baseline;
                continue;
            }
            metric.paired = paired(baseline, runs.strategies[i], name);
            if (strategy.work_gap && is_amount_for_work(name)) {
                metric.finding = Finding::other_work;
            }
        }
    }
    decide(result);
    return result;
}

}  // namespace trainyard
