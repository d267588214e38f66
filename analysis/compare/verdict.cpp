#include "analysis/compare/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analysis/compare/samples.hpp"
#include "analysis/compare/work.hpp"
#include "analysis/statistics/paired.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr const char* cost_metric = "total_cost_usd";
constexpr const char* work_metric = "finished_work_gpu_h";

struct Contender {
    std::size_t position = 0;
    std::string name;
    double cost = 0;
    double work = 0;
};

// Cheapest first; ties in the order of the file.
std::vector<Contender> contenders(const ScenarioRuns& runs) {
    std::vector<Contender> all;
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        const StrategyRuns& strategy = runs.strategies[i];
        const Summary cost = summary_of(strategy, cost_metric);
        if (cost.mean) {
            all.push_back({i, printable(runs.name_of(strategy)), *cost.mean,
                           summary_of(strategy, work_metric).mean.value_or(0)});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
    return all;
}

double most_work(const std::vector<Contender>& all) {
    double most = 0;
    for (const Contender& one : all) {
        most = std::max(most, one.work);
    }
    return most;
}

// " (finished 0.3 % less work)", or nothing when it finished as much as any.
std::string remark(const Contender& one, double most) {
    return one.work >= most * (1 - 1e-9) ? "" : " (finished " + less_work(one.work, most) + ")";
}

std::string dearer(const Contender& one, const Contender& cheapest) {
    if (cheapest.cost <= 0) {
        return readable_usd(one.cost);
    }
    const double more = one.cost / cheapest.cost - 1;
    return more < 0.0005 && more > 0 ? "+<0.1 %" : fmt::format("+{:.{}f} %", more * 100, more < 0.1 ? 1 : 0);
}

// Whether the difference of two strategies' costs, by replication, could be none.
bool uncertain(const ScenarioRuns& runs, const Contender& a, const Contender& b) {
    const Summary difference = summarize(differences(sample_of(runs.strategies[a.position], cost_metric),
                                                     sample_of(runs.strategies[b.position], cost_metric)));
    return difference.ci_low && *difference.ci_low <= 0 && *difference.ci_high >= 0;
}

// "; next is B, +12 %" for the cheaper one of two, with what must be said about B.
std::string next_to(const ScenarioRuns& runs, const Contender& first, const Contender& next, double most) {
    if (next.cost == first.cost) {
        return fmt::format("; {} costs the same{}", next.name, remark(next, most));
    }
    std::string text = fmt::format("; next is {}, {}{}", next.name, dearer(next, first), remark(next, most));
    if (uncertain(runs, first, next)) {
        text += fmt::format(", a difference that may be chance ({} replications)",
                            runs.strategies[first.position].finished());
    }
    return text;
}

std::string single(const ScenarioRuns& runs, const Contender& only) {
    const StrategyRuns& strategy = runs.strategies[only.position];
    std::string text = fmt::format("{} costs {}", only.name, readable_usd(only.cost));
    if (const auto waste = summary_of(strategy, "idle_waste_usd").mean) {
        text += fmt::format(", of which {} is idle waste", readable_usd(*waste));
    }
    if (const auto wait = summary_of(strategy, "queue_time_mean_s").mean) {
        text += fmt::format("; a job queues {} on average", readable_duration(*wait));
    }
    return text + ".";
}

}  // namespace

std::vector<std::size_t> comparable(const ScenarioRuns& runs) {
    const std::vector<Contender> all = contenders(runs);
    std::vector<std::size_t> positions;
    for (const Contender& one : all) {
        if (did_as_much(one.work, most_work(all))) {
            positions.push_back(one.position);
        }
    }
    return positions;
}

std::string verdict(const ScenarioRuns& runs) {
    const std::vector<Contender> all = contenders(runs);
    if (all.empty()) {
        return "No run has finished.";
    }
    if (all.size() == 1) {
        return single(runs, all.front());
    }
    const double most = most_work(all);
    const Contender& first = all.front();
    if (did_as_much(first.work, most)) {
        return fmt::format("{} is cheapest: {}{}{}.", first.name, readable_usd(first.cost),
                           remark(first, most), next_to(runs, first, all[1], most));
    }
    const auto full =
        std::find_if(all.begin(), all.end(), [&](const auto& c) { return did_as_much(c.work, most); });
    return fmt::format(
        "{} costs least, {}, but finished {}; of those that finished most, {} is cheapest: {}{}.", first.name,
        readable_usd(first.cost), less_work(first.work, most), full->name, readable_usd(full->cost),
        remark(*full, most));
}

}  // namespace trainyard
