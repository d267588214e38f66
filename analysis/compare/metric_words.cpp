#include "analysis/compare/metric_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "sim/model/metric_names.hpp"

namespace trainyard {
namespace {

using Text = std::string_view;

bool is_one_of(Text name, std::initializer_list<Text> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "queue_time_p95" becomes "queue time (95th percentile)".
std::string in_words(Text name) {
    constexpr std::array<std::pair<Text, Text>, 6> statistics{{{"_mean", "mean"},
                                                               {"_p50", "median"},
                                                               {"_p90", "90th percentile"},
                                                               {"_p95", "95th percentile"},
                                                               {"_p99", "99th percentile"},
                                                               {"_max", "longest"}}};
    std::string behind;
    for (const auto& [ending, words] : statistics) {
        if (name.ends_with(ending)) {
            name.remove_suffix(ending.size());
            behind = " (" + std::string{words} + ")";
            break;
        }
    }
    std::string text{name};
    std::replace(text.begin(), text.end(), '_', ' ');
    return text + behind;
}

std::string own_label(Text metric) {
    if (metric == "usd_per_finished_gpu_h") {
        return "cost per finished GPU-h";
    }
    if (metric == "energy_kwh") {
        return "energy, kWh";
    }
    if (metric.ends_with("_gpu_h")) {
        return in_words(metric.substr(0, metric.size() - 6)) + ", GPU-h";
    }
    if (metric.ends_with("_usd")) {
        return in_words(metric.substr(0, metric.size() - 4));
    }
    return in_words(metric.ends_with("_s") ? metric.substr(0, metric.size() - 2) : metric);
}

const char* name_of(MetricName::Scope scope) {
    switch (scope) {
        case MetricName::Scope::run:
            return "run";
        case MetricName::Scope::pool:
            return "pool";
        case MetricName::Scope::team:
            return "team";
        case MetricName::Scope::stream:
            return "stream";
    }
    return "";
}

}  // namespace

MetricKind kind_of(Text metric) {
    const Text own = split_metric_name(metric).metric;
    if (own.ends_with("_usd") || own.starts_with("usd_per_")) {
        return MetricKind::money;
    }
    if (own.ends_with("_gpu_h")) {
        return MetricKind::gpu_hours;
    }
    if (own.ends_with("_s")) {
        return MetricKind::duration;
    }
    return own.ends_with("_share") || own == "utilization" ? MetricKind::share : MetricKind::count;
}

bool is_price(Text metric) {
    return is_one_of(metric, {"total_cost_usd", "cash_usd", "usd_per_finished_gpu_h"});
}

bool is_amount_for_work(Text metric) {
    const Text own = split_metric_name(metric).metric;
    return own.ends_with("_usd") && !own.starts_with("usd_per_");
}

Preference preference_of(Text metric) {
    const Text own = split_metric_name(metric).metric;
    if (is_one_of(own, {"utilization", "finished_work_gpu_h", "jobs_finished"})) {
        return Preference::higher;
    }
    const bool wait = own.starts_with("queue_time_") || own.starts_with("first_wait_") ||
                      own.starts_with("turnaround_") || own.starts_with("tardiness_");
    const bool bad =
        is_one_of(own, {"total_cost_usd", "cash_usd", "usd_per_finished_gpu_h", "idle_waste_usd",
                        "idle_waste_share", "overhead_usd", "rework_usd", "waiting_cost_usd", "rework_gpu_h",
                        "jobs_failed", "jobs_unfinished", "deadline_misses", "interruptions"});
    return wait || bad ? Preference::lower : Preference::neither;
}

std::string label_of(Text metric) {
    const MetricName name = split_metric_name(metric);
    const std::string label = own_label(name.metric);
    return name.scope == MetricName::Scope::run
               ? label
               : label + " (" + name_of(name.scope) + " " + printable(name.owner) + ")";
}

const char* word_for(Text metric, bool lower) {
    if (is_price(metric)) {
        return lower ? "cheaper" : "dearer";
    }
    if (kind_of(metric) == MetricKind::duration) {
        return lower ? "shorter" : "longer";
    }
    return lower ? "lower" : "higher";
}

Scale difference_scale(MetricKind kind, double difference) {
    const double size = std::abs(difference);
    switch (kind) {
        case MetricKind::money:
            return usd_scale(size);
        case MetricKind::duration:
            return duration_scale(size);
        case MetricKind::share:
            return {0.01, 1, "", " % points"};
        case MetricKind::gpu_hours:
            return {1, size < 100 ? 1 : 0, "", ""};
        case MetricKind::count:
            return number_scale(size);
    }
    return {};
}

std::string value_text(MetricKind kind, double value, std::optional<double> margin) {
    return in_scale(kind == MetricKind::share ? share_scale() : difference_scale(kind, value), value, margin);
}

std::string signed_text(const Scale& scale, double value, std::optional<double> margin) {
    const std::string size = in_scale(scale, std::abs(value));
    const bool zero = size.find_first_of("123456789") == std::string::npos;
    return (zero ? "" : value < 0 ? "−" : "+") + in_scale(scale, std::abs(value), margin);
}

std::string signed_usd(double usd) { return signed_text(difference_scale(MetricKind::money, usd), usd); }

std::string signed_percent(double ratio) {
    const double size = std::abs(ratio);
    if (size == 0) {
        return "0 %";
    }
    const std::string text = size < 0.0005 ? "<0.1" : with_separators(size * 100, size < 0.0995 ? 1 : 0);
    return (ratio < 0 ? "−" : "+") + text + " %";
}

}  // namespace trainyard
