#include "analysis/study/plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/study/facts.hpp"
#include "analysis/study/run_choice.hpp"
#include "analysis/text/text.hpp"
#include "sim/core/random.hpp"

namespace trainyard {
namespace {

using nlohmann::json;

constexpr int plan_format = 1;
constexpr std::size_t most_planned_replications = 100'000;  // as the command line has it

json json_of(const PlanPoint& point) {
    json values = json::array();
    for (const PointValue& each : point.point) {
        values.push_back({{"path", each.path}, {"value", each.value}});
        if (each.number) {
            values.back()["number"] = *each.number;
        }
    }
    return {{"scenario", point.scenario},       {"seed", point.seed},
            {"fingerprint", point.fingerprint}, {"strategies", point.strategies},
            {"infeasible", point.infeasible},   {"point", values}};
}

// A text of the plan, which is printed and passed on: no control characters.
std::string text_of(const json& from) {
    std::string text = from;
    if (!is_plain_text(text)) {
        throw DamagedPlan{fmt::format("`{}` in it is no text", shortened(printable(text), 60))};
    }
    return text;
}

PlanPoint point_of(const json& from) {
    PlanPoint point{
        text_of(from.at("scenario")), from.at("seed"), from.at("fingerprint"), {}, from.at("infeasible"), {}};
    for (const json& strategy : from.at("strategies")) {
        point.strategies.push_back(text_of(strategy));
    }
    if (point.infeasible.size() != point.strategies.size()) {
        throw DamagedPlan{"the plan in it cannot be read"};
    }
    for (const json& each : from.at("point")) {
        std::optional<double> number;
        if (each.contains("number")) {
            number = each.at("number").get<double>();
        }
        point.point.push_back({text_of(each.at("path")), text_of(each.at("value")), number});
    }
    return point;
}

std::size_t number_of_runs(const Plan& plan) {
    std::size_t runs = 0;
    for (const PlanPoint& point : plan.points) {
        runs += point.strategies.size() * plan.replications;
    }
    return runs;
}

json hashed_part(const Plan& plan) {
    json points = json::array();
    for (const PlanPoint& point : plan.points) {
        points.push_back(json_of(point));
    }
    return {{"format", plan_format},
            {"program", plan.program},
            {"with_rows", plan.with_rows},
            {"points", std::move(points)}};
}

std::string dumped(const json& document, int indent) {
    return document.dump(indent, ' ', false, json::error_handler_t::replace);
}

std::string listed(const std::vector<std::string>& names) {
    std::vector<std::string> printables;
    for (const std::string& name : names) {
        printables.push_back(printable(name));
    }
    return fmt::format("{}", fmt::join(printables, ", "));
}

bool same_values(const PlanPoint& a, const PlanPoint& b) {
    return std::equal(
        a.point.begin(), a.point.end(), b.point.begin(), b.point.end(),
        [](const PointValue& x, const PointValue& y) { return x.path == y.path && x.value == y.value; });
}

std::string difference(const PlanPoint& stored, const PlanPoint& now) {
    const std::string name = printable(now.scenario);
    if (stored.scenario != now.scenario) {
        return fmt::format("it holds scenario {}, not {}", printable(stored.scenario), name);
    }
    if (stored.seed != now.seed) {
        return fmt::format("{} was run with seed {}, not {}", name, stored.seed, now.seed);
    }
    if (stored.strategies != now.strategies) {
        return fmt::format("of {} it holds the strategies {}; now asked for: {}", name,
                           listed(stored.strategies), listed(now.strategies));
    }
    if (!same_values(stored, now)) {
        return "its points are others: what is varied, or over which values, has changed";
    }
    if (stored.fingerprint != now.fingerprint) {
        return fmt::format(
            "scenario {} has changed since (its file, a file that it includes or reads, or a --set)", name);
    }
    return "";
}

}  // namespace

Plan plan_of(const Batch& batch, bool with_rows) {
    Plan plan;
    plan.with_rows = with_rows;
    for (const ScenarioRuns& runs : batch) {
        PlanPoint point{runs.scenario.name, runs.seed, runs.fingerprint, {}, {}, runs.point};
        for (const StrategyRuns& strategy : runs.strategies) {
            point.strategies.push_back(runs.name_of(strategy));
            point.infeasible.push_back(strategy.infeasible);
            plan.replications = std::max(plan.replications, strategy.replications.size());
        }
        plan.points.push_back(std::move(point));
        if (runs.point.empty() || plan.facts.empty()) {
            plan.facts.push_back(facts_json(facts_of(runs)));
        }
    }
    return plan;
}

Batch batch_of(const Plan& plan) {
    Batch batch;
    for (const PlanPoint& point : plan.points) {
        ScenarioRuns& runs = batch.emplace_back();
        runs.scenario.name = point.scenario;
        runs.seed = point.seed;
        runs.fingerprint = point.fingerprint;
        runs.point = point.point;
        for (std::size_t i = 0; i < point.strategies.size(); ++i) {
            runs.scenario.strategies.emplace_back().name = point.strategies[i];
            StrategyRuns& strategy = runs.strategies.emplace_back();
            strategy.strategy = StrategyIndex{i};
            strategy.infeasible = point.infeasible[i];
            strategy.replications.resize(strategy.infeasible.empty() ? plan.replications : 0);
        }
    }
    return batch;
}

std::string hash_of(const Plan& plan) {
    const std::string text = dumped(hashed_part(plan), -1);
    return fmt::format("{:016x}{:016x}", hash_name(text), hash_name("plan " + text));
}

std::string difference(const Plan& stored, const Plan& now) {
    if (stored.program != now.program) {
        return fmt::format("it was made by {}, and this is {}", printable(stored.program),
                           printable(now.program));
    }
    if (stored.points.size() != now.points.size()) {
        return fmt::format("it holds {} points, not {}", stored.points.size(), now.points.size());
    }
    for (std::size_t i = 0; i < now.points.size(); ++i) {
        if (std::string found = difference(stored.points[i], now.points[i]); !found.empty()) {
            return found;
        }
    }
    if (stored.with_rows != now.with_rows) {
        return stored.with_rows
                   ? "it holds the jobs and ledger lines of every run, which a sweep does not keep"
                   : "it does not hold the jobs and ledger lines of its runs";
    }
    return "";
}

std::string plan_json(const Plan& plan) {
    json document = hashed_part(plan);
    document["hash"] = hash_of(plan);
    document["replications"] = plan.replications;
    document["command"] = plan.command;
    document["facts"] = json::array();
    for (const std::string& facts : plan.facts) {
        document["facts"].push_back(json::parse(facts));
    }
    document["directory"] = plan.directory;
    return dumped(document, 1) + "\n";
}

Plan read_plan(const std::string& text) {
    try {
        const json document = json::parse(text);
        if (document.at("format") != plan_format) {
            throw DamagedPlan{
                fmt::format("it has format {}, and this program reads format {}: "
                            "another version of trainyard made it",
                            dumped(document.at("format"), -1), plan_format)};
        }
        Plan plan;
        plan.program = document.at("program");
        plan.with_rows = document.at("with_rows");
        plan.replications = document.at("replications");
        plan.command = document.at("command");
        plan.directory = document.at("directory");
        for (const json& facts : document.value("facts", json::array())) {
            plan.facts.push_back(dumped(facts, -1));
        }
        for (const json& point : document.at("points")) {
            plan.points.push_back(point_of(point));
        }
        if (plan.replications > most_planned_replications) {
            throw DamagedPlan{fmt::format("it has {} replications, of which there are at most {}",
                                          plan.replications, most_planned_replications)};
        }
        if (number_of_runs(plan) > most_runs) {
            throw DamagedPlan{too_many_runs(number_of_runs(plan))};
        }
        if (document.at("hash") != hash_of(plan)) {
            throw DamagedPlan{"the plan in it has been changed"};
        }
        return plan;
    } catch (const json::exception&) {
        throw DamagedPlan{"the plan in it cannot be read"};
    }
}

}  // namespace trainyard
