#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/compare/cost_parts.hpp"
#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/samples.hpp"
#include "analysis/compare/verdict.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/statistics/paired.hpp"

namespace trainyard::report {
namespace {

constexpr const char* cost_metric = "total_cost_usd";
constexpr std::size_t most_parts = 3;
constexpr double least_part = 0.02;  // of the largest

std::string in_usd(double usd) { return usd < 0 ? signed_usd(usd) : value_text(MetricKind::money, usd); }

// Of one strategy against a dearer one. Without an interval one replication has both.
std::string how_sure(const std::string& other, const Sample& saved) {
    const Summary summary = summarize(saved);
    if (!summary.ci_low) {
        return "How sure that is one replication cannot say.";
    }
    const auto cheaper = std::count_if(saved.begin(), saved.end(), [](const auto& each) { return each > 0; });
    return fmt::format(
        "It is cheaper than {} in {} of {} replications on the same luck, by {} on average "
        "(95 % interval {} to {}{}).",
        other, cheaper, summary.count, in_usd(*summary.mean), in_usd(*summary.ci_low),
        in_usd(*summary.ci_high), *summary.ci_low <= 0 ? ": it may be chance" : "");
}

// "What makes the difference: spot −$1,190, energy +$233."
std::string why(const std::vector<CostPart>& parts) {
    std::string text;
    for (std::size_t i = 0; i < std::min(parts.size(), most_parts); ++i) {
        const double mean = parts[i].difference.mean.value_or(0);
        if (std::abs(mean) >= least_part * std::abs(parts.front().difference.mean.value_or(0)) && mean != 0) {
            text += (text.empty() ? "" : ", ") + parts[i].name + " " + signed_usd(mean);
        }
    }
    return text.empty() ? "" : "What makes the difference: " + text + ".";
}

}  // namespace

json sure_sentences(const ScenarioRuns& runs) {
    json sentences = json::array();
    const std::vector<std::size_t> ranking = comparable(runs);
    if (ranking.size() < 2) {
        return sentences;
    }
    const StrategyRuns& first = runs.strategies[ranking[0]];
    const StrategyRuns& next = runs.strategies[ranking[1]];
    const Sample saved = differences(sample_of(first, cost_metric), sample_of(next, cost_metric));
    if (summarize(saved).mean.value_or(0) == 0) {
        return sentences;
    }
    sentences.push_back(how_sure(printable(runs.name_of(next)), saved));
    if (std::string text = why(parts_by_category(next, first)); !text.empty()) {
        sentences.push_back(std::move(text));
    }
    return sentences;
}

}  // namespace trainyard::report
