#include "analysis/compare/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/compare/layout.hpp"
#include "analysis/compare/metric_words.hpp"

namespace trainyard {
namespace {

std::string heading(const Comparison& comparison) {
    std::size_t replications = 0;
    for (const StrategyComparison& strategy : comparison.strategies) {
        replications = std::max(replications, strategy.replications);
    }
    return fmt::format("{}, {}; differences to {}, on the same luck", printable(comparison.scenario),
                       replications == 1 ? "1 replication" : fmt::format("{} replications", replications),
                       printable(comparison.base().name));
}

// Where runs have failed, or the work was interrupted.
std::string missing_runs_text(const Comparison& comparison, std::size_t width) {
    std::string counts;
    for (const StrategyComparison& strategy : comparison.strategies) {
        if (strategy.finished < strategy.replications) {
            counts += fmt::format("{}{} has {} of {} runs", counts.empty() ? "" : ", ",
                                  printable(strategy.name), strategy.finished, strategy.replications);
        }
    }
    return counts.empty()
               ? ""
               : paragraph("Not everything has run: " + counts +
                               ". Means are over what there is, differences over the replications that "
                               "both have.",
                           width, 2);
}

std::string sentences(const Comparison& comparison, std::size_t width) {
    std::string out;
    for (const StrategyComparison& strategy : comparison.strategies) {
        const bool base = &strategy == &comparison.base();
        if (!base || !strategy.infeasible.empty() || strategy.finished == 0) {
            out += paragraph(comparison_sentence(comparison, strategy), width, 2);
        }
    }
    return comparison.strategies.size() == 1 ? out + "There is no other strategy to compare with.\n" : out;
}

// Rent that is dearer at first and cheaper later is no purchase that has paid for itself.
std::string paybacks(const Comparison& comparison, std::size_t width) {
    std::string out;
    const StrategyComparison& base = comparison.base();
    for (const StrategyComparison& strategy : comparison.strategies) {
        const bool first = strategy.payback && strategy.payback->baseline_pays_first;
        const StrategyComparison& payer = first ? base : strategy;
        const StrategyComparison& other = first ? strategy : base;
        if (strategy.payback && payer.buys_rigs) {
            out += paragraph(payback_text(*strategy.payback, printable(payer.name), printable(other.name),
                                          !other.buys_rigs),
                             width, 2);
        }
    }
    return out;
}

// Who leaves work undone meets many a target the easier.
std::string target_words(const Comparison& comparison, const StrategyComparison& strategy,
                         const TargetResult& result) {
    if (!strategy.infeasible.empty()) {
        return "cannot run";
    }
    if (!result.met) {
        return "no value";
    }
    return fmt::format("{} it{}{}", *result.met ? "meets" : "misses",
                       result.sure ? "" : " on average, not surely",
                       *result.met && did_less_work(comparison, strategy) ? ", with less work finished" : "");
}

std::string targets(const Comparison& comparison) {
    std::string out;
    for (std::size_t i = 0; i < comparison.targets.size(); ++i) {
        const Target& target = comparison.targets[i];
        const MetricKind kind = kind_of(target.metric);
        out += fmt::format("Target {}\n", printable(target.text));
        Columns columns{{Align::left, Align::right, Align::left}};
        for (const StrategyComparison& strategy : comparison.strategies) {
            const TargetResult& result = strategy.targets[i];
            columns.add({"  " + shortened(printable(strategy.name), 18),
                         result.summary.mean
                             ? value_text(kind, *result.summary.mean, result.summary.half_width())
                             : "-",
                         target_words(comparison, strategy, result)});
        }
        out += columns.text();
    }
    return out;
}

std::string times(double factor) { return with_separators(factor, factor < 9.95 ? 1 : 0); }

// "total cost as 6.3–40 × the replications would, of queue time as 2.1 ×"
std::string gains(const Comparison& comparison) {
    std::string out;
    for (std::size_t i = 0; i < comparison.metrics.size(); ++i) {
        std::vector<double> factors;
        for (const StrategyComparison& strategy : comparison.strategies) {
            if (const auto factor = strategy.metrics[i].paired.variance_reduction) {
                factors.push_back(*factor);
            }
        }
        if (factors.empty()) {
            continue;
        }
        const auto [low, high] = std::minmax_element(factors.begin(), factors.end());
        const std::string range =
            times(*low) == times(*high) ? times(*low) : times(*low) + "–" + times(*high);
        out += fmt::format("{}{} as {} ×{}", out.empty() ? "" : ", of ", label_of(comparison.metrics[i]),
                           range, out.empty() ? " the replications would" : "");
    }
    return out;
}

std::string closing(const Comparison& comparison, std::size_t width) {
    if (comparison.comparisons == 0) {
        return "";
    }
    std::string out;
    const std::string gained = gains(comparison);
    if (!gained.empty()) {
        out += paragraph("Pairing narrows the intervals of " + gained + ".", width, 2);
    }
    if (comparison.comparisons > 1) {
        out += paragraph(fmt::format("The verdicts hold together: at most 5 % that any of the {} is a false "
                                     "alarm (Holm).",
                                     comparison.comparisons),
                         width, 2);
    }
    return out;
}

}  // namespace

std::string comparison_text(const Comparison& comparison, std::size_t width) {
    std::string out = paragraph(heading(comparison), width, 2) + missing_runs_text(comparison, width) +
                      sentences(comparison, width);
    for (const std::string& section :
         {comparison_table(comparison, width), cost_parts_text(comparison, width),
          paybacks(comparison, width), targets(comparison), closing(comparison, width)}) {
        out += section.empty() ? "" : "\n" + section;
    }
    return out;
}

}  // namespace trainyard
