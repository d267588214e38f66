#include <fmt/format.h>

#include <cmath>

#include "analysis/compare/comparison_text.hpp"
#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/work.hpp"

namespace trainyard {
namespace {

bool is_shown(const MetricComparison& metric) {
    return metric.finding == Finding::lower || metric.finding == Finding::higher;
}

const char* word_of(const MetricComparison& metric) {
    return word_for(metric.metric, metric.finding == Finding::lower);
}

std::string count_text(double mean) { return with_separators(mean, mean == std::floor(mean) ? 0 : 1); }

// "+$958 (+16 %, 95 % interval +$900 to +$1,016)"
std::string amount_of(const MetricComparison& metric, bool with_interval) {
    const Summary& difference = metric.paired.difference;
    const Scale scale = difference_scale(kind_of(metric.metric), *difference.mean);
    std::string inside;
    if (const auto relative = metric.paired.relative()) {
        inside = signed_percent(*relative);
    }
    if (with_interval && difference.ci_low) {
        inside += (inside.empty() ? "" : ", ") + fmt::format("95 % interval {} to {}",
                                                             signed_text(scale, *difference.ci_low),
                                                             signed_text(scale, *difference.ci_high));
    }
    return signed_text(scale, *difference.mean) + (inside.empty() ? "" : " (" + inside + ")");
}

// "; 3 jobs unfinished, there 0; 2 jobs failed, there 1": where there are more than there.
std::string undone(const char* how, double jobs, double jobs_there) {
    return jobs <= jobs_there
               ? ""
               : fmt::format("; {} jobs {}, there {}", count_text(jobs), how, count_text(jobs_there));
}

// Who finished less than whom, and what was left undone.
std::string gap_clause(const WorkGap& gap, const std::string& name, const std::string& base) {
    const bool less = gap.did_less();
    const double work = less ? gap.gpu_h : gap.baseline_gpu_h;
    const double as = less ? gap.baseline_gpu_h : gap.gpu_h;
    const std::string jobs = less ? undone("unfinished", gap.unfinished_jobs, gap.baseline_unfinished_jobs) +
                                        undone("failed", gap.failed_jobs, gap.baseline_failed_jobs)
                                  : undone("unfinished", gap.baseline_unfinished_jobs, gap.unfinished_jobs) +
                                        undone("failed", gap.baseline_failed_jobs, gap.failed_jobs);
    return fmt::format("{} finished {} than {} ({} GPU-h less{}), so that their costs are not compared",
                       less ? name : base, less_work(work, as), less ? base : name,
                       value_text(MetricKind::gpu_hours, as - work), jobs);
}

// What is said of the metric that leads the sentence; `subject` begins it.
std::string lead_clause(const MetricComparison& metric, const std::string& subject) {
    const std::string label = label_of(metric.metric);
    switch (metric.finding) {
        case Finding::lower:
        case Finding::higher:
            return is_price(metric.metric)
                       ? fmt::format("{} is {}: {}", subject, word_of(metric), amount_of(metric, true))
                       : fmt::format("{}: {} is {}: {}", subject, label, word_of(metric),
                                     amount_of(metric, true));
        case Finding::no_difference:
            return fmt::format("{}: no difference in {} is shown: {}", subject, label,
                               amount_of(metric, true));
        case Finding::same:
            return fmt::format("{}: the same {}", subject, label);
        default:
            return metric.paired.difference.mean
                       ? fmt::format(
                             "{}: {} in {}, of which one replication cannot tell whether it is chance",
                             subject, amount_of(metric, false), label)
                       : fmt::format("{}: no {} to compare", subject, label);
    }
}

// Whether what is shown is good (1), bad (-1) or neither (0).
int value_of(const MetricComparison& metric) {
    const Preference preference = preference_of(metric.metric);
    if (!is_shown(metric) || preference == Preference::neither) {
        return 0;
    }
    return (preference == Preference::lower) == (metric.finding == Finding::lower) ? 1 : -1;
}

const MetricComparison* lead_of(const StrategyComparison& strategy) {
    const MetricComparison* first = nullptr;
    for (const MetricComparison& metric : strategy.metrics) {
        if (metric.finding == Finding::other_work) {
            continue;
        }
        if (is_price(metric.metric)) {
            return &metric;
        }
        first = first == nullptr ? &metric : first;
    }
    return first;
}

// The other differences that are shown: first what points the way of the lead, then what speaks against it.
std::string further_clauses(const StrategyComparison& strategy, const MetricComparison& lead) {
    std::string with;
    std::string against;
    for (const MetricComparison& metric : strategy.metrics) {
        const bool said = &metric == &lead || (is_price(metric.metric) && is_price(lead.metric));
        if (said || !is_shown(metric)) {
            continue;
        }
        const bool opposite = value_of(metric) * value_of(lead) < 0;
        std::string& side = opposite ? against : with;
        side += fmt::format(", {} {} is {}: {}", opposite && side.empty() ? "but" : "and",
                            label_of(metric.metric), word_of(metric), amount_of(metric, false));
    }
    return with + against;
}

}  // namespace

std::string comparison_sentence(const Comparison& comparison, const StrategyComparison& strategy) {
    const std::string name = printable(strategy.name);
    if (!strategy.infeasible.empty()) {
        const char* end = strategy.infeasible.ends_with('.') ? "" : ".";
        return fmt::format("{} cannot run: {}{}", name, printable(strategy.infeasible), end);
    }
    if (strategy.finished == 0) {
        return fmt::format("{}: no run has finished.", name);
    }
    const MetricComparison* lead = lead_of(strategy);
    std::string text;
    if (strategy.work_gap) {
        text = gap_clause(*strategy.work_gap, name, printable(comparison.base().name));
        text += lead == nullptr ? "" : "; ";
    }
    if (lead == nullptr) {
        return text + ".";
    }
    const bool per_work = strategy.work_gap && is_price(lead->metric);
    text += lead_clause(*lead, per_work ? "per finished GPU-h " + name : name);
    text += further_clauses(strategy, *lead);
    return text + ".";
}

}  // namespace trainyard
