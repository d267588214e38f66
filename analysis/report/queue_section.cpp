#include <algorithm>

#include "analysis/report/sections.hpp"
#include "analysis/statistics/quantile.hpp"

namespace trainyard::report {
namespace {

constexpr std::size_t most_points = 200;

// The empirical distribution: at each kept value the share of jobs that waited no longer.
json curve_of(const std::vector<double>& ascending) {
    json curve = json::array();
    const std::size_t n = ascending.size();
    const std::size_t steps = std::min(n, most_points);
    double last = -1;
    for (std::size_t i = 1; i <= steps; ++i) {
        const double value = ascending[i * n / steps - 1];
        const auto up_to = std::upper_bound(ascending.begin(), ascending.end(), value);
        if (value != last) {
            curve.push_back(
                {value, brief(static_cast<double>(up_to - ascending.begin()) / static_cast<double>(n))});
        }
        last = value;
    }
    return curve;
}

json distribution_of(const std::string& strategy, const json& stream, std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {{"strategy", strategy},
            {"stream", stream},
            {"jobs", values.size()},
            {"p50_s", brief(quantile(values, 0.5))},
            {"p95_s", brief(quantile(values, 0.95))},
            {"curve", curve_of(values)}};
}

}  // namespace

json queue_section(const ScenarioRuns& runs, const RunFolds& folds) {
    json list = json::array();
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        const StrategyFolds& strategy = folds.strategies()[i];
        const std::string& name = runs.name_of(runs.strategies[i]);
        std::vector<double> all;
        for (const auto& [stream, values] : strategy.queued_s) {
            all.insert(all.end(), values.begin(), values.end());
        }
        if (!all.empty()) {
            list.push_back(distribution_of(name, nullptr, std::move(all)));
        }
        for (const auto& [stream, values] : strategy.queued_s) {
            if (strategy.queued_s.size() > 1) {
                list.push_back(distribution_of(name, stream, values));
            }
        }
    }
    return list;
}

}  // namespace trainyard::report
