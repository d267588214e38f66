#include "analysis/compare/points_csv.hpp"

#include <fmt/format.h>

#include "analysis/compare/sweep_axes.hpp"
#include "sim/ledger/tables.hpp"

namespace trainyard {
namespace {

std::string number(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : ""; }

std::string strategy_rows(const std::string& begin, const StrategyRuns& strategy) {
    if (!strategy.infeasible.empty()) {
        return begin + "infeasible,,,,,,0," + csv_field(strategy.infeasible) + "\n";
    }
    std::string out;
    for (const auto& [name, summary] : summaries(strategy)) {
        out +=
            fmt::format("{}ok,{},{},{},{},{},{},\n", begin, csv_field(name), number(summary.mean),
                        number(summary.sd), number(summary.ci_low), number(summary.ci_high), summary.count);
    }
    return out;
}

}  // namespace

std::string points_csv(const Batch& batch) {
    const std::vector<SweepAxis> axes = axes_of(batch);
    std::string out = "point,scenario,";
    for (const SweepAxis& axis : axes) {
        out += csv_field(axis.path) + ",";
    }
    out += "strategy,status,metric,mean,sd,ci_low,ci_high,n,infeasible_because\n";
    for (std::size_t i = 0; i < batch.size(); ++i) {
        std::string point = fmt::format("{},{},", i + 1, csv_field(batch[i].scenario.name));
        for (const SweepAxis& axis : axes) {
            point += csv_field(axis.texts[i]) + ",";
        }
        for (const StrategyRuns& strategy : batch[i].strategies) {
            out += strategy_rows(point + csv_field(batch[i].name_of(strategy)) + ",", strategy);
        }
    }
    return out;
}

}  // namespace trainyard
