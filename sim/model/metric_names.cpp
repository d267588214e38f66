#include "sim/model/metric_names.hpp"

#include <algorithm>

namespace trainyard {

namespace {

using Names = std::vector<std::string>;

void append(Names& names, const Names& more) { names.insert(names.end(), more.begin(), more.end()); }

void append_each(Names& names, std::string_view before, const Names& middles, std::string_view after) {
    for (const std::string& middle : middles) {
        names.push_back(std::string{before} + middle + std::string{after});
    }
}

void append_costs(Names& names) {
    append(names, {"total_cost_usd", "cash_usd"});
    append_each(names, "cost_",
                {"depreciation", "energy", "upkeep", "repair", "financing", "spot", "on_demand", "reserved",
                 "storage", "egress"},
                "_usd");
    append(names, {"useful_usd", "idle_waste_usd", "idle_waste_share", "overhead_usd", "rework_usd"});
}

void append_gpu_hours(Names& names) {
    append_each(names, "",
                {"compute", "rework", "checkpoint", "restore", "load", "boot", "setup", "linger", "idle",
                 "stranded", "down", "paid"},
                "_gpu_h");
    names.emplace_back("utilization");
}

void append_jobs(Names& names) {
    append(names, {"finished_work_gpu_h", "usd_per_finished_gpu_h"});
    for (const std::string_view time : {"queue_time_", "first_wait_", "turnaround_"}) {
        append_each(names, time, {"mean", "p50", "p90", "p95", "p99", "max"}, "_s");
    }
    append_each(names, "jobs_", {"submitted", "finished", "failed", "unfinished"}, "");
    names.emplace_back("deadline_misses");
    append_each(names, "tardiness_", {"mean", "p50", "p90", "p95", "p99", "max"}, "_s");
}

bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Names run_metric_names() {
    Names names;
    append_costs(names);
    append_gpu_hours(names);
    append_jobs(names);
    append(names, {"interruptions", "reclaims", "launches", "attempts", "energy_kwh", "co2_kg",
                   "waiting_cost_usd", "accounted_s"});
    return names;
}

Names pool_metric_names() {
    Names names;
    append_costs(names);
    append_gpu_hours(names);
    append(names, {"interruptions", "reclaims", "launches", "attempts", "energy_kwh", "co2_kg"});
    return names;
}

Names team_metric_names() {
    Names names{"total_cost_usd"};
    append_jobs(names);
    append(names, {"interruptions", "attempts", "waiting_cost_usd"});
    return names;
}

Names stream_metric_names() { return {"total_cost_usd"}; }

// A pool's name may have dots in it, a metric's has none.
MetricName split_metric_name(std::string_view name) {
    const std::size_t last = name.rfind('.');
    for (const auto& [prefix, scope] : {std::pair{std::string_view{"pool."}, MetricName::Scope::pool},
                                        std::pair{std::string_view{"team."}, MetricName::Scope::team},
                                        std::pair{std::string_view{"stream."}, MetricName::Scope::stream}}) {
        if (name.starts_with(prefix) && last > prefix.size()) {
            return {scope, name.substr(prefix.size(), last - prefix.size()), name.substr(last + 1)};
        }
    }
    return {MetricName::Scope::run, {}, name};
}

bool is_metric_name(std::string_view name) {
    const MetricName split = split_metric_name(name);
    switch (split.scope) {
        case MetricName::Scope::run:
            return contains(run_metric_names(), split.metric);
        case MetricName::Scope::pool:
            return contains(pool_metric_names(), split.metric);
        case MetricName::Scope::team:
            return contains(team_metric_names(), split.metric);
        case MetricName::Scope::stream:
            return contains(stream_metric_names(), split.metric);
    }
    return false;
}

}  // namespace trainyard
