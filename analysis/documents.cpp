#include "analysis/documents.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/runs/run_list.hpp"
#include "sim/ledger/tables.hpp"

namespace trainyard {
namespace {

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// The shortest text that reads back exactly; null without a value or where JSON has no word for it.
std::string number(const std::optional<double>& value) {
    return value ? nlohmann::json(*value).dump() : "null";
}

// {"horizon": "2 d", "fleet.rigs.own.count": 2}: values as a scenario writes them.
std::string point_object(const ScenarioRuns& scenario) {
    std::string out = "{";
    const char* separator = "";
    for (const PointValue& each : scenario.point) {
        const bool plain = each.number && fmt::format("{}", *each.number) == each.value;
        out += fmt::format("{}{}: {}", std::exchange(separator, ", "), quoted(each.path),
                           plain ? each.value : quoted(each.value));
    }
    return out + "}";
}

void append_run(std::string& out, const ScenarioRuns& scenario, const StrategyRuns& runs,
                std::size_t replication) {
    const RunResult& result = *runs.replications[replication];
    fmt::format_to(std::back_inserter(out),
                   R"({{"scenario": {}, "strategy": {}, "replication": {}, "seed": {}, "point": {}, )",
                   quoted(scenario.scenario.name), quoted(scenario.name_of(runs)), replication + 1,
                   scenario.seed, point_object(scenario));
    out += R"("metrics": {)";
    const char* separator = "";
    for (const MetricValues::Entry metric : result.metrics) {
        fmt::format_to(std::back_inserter(out), "{}{}: {}", std::exchange(separator, ", "),
                       quoted(metric.name), number(metric.value));
    }
    fmt::format_to(std::back_inserter(out), R"(}}, "digest": {}}})", quoted(result.digest));
}

void append_summary(std::string& out, const ScenarioRuns& scenario, const StrategyRuns& runs) {
    fmt::format_to(std::back_inserter(out),
                   R"({{"scenario": {}, "strategy": {}, "point": {}, "replications": {}, "metrics": {{)",
                   quoted(scenario.scenario.name), quoted(scenario.name_of(runs)), point_object(scenario),
                   runs.finished());
    const char* separator = "\n    ";
    for (const auto& [name, summary] : summaries(runs)) {
        fmt::format_to(std::back_inserter(out),
                       R"({}{}: {{"mean": {}, "sd": {}, "ci_low": {}, "ci_high": {}}})",
                       std::exchange(separator, ",\n    "), quoted(name), number(summary.mean),
                       number(summary.sd), number(summary.ci_low), number(summary.ci_high));
    }
    out += "}}";
}

void append_row(std::string& out, const ScenarioRuns& scenario, const StrategyRuns& runs,
                std::size_t replication, const std::vector<std::string>& names) {
    const RunResult& result = *runs.replications[replication];
    out += csv_field(scenario.scenario.name) + ',';
    for (const PointValue& each : scenario.point) {
        out += csv_field(each.value) + ',';
    }
    fmt::format_to(std::back_inserter(out), "{},{},{},{}", csv_field(scenario.name_of(runs)), replication + 1,
                   scenario.seed, csv_field(result.digest));
    for (const std::string& name : names) {
        const auto value = result.metric(name);
        out += ',' + (value ? fmt::format("{}", *value) : "");
    }
    out += '\n';
}

// Names of all metrics, in the order in which they first appear.
std::vector<std::string> metric_names(const Batch& batch) {
    std::vector<std::string> names;
    std::unordered_set<std::string> known;
    for_each_result(batch, [&](const auto&, const auto& runs, std::size_t replication) {
        for (const MetricValues::Entry metric : runs.replications[replication]->metrics) {
            if (known.insert(metric.name).second) {
                names.push_back(metric.name);
            }
        }
    });
    return names;
}

}  // namespace

std::string json_document(const Batch& batch, const std::string& more) {
    std::string out = "{\"format\": 1,\n \"runs\": [";
    const char* separator = "\n  ";
    for_each_result(batch, [&](const auto& scenario, const auto& runs, std::size_t replication) {
        out += std::exchange(separator, ",\n  ");
        append_run(out, scenario, runs, replication);
    });
    out += "],\n \"summary\": [";
    separator = "\n  ";
    for (const ScenarioRuns& scenario : batch) {
        for (const StrategyRuns& runs : scenario.strategies) {
            if (runs.finished() > 0) {
                out += std::exchange(separator, ",\n  ");
                append_summary(out, scenario, runs);
            }
        }
    }
    return out + "]" + (more.empty() ? "" : ",\n " + more) + "}\n";
}

std::string runs_csv(const Batch& batch) {
    const std::vector<std::string> names = metric_names(batch);
    std::string out = "scenario,";
    if (!batch.empty()) {  // all points of a sweep have the same paths
        for (const PointValue& each : batch.front().point) {
            out += csv_field(each.path) + ',';
        }
    }
    out += "strategy,replication,seed,digest";
    for (const std::string& name : names) {
        out += ',' + csv_field(name);
    }
    out += '\n';
    for_each_result(batch, [&](const auto& scenario, const auto& runs, std::size_t replication) {
        append_row(out, scenario, runs, replication, names);
    });
    return out;
}

}  // namespace trainyard
