#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/logs/backtest.hpp"
#include "analysis/statistics/agreement.hpp"
#include "analysis/statistics/quantile.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

enum class Match { yes, roughly, no };

// Within 25 % or 10 minutes; within a factor of 2 or half an hour.
Match match_of(double recorded_s, double simulated_s) {
    const double apart_s = std::abs(simulated_s - recorded_s);
    const double larger_s = std::max(recorded_s, simulated_s);
    if (apart_s <= std::max(0.25 * recorded_s, 600.0)) {
        return Match::yes;
    }
    return apart_s <= std::max(0.5 * larger_s, 1800.0) ? Match::roughly : Match::no;
}

struct Figures {
    std::vector<double> recorded_s;   // ascending
    std::vector<double> simulated_s;  // ascending
    std::optional<double> correlation;

    double recorded(double share) const { return quantile(recorded_s, share); }
    double simulated(double share) const { return quantile(simulated_s, share); }
};

Figures figures_of(const Backtest& backtest) {
    Figures figures;
    for (const WaitPair& wait : backtest.waits) {
        figures.recorded_s.push_back(wait.recorded_s);
        figures.simulated_s.push_back(wait.simulated_s);
    }
    figures.correlation = rank_correlation(figures.recorded_s, figures.simulated_s);
    std::sort(figures.recorded_s.begin(), figures.recorded_s.end());
    std::sort(figures.simulated_s.begin(), figures.simulated_s.end());
    return figures;
}

// A bar of the logarithm of a wait: from none at 0 s to full at the longest.
std::string bar(double wait_s, double longest_s, bool ascii) {
    constexpr double width = 32;
    const double full = std::log1p(std::max(longest_s, 1.0));
    const auto length = static_cast<std::size_t>(std::lround(width * std::log1p(wait_s) / full));
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        text += ascii ? "#" : "█";
    }
    return text;
}

std::string plot(const Figures& figures, bool ascii) {
    const double longest_s = std::max(figures.recorded_s.back(), figures.simulated_s.back());
    std::string text = "\nwait that this share of the jobs did not exceed, on a logarithmic scale\n";
    for (const double share : {0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0}) {
        text += fmt::format("{:>4.0f} %  recorded  {:>9}  {}\n", 100 * share,
                            readable_duration(figures.recorded(share)),
                            bar(figures.recorded(share), longest_s, ascii));
        text += fmt::format("        simulated {:>9}  {}\n", readable_duration(figures.simulated(share)),
                            bar(figures.simulated(share), longest_s, ascii));
    }
    return text;
}

std::string verdict(const Figures& figures) {
    const Match median = match_of(figures.recorded(0.5), figures.simulated(0.5));
    const Match tail = match_of(figures.recorded(0.95), figures.simulated(0.95));
    const Match worst = std::max(median, tail);
    if (worst == Match::yes && figures.correlation.value_or(1) >= 0.5) {
        return "yes: median and 95th percentile are within 25 % or 10 minutes of the recorded ones.";
    }
    if (worst == Match::yes) {
        return "as a whole, yes; job by job, no: other jobs wait than waited (rank correlation below 0.5), "
               "so "
               "the order of the queue was another.";
    }
    if (worst == Match::roughly) {
        return "roughly: median and 95th percentile are within a factor of 2 or half an hour of the recorded "
               "ones.";
    }
    const bool longer =
        figures.simulated(0.95) + figures.simulated(0.5) > figures.recorded(0.95) + figures.recorded(0.5);
    return longer
               ? "no: simulated jobs wait longer. The log's cluster had more GPUs, a queue that fills gaps, "
                 "or "
                 "people who held back."
               : "no: simulated jobs wait less. The log's cluster had fewer GPUs, quotas, machines that were "
                 "down, or GPUs that nobody could use.";
}

}  // namespace

std::string described(const Backtest& backtest, const std::string& strategy, bool ascii) {
    std::string text = fmt::format(
        "{}: {} jobs with a recorded start; {} without, replayed all the same; {} fit no pool and "
        "were left out\n",
        printable(strategy), backtest.waits.size(), backtest.without_start, backtest.left_out);
    if (backtest.waits.empty()) {
        return text + "Does it match? Nobody knows: the log has no start times (column start_s).\n";
    }
    const Figures figures = figures_of(backtest);
    text += fmt::format("                  recorded  simulated\n");
    text += fmt::format("median wait       {:>8}  {:>9}\n", readable_duration(figures.recorded(0.5)),
                        readable_duration(figures.simulated(0.5)));
    text += fmt::format("95th percentile   {:>8}  {:>9}\n", readable_duration(figures.recorded(0.95)),
                        readable_duration(figures.simulated(0.95)));
    text += figures.correlation ? fmt::format("rank correlation  {:>8.2f}\n", *figures.correlation)
                                : "rank correlation      none: on one side all waits are alike\n";
    text += plot(figures, ascii);
    return text + "\nDoes it match my last year? " + verdict(figures) + "\n";
}

}  // namespace trainyard
