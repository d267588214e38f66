#include <algorithm>
#include <charconv>
#include <sstream>

#include "analysis/compare/drivers.hpp"
#include "analysis/compare/leaders.hpp"
#include "analysis/compare/sweep_axes.hpp"
#include "analysis/compare/verdict.hpp"
#include "analysis/report/sections.hpp"

namespace trainyard::report {
namespace {

// "0.05/h" is 0.05 of "/h".
struct WrittenValue {
    double amount = 0;
    std::string unit;
};

std::optional<WrittenValue> written(const std::string& text) {
    WrittenValue value;
    const std::size_t skip = text.starts_with("$") ? 1 : 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + skip, end, value.amount);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    value.unit = std::string{at, end};
    value.unit.erase(0, std::min(value.unit.find_first_not_of(' '), value.unit.size()));
    return value;
}

// What one of the unit that most of the axis' values are written in is, in base units.
std::pair<std::string, double> unit_of(const SweepAxis& axis) {
    for (std::size_t i = 0; i < axis.numbers.size(); ++i) {
        const auto value = written(axis.texts[i]);
        if (value && value->amount != 0 && axis.numbers[i] != 0) {
            return {value->unit, axis.numbers[i] / value->amount};
        }
    }
    return {"", 1};
}

json axis_json(const SweepAxis& axis) {
    const auto [unit, one] = unit_of(axis);
    json numbers = json::array();
    for (const double each : axis.numbers) {
        numbers.push_back(brief(each / one));
    }
    return {{"path", axis.path},
            {"label", axis.label},
            {"unit", unit},
            {"log", axis.scale == AxisScale::logarithmic},
            {"values", axis.values},
            {"texts", axis.texts},
            {"numbers", axis.numeric ? numbers : json(nullptr)}};
}

json change_json(const LeaderChange& change, double one) {
    json crossing = nullptr;
    if (change.crossing) {
        const FoundCrossing& found = *change.crossing;
        crossing = {{"x", brief(found.at.x / one)},
                    {"low", found.interval ? json(brief(found.interval->low / one)) : json(nullptr)},
                    {"high", found.interval ? json(brief(found.interval->high / one)) : json(nullptr)},
                    {"clear", found.clear()}};
    }
    return {{"before", change.before},
            {"after", change.after},
            {"last_point", change.last_point},
            {"next_point", change.next_point},
            {"crossing", crossing}};
}

json line_json(const LeaderLine& line, double one) {
    json changes = json::array();
    for (const LeaderChange& change : line.changes) {
        changes.push_back(change_json(change, one));
    }
    return {{"points", line.points}, {"first", line.first}, {"changes", changes}};
}

json drivers_json(const Batch& batch) {
    const Drivers drivers = find_drivers(batch);
    json list = json::array();
    for (const StrategyDrivers& strategy : drivers.strategies) {
        json coefficients = json::array();
        for (std::size_t i = 0; strategy.regression && i < drivers.axes.size(); ++i) {
            coefficients.push_back({{"path", drivers.axes[i].path},
                                    {"coefficient", number(strategy.regression->coefficients[i])}});
        }
        list.push_back(
            {{"strategy", strategy.strategy},
             {"r_squared", strategy.regression ? json(brief(strategy.regression->r_squared)) : json()},
             {"coefficients", coefficients}});
    }
    return list;
}

// By point, the position of the strategy that is cheapest among those that did the same work.
json cheapest_of(const Batch& batch) {
    json list = json::array();
    for (const ScenarioRuns& runs : batch) {
        json best = nullptr;
        double least = 0;
        for (const std::size_t i : comparable(runs)) {
            const double cost = *summary_of(runs.strategies[i], "total_cost_usd").mean;
            if (best.is_null() || cost < least) {
                best = i;
                least = cost;
            }
        }
        list.push_back(best);
    }
    return list;
}

json lines_of(const std::string& text) {
    json lines = json::array();
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

json sweep_section(const Batch& batch) {
    if (batch.empty() || batch.front().point.empty()) {
        return nullptr;
    }
    json axes = json::array();
    for (const SweepAxis& axis : axes_of(batch)) {
        axes.push_back(axis_json(axis));
    }
    const bool grid = is_grid(batch);
    json section{{"axes", axes}, {"points", batch.size()}, {"grid", grid}, {"cheapest", cheapest_of(batch)}};
    if (const auto leaders = find_leaders(batch)) {
        const double one = unit_of(leaders->axis).second;
        json lines = json::array();
        for (const LeaderLine& line : leaders->lines) {
            lines.push_back(line_json(line, one));
        }
        section["along"] = leaders->axis.path;
        section["lines"] = lines;
        section["text"] = lines_of(leaders_text(*leaders, 100'000));
    }
    if (!grid) {
        section["drivers"] = drivers_json(batch);
    }
    return section;
}

}  // namespace trainyard::report
