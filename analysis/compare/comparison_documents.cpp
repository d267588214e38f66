#include "analysis/compare/comparison_documents.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/ledger/tables.hpp"

namespace trainyard {
namespace {

using json = nlohmann::ordered_json;

template <class Number>
json number(const std::optional<Number>& value) {
    return value ? json(*value) : json(nullptr);
}

json difference_json(const MetricComparison& metric) {
    const Summary& difference = metric.paired.difference;
    return {{"mean", number(difference.mean)},
            {"ci_low", number(difference.ci_low)},
            {"ci_high", number(difference.ci_high)},
            {"n", difference.count},
            {"relative", number(metric.paired.relative())},
            {"adjusted_p", number(metric.adjusted_p)},
            {"variance_reduction", number(metric.paired.variance_reduction)}};
}

json metric_json(const MetricComparison& metric) {
    return {{"metric", metric.metric},
            {"mean", number(metric.summary.mean)},
            {"sd", number(metric.summary.sd)},
            {"ci_low", number(metric.summary.ci_low)},
            {"ci_high", number(metric.summary.ci_high)},
            {"difference", metric.finding == Finding::baseline ? json(nullptr) : difference_json(metric)},
            {"finding", name_of(metric.finding)}};
}

json parts_json(const std::vector<CostPart>& parts) {
    json list = json::array();
    for (const CostPart& part : parts) {
        list.push_back({{"name", part.name},
                        {"mean", number(part.difference.mean)},
                        {"ci_low", number(part.difference.ci_low)},
                        {"ci_high", number(part.difference.ci_high)}});
    }
    return list;
}

json work_gap_json(const std::optional<WorkGap>& gap) {
    if (!gap) {
        return nullptr;
    }
    return {{"baseline_gpu_h", gap->baseline_gpu_h},
            {"gpu_h", gap->gpu_h},
            {"unfinished_jobs", gap->unfinished_jobs},
            {"failed_jobs", gap->failed_jobs}};
}

json payback_json(const Comparison& comparison, const StrategyComparison& strategy) {
    if (!strategy.payback) {
        return nullptr;
    }
    const Payback& payback = *strategy.payback;
    const auto range = payback.range.value_or(Payback::Range{});
    return {{"payer", payback.baseline_pays_first ? comparison.base().name : strategy.name},
            {"month", number(payback.month)},
            {"low", number(range.low)},
            {"high", number(range.high)},
            {"share_within", payback.share_within}};
}

json targets_json(const Comparison& comparison, const StrategyComparison& strategy) {
    json list = json::array();
    for (std::size_t i = 0; i < strategy.targets.size(); ++i) {
        list.push_back({{"target", comparison.targets[i].text},
                        {"met", number(strategy.targets[i].met)},
                        {"sure", strategy.targets[i].sure},
                        {"less_work", did_less_work(comparison, strategy)}});
    }
    return list;
}

json strategy_json(const Comparison& comparison, const StrategyComparison& strategy) {
    json metrics = json::array();
    for (const MetricComparison& metric : strategy.metrics) {
        metrics.push_back(metric_json(metric));
    }
    return {{"strategy", strategy.name},
            {"replications", strategy.finished},
            {"replications_asked", strategy.replications},
            {"infeasible", strategy.infeasible.empty() ? json(nullptr) : json(strategy.infeasible)},
            {"metrics", metrics},
            {"work_gap", work_gap_json(strategy.work_gap)},
            {"by_category", parts_json(strategy.by_category)},
            {"by_stream", parts_json(strategy.by_stream)},
            {"targets", targets_json(comparison, strategy)},
            {"payback", payback_json(comparison, strategy)}};
}

std::string cell(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : ""; }

}  // namespace

const char* name_of(Finding finding) {
    switch (finding) {
        case Finding::baseline:
            return "baseline";
        case Finding::lower:
            return "lower";
        case Finding::higher:
            return "higher";
        case Finding::no_difference:
            return "no_difference";
        case Finding::same:
            return "same";
        case Finding::other_work:
            return "other_work";
        case Finding::open:
            break;
    }
    return "open";
}

std::string comparison_json(const Comparison& comparison) {
    json strategies = json::array();
    for (const StrategyComparison& strategy : comparison.strategies) {
        strategies.push_back(strategy_json(comparison, strategy));
    }
    const json document{{"format", 1},
                        {"scenario", comparison.scenario},
                        {"baseline", comparison.base().name},
                        {"comparisons", comparison.comparisons},
                        {"strategies", strategies}};
    return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string comparison_csv(const Comparison& comparison) {
    std::string out =
        "strategy,metric,mean,ci_low,ci_high,difference,difference_ci_low,difference_ci_high,pairs,adjusted_"
        "p,"
        "finding\n";
    for (const StrategyComparison& strategy : comparison.strategies) {
        for (const MetricComparison& metric : strategy.metrics) {
            const bool is_baseline = metric.finding == Finding::baseline;
            const Summary difference = is_baseline ? Summary{} : metric.paired.difference;
            out += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", csv_field(strategy.name),
                               csv_field(metric.metric), cell(metric.summary.mean),
                               cell(metric.summary.ci_low), cell(metric.summary.ci_high),
                               cell(difference.mean), cell(difference.ci_low), cell(difference.ci_high),
                               difference.count, cell(metric.adjusted_p), name_of(metric.finding));
        }
    }
    return out;
}

}  // namespace trainyard
