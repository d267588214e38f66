#include <algorithm>
#include <array>

#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/work.hpp"
#include "analysis/report/sections.hpp"
#include "sim/model/metric_names.hpp"

namespace trainyard::report {
namespace {

const char* word_of(MetricKind kind) {
    switch (kind) {
        case MetricKind::money:
            return "usd";
        case MetricKind::duration:
            return "s";
        case MetricKind::share:
            return "share";
        case MetricKind::gpu_hours:
            return "gpu_h";
        case MetricKind::count:
            break;
    }
    return "count";
}

const char* word_of(Preference preference) {
    switch (preference) {
        case Preference::lower:
            return "lower";
        case Preference::higher:
            return "higher";
        case Preference::neither:
            break;
    }
    return "";
}

// More than this of points x strategies, and only the metrics that people ask for first are kept: the page
// is to stay small.
constexpr std::size_t many_cells = 400;
constexpr std::array<const char*, 16> first_asked{
    "total_cost_usd",    "cash_usd",         "useful_usd",       "idle_waste_usd",
    "idle_waste_share",  "overhead_usd",     "rework_usd",       "utilization",
    "queue_time_mean_s", "queue_time_p50_s", "queue_time_p95_s", "turnaround_mean_s",
    "deadline_misses",   "interruptions",    "jobs_finished",    "finished_work_gpu_h"};

bool is_kept(const std::string& name, std::size_t cells) {
    return cells <= many_cells ||
           std::find(first_asked.begin(), first_asked.end(), name) != first_asked.end();
}

json values_of(const Batch& batch, const std::string& name, bool& any) {
    json points = json::array();
    for (const ScenarioRuns& runs : batch) {
        json row = json::array();
        for (const StrategyRuns& strategy : runs.strategies) {
            row.push_back(interval(summary_of(strategy, name)));
            any = any || !row.back().is_null();
        }
        points.push_back(row);
    }
    return points;
}

struct Candidate {
    std::size_t point = 0;
    std::size_t strategy = 0;
    double cost = 0;
    double metric = 0;
};

// Of one point those that did as much work as the one that did most.
void add_comparable(const Batch& batch, std::size_t point, const std::string& metric,
                    std::vector<Candidate>& all) {
    const ScenarioRuns& runs = batch[point];
    double most_work = 0;
    for (const StrategyRuns& strategy : runs.strategies) {
        most_work = std::max(most_work, summary_of(strategy, "finished_work_gpu_h").mean.value_or(0));
    }
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        const StrategyRuns& strategy = runs.strategies[i];
        const auto cost = summary_of(strategy, "total_cost_usd").mean;
        const auto value = summary_of(strategy, metric).mean;
        const double work = summary_of(strategy, "finished_work_gpu_h").mean.value_or(0);
        if (cost && value && did_as_much(work, most_work)) {
            all.push_back({point, i, *cost, *value});
        }
    }
}

bool dominates(const Candidate& a, const Candidate& b) {
    return a.cost <= b.cost && a.metric <= b.metric && (a.cost < b.cost || a.metric < b.metric);
}

json choice_of(const Batch& batch, const std::string& metric) {
    std::vector<Candidate> all;
    for (std::size_t point = 0; point < batch.size(); ++point) {
        add_comparable(batch, point, metric, all);
    }
    json front = json::array();
    json comparable = json::array();
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
    for (const Candidate& one : all) {
        comparable.push_back({one.point, one.strategy});
        if (std::none_of(all.begin(), all.end(), [&](const auto& other) { return dominates(other, one); })) {
            front.push_back({one.point, one.strategy});
        }
    }
    return {{"metric", metric}, {"front", front}, {"comparable", comparable}};
}

}  // namespace

json metrics_section(const Batch& batch) {
    std::size_t cells = 0;
    for (const ScenarioRuns& runs : batch) {
        cells += runs.strategies.size();
    }
    json names = json::array();
    json values = json::object();
    for (const std::string& name : run_metric_names()) {
        bool any = false;
        json points = is_kept(name, cells) ? values_of(batch, name, any) : json();
        if (any) {
            names.push_back({{"name", name},
                             {"label", label_of(name)},
                             {"kind", word_of(kind_of(name))},
                             {"better", word_of(preference_of(name))}});
            values[name] = std::move(points);
        }
    }
    return {{"names", names}, {"values", values}};
}

json tradeoff_section(const Batch& batch) {
    json choices = json::array();
    for (const char* metric : {"queue_time_p95_s", "queue_time_mean_s", "turnaround_mean_s"}) {
        choices.push_back(choice_of(batch, metric));
    }
    return {{"choices", choices}};
}

}  // namespace trainyard::report
