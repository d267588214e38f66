#include "analysis/compare/sweep_findings.hpp"

#include <nlohmann/json.hpp>

#include "analysis/compare/sweep_table.hpp"

namespace trainyard {
namespace {

using json = nlohmann::ordered_json;

const char* name_of(LeaderChange::Why why) {
    switch (why) {
        case LeaderChange::Why::crossing:
            return "crossing";
        case LeaderChange::Why::less_work:
            return "less_work";
        case LeaderChange::Why::cannot_run:
            return "cannot_run";
        case LeaderChange::Why::other_less_work:
            return "other_less_work";
        case LeaderChange::Why::other_cannot_run:
            return "other_cannot_run";
    }
    return "";
}

json crossing_json(const std::optional<FoundCrossing>& crossing) {
    if (!crossing) {
        return nullptr;
    }
    json result{{"at", crossing->at.x}, {"ci_low", nullptr}, {"ci_high", nullptr}};
    if (crossing->interval) {
        result["ci_low"] = crossing->interval->low;
        result["ci_high"] = crossing->interval->high;
    }
    result["missing_share"] = crossing->missing;
    return result;
}

json line_json(const Leaders& leaders, const LeaderLine& line) {
    json fixed = json::object();
    for (const SweepAxis& other : leaders.others) {
        fixed[other.path] = other.texts[line.points.front()];
    }
    json changes = json::array();
    for (const LeaderChange& change : line.changes) {
        changes.push_back({{"before", change.before},
                           {"after", change.after},
                           {"why", name_of(change.why)},
                           {"last_point", change.last_point + 1},
                           {"next_point", change.next_point + 1},
                           {"last_value", leaders.axis.texts[change.last_point]},
                           {"next_value", leaders.axis.texts[change.next_point]},
                           {"crossing", crossing_json(change.crossing)}});
    }
    return {{"fixed", fixed},
            {"first", line.first.empty() ? json(nullptr) : json(line.first)},
            {"changes", changes}};
}

json leaders_json(const Leaders& leaders) {
    json lines = json::array();
    for (const LeaderLine& line : leaders.lines) {
        lines.push_back(line_json(leaders, line));
    }
    return {{"axis", leaders.axis.path}, {"lines", lines}};
}

json drivers_json(const Drivers& drivers) {
    json strategies = json::array();
    for (const StrategyDrivers& one : drivers.strategies) {
        json coefficients = json::object();
        for (std::size_t i = 0; i < drivers.axes.size(); ++i) {
            const auto value = one.regression ? one.regression->coefficients[i] : std::nullopt;
            coefficients[drivers.axes[i].path] = value ? json(*value) : json(nullptr);
        }
        strategies.push_back({{"strategy", one.strategy},
                              {"r_squared", one.regression ? json(one.regression->r_squared) : json(nullptr)},
                              {"coefficients", coefficients}});
    }
    return {{"metric", drivers.metric}, {"left_out", drivers.left_out}, {"strategies", strategies}};
}

template <class Items, class ToJson>
std::string listed(const Items& items, ToJson to_json) {
    json list = json::array();
    for (const auto& item : items) {
        list.push_back(to_json(item));
    }
    return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string sweep_findings_json(const std::vector<Leaders>& leaders, const std::vector<Drivers>& drivers) {
    return "\"leaders\": " + listed(leaders, leaders_json) +
           ",\n \"drivers\": " + listed(drivers, drivers_json);
}

std::string sweep_findings_json(const Batch& batch) {
    std::vector<Drivers> drivers;
    for (const std::string& metric :
         is_grid(batch) ? std::vector<std::string>{} : SweepTableStyle{}.metrics) {
        drivers.push_back(find_drivers(batch, metric));
    }
    return sweep_findings_json(find_all_leaders(batch), drivers);
}

}  // namespace trainyard
