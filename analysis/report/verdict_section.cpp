#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/compare/comparison.hpp"
#include "analysis/compare/comparison_text.hpp"
#include "analysis/compare/verdict.hpp"
#include "analysis/report/sections.hpp"
#include "sim/ledger/outcome.hpp"

namespace trainyard::report {
namespace {

// The steps of the waterfall, which add up to the total.
constexpr std::array<std::pair<const char*, const char*>, 7> steps{{{"useful", "useful_usd"},
                                                                    {"idle waste", "idle_waste_usd"},
                                                                    {"overhead", "overhead_usd"},
                                                                    {"rework", "rework_usd"},
                                                                    {"repair", "cost_repair_usd"},
                                                                    {"storage", "cost_storage_usd"},
                                                                    {"egress", "cost_egress_usd"}}};

std::string in_words(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

json categories(const StrategyRuns& strategy) {
    json list = json::array();
    for (std::size_t i = 0; i < cost_category_count; ++i) {
        const std::string name = name_of(static_cast<CostCategory>(i));
        const Summary summary = summary_of(strategy, "cost_" + name + "_usd");
        if (summary.mean && *summary.mean != 0) {
            list.push_back({{"name", in_words(name)}, {"usd", interval(summary)}});
        }
    }
    return list;
}

// Each step is shown as the difference of rounded sums, so that the eye can add them up.
json waterfall(const StrategyRuns& strategy, double total) {
    json list = json::array();
    const double unit = total < 100 ? 0.01 : 1;
    double sum = 0;
    double shown = 0;
    for (const auto& [name, metric] : steps) {
        const Summary summary = summary_of(strategy, metric);
        if (!summary.mean || *summary.mean == 0) {
            continue;
        }
        sum += *summary.mean;
        const double reached = std::round(sum / unit) * unit;
        list.push_back({{"name", name}, {"usd", interval(summary)}, {"shown_usd", brief(reached - shown)}});
        shown = reached;
    }
    return list;
}

// How each other strategy differs from the baseline.
void add_findings(const ScenarioRuns& runs, const ScenarioFacts& facts, json& section) {
    section["baseline"] = nullptr;
    section["findings"] = json::array();
    if (runs.strategies.size() < 2) {
        return;
    }
    CompareOptions options;
    options.baseline = runs.find(facts.baseline) != nullptr ? facts.baseline : "";
    const Comparison comparison = compare(runs, options);
    for (std::size_t i = 0; i < comparison.strategies.size(); ++i) {
        if (i != comparison.baseline) {
            section["findings"].push_back(comparison_sentence(comparison, comparison.strategies[i]));
        }
    }
    section["baseline"] = comparison.base().name;
}

}  // namespace

json cost_of_strategy(const ScenarioRuns& runs, const StrategyRuns& strategy) {
    const Summary total = summary_of(strategy, "total_cost_usd");
    return {{"strategy", runs.name_of(strategy)},
            {"infeasible", strategy.infeasible.empty() ? json(nullptr) : json(strategy.infeasible)},
            {"finished", strategy.finished()},
            {"replications", strategy.replications.size()},
            {"total", interval(total)},
            {"categories", categories(strategy)},
            {"waterfall", total.mean ? waterfall(strategy, *total.mean) : json::array()}};
}

json verdict_section(const ScenarioRuns& runs, const ScenarioFacts& facts) {
    json costs = json::array();
    for (const StrategyRuns& strategy : runs.strategies) {
        costs.push_back(cost_of_strategy(runs, strategy));
    }
    json section{{"sentence", verdict(runs)}, {"sure", sure_sentences(runs)}, {"costs", costs}};
    add_findings(runs, facts, section);
    return section;
}

}  // namespace trainyard::report
