#include "analysis/compare/precision.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/needed.hpp"

namespace trainyard {
namespace {

constexpr std::size_t fewest = 10;
constexpr std::size_t growth = 4;

std::size_t planned(const ScenarioRuns& runs) {
    std::size_t most = 0;
    for (const StrategyRuns& strategy : runs.strategies) {
        most = std::max(most, strategy.replications.size());
    }
    return most;
}

}  // namespace

bool is_precise(const Summary& summary, double relative) {
    const auto half = summary.half_width();
    return half && *half <= relative * std::abs(*summary.mean);
}

std::optional<std::size_t> next_replications(const ScenarioRuns& runs,
                                             const std::vector<std::string>& metrics, double relative) {
    const std::size_t now = planned(runs);
    if (now < fewest) {
        return fewest;
    }
    std::size_t wanted = now;
    for (const StrategyRuns& strategy : runs.strategies) {
        for (const std::string& metric : metrics) {
            const Summary summary = summary_of(strategy, metric);
            if (summary.mean && !is_precise(summary, relative)) {
                const auto needed = replications_needed(summary, relative, growth * now);
                wanted = std::max({wanted, needed.value_or(growth * now), now + 1});
            }
        }
    }
    return wanted > now ? std::optional{wanted} : std::nullopt;
}

}  // namespace trainyard
