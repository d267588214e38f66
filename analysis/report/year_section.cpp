#include <algorithm>

#include "analysis/compare/payback.hpp"
#include "analysis/report/busy.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/text.hpp"

namespace trainyard::report {
namespace {

// By month, of runs that may end earlier than others: what they had spent stays spent.
json over_runs(const std::vector<std::vector<double>>& cumulative, std::size_t months) {
    json list = json::array();
    for (std::size_t month = 0; month < months; ++month) {
        std::vector<std::optional<double>> values;
        for (const std::vector<double>& run : cumulative) {
            if (!run.empty()) {
                values.emplace_back(run[std::min(month, run.size() - 1)]);
            }
        }
        list.push_back(interval(summarize(values)));
    }
    return list;
}

std::vector<std::vector<double>> summed_up(std::vector<std::vector<double>> by_month) {
    for (std::vector<double>& run : by_month) {
        for (std::size_t i = 1; i < run.size(); ++i) {
            run[i] += run[i - 1];
        }
    }
    return by_month;
}

std::vector<CashByMonth> cash_of(const StrategyRuns& strategy) {
    std::vector<CashByMonth> cash;
    for (const auto& run : strategy.replications) {
        cash.push_back(run ? run->cash_by_month_usd : CashByMonth{});
    }
    return cash;
}

std::size_t longest(const std::vector<std::vector<double>>& runs, std::size_t at_least) {
    for (const std::vector<double>& run : runs) {
        at_least = std::max(at_least, run.size());
    }
    return at_least;
}

json money(const ScenarioRuns& runs, const RunFolds& folds, std::size_t months) {
    json list = json::array();
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        list.push_back({{"strategy", runs.name_of(runs.strategies[i])},
                        {"cash", over_runs(cash_of(runs.strategies[i]), months)},
                        {"accrual", over_runs(summed_up(folds.strategies()[i].accrued_usd), months)}});
    }
    return list;
}

double rigs_usd(const ScenarioFacts& facts, const std::string& strategy) {
    const StrategyFacts* known = facts.strategy(strategy);
    return known == nullptr ? 0 : known->rigs_usd;
}

std::size_t baseline_of(const ScenarioRuns& runs, const ScenarioFacts& facts) {
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        if (runs.name_of(runs.strategies[i]) == facts.baseline) {
            return i;
        }
    }
    return 0;
}

// Of each strategy against the baseline, where one of the two buys more rigs and pays first.
json paybacks(const ScenarioRuns& runs, const ScenarioFacts& facts) {
    json list = json::array();
    const std::size_t base = baseline_of(runs, facts);
    const std::string& base_name = runs.name_of(runs.strategies[base]);
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        const std::string& name = runs.name_of(runs.strategies[i]);
        const auto found = payback(cash_of(runs.strategies[base]), cash_of(runs.strategies[i]));
        if (i == base || !found) {
            continue;
        }
        const std::string& payer = found->baseline_pays_first ? base_name : name;
        const std::string& other = found->baseline_pays_first ? name : base_name;
        if (rigs_usd(facts, payer) > rigs_usd(facts, other)) {
            list.push_back({{"text", payback_text(*found, printable(payer), printable(other),
                                                  rigs_usd(facts, other) == 0)},
                            {"payer", payer},
                            {"other", other},
                            {"month", found->month ? json(*found->month) : json(nullptr)}});
        }
    }
    return list;
}

}  // namespace

json year_section(const ScenarioRuns& runs, const ScenarioFacts& facts, const RunFolds& folds) {
    std::size_t months = 0;
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        months = longest(cash_of(runs.strategies[i]), months);
        months = longest(folds.strategies()[i].accrued_usd, months);
    }
    json names = json::array();
    for (std::size_t month = 0; month < months; ++month) {
        names.push_back(month_name(facts.start_unix_s, month));
    }
    json week = json::array();
    json busy = json::array();
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        if (const auto& machines = folds.strategies()[i].machines) {
            const std::string& name = runs.name_of(runs.strategies[i]);
            week.push_back({{"strategy", name}, {"share", week_of(*machines, facts)}});
            busy.push_back(busy_over_time(name, *machines, facts));
        }
    }
    return {{"months", names},
            {"money", money(runs, folds, months)},
            {"paybacks", runs.strategies.empty() ? json::array() : paybacks(runs, facts)},
            {"week", week},
            {"busy", busy}};
}

}  // namespace trainyard::report
