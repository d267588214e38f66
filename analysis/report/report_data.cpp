#include "analysis/report/report_data.hpp"

#include <algorithm>

#include "analysis/compare/verdict.hpp"
#include "analysis/report/sections.hpp"

namespace trainyard {
namespace {

using report::json;

constexpr std::size_t most_warnings = 20;

json warnings_of(const Batch& batch) {
    json list = json::array();
    for_each_result(
        batch, [&](const ScenarioRuns& scenario, const StrategyRuns& runs, std::size_t replication) {
            for (const std::string& warning : runs.replications[replication]->warnings) {
                const std::string text = scenario.name_of(runs) + ": " + warning;
                if (list.size() < most_warnings && std::find(list.begin(), list.end(), text) == list.end()) {
                    list.push_back(text);
                }
            }
        });
    return list;
}

json assumed(const Plan& plan, const Batch& batch, const ScenarioFacts& facts) {
    json from = json::parse(facts_json(facts));
    from["program"] = plan.program;
    from["plan"] = hash_of(plan);
    from["seed"] = batch.front().seed;
    from["command"] = plan.command;
    from["warnings"] = warnings_of(batch);
    return from;
}

json head(const Plan& plan, const Batch& batch, const ScenarioFacts& facts, const char* kind) {
    const ScenarioRuns& first = batch.front();
    json strategies = json::array();
    std::size_t replications = 0;
    for (const StrategyRuns& runs : first.strategies) {
        strategies.push_back(first.name_of(runs));
        replications = std::max(replications, runs.replications.size());
    }
    return {{"format", 1},
            {"kind", kind},
            {"scenario", first.scenario.name},
            {"question", facts.question},
            {"program", plan.program},
            {"strategies", strategies},
            {"replications", replications}};
}

std::string text_of(const json& document) {
    return document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

ScenarioFacts facts_in(const Plan& plan, std::size_t scenario) {
    return scenario < plan.facts.size() ? read_facts(plan.facts[scenario]) : ScenarioFacts{};
}

std::string run_report_json(const Plan& plan, const ScenarioRuns& runs, const ScenarioFacts& facts,
                            const RunFolds& folds) {
    const Batch batch{runs};
    json document = head(plan, batch, facts, "runs");
    document["verdict"] = report::verdict_section(runs, facts);
    document["metrics"] = report::metrics_section(batch);
    document["tradeoff"] = report::tradeoff_section(batch);
    document["sweep"] = nullptr;
    document["queue"] = report::queue_section(runs, folds);
    document["year"] = report::year_section(runs, facts, folds);
    document["machines"] = report::machines_section(runs, facts, folds);
    document["assumed"] = assumed(plan, batch, facts);
    return text_of(document);
}

std::string sweep_report_json(const Plan& plan, const Batch& batch, const ScenarioFacts& facts) {
    json document = head(plan, batch, facts, "sweep");
    json points = json::array();
    for (const ScenarioRuns& runs : batch) {
        json costs = json::array();
        for (const StrategyRuns& strategy : runs.strategies) {
            costs.push_back(report::cost_of_strategy(runs, strategy));
        }
        points.push_back(
            {{"sentence", verdict(runs)}, {"sure", report::sure_sentences(runs)}, {"costs", costs}});
    }
    document["verdict"] = {{"by_point", points}};
    document["metrics"] = report::metrics_section(batch);
    document["tradeoff"] = report::tradeoff_section(batch);
    document["sweep"] = report::sweep_section(batch);
    document["queue"] = json::array();
    document["year"] = nullptr;
    document["machines"] = json::array();
    document["assumed"] = assumed(plan, batch, facts);
    return text_of(document);
}

}  // namespace trainyard
