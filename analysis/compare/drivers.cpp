#include "analysis/compare/drivers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/compare/layout.hpp"
#include "analysis/compare/metric_words.hpp"

namespace trainyard {
namespace {

// Below that a straight line leaves too much of the variance open for its coefficients to be the answer.
constexpr double little = 0.7;

std::vector<double> factor_of(const SweepAxis& axis) {
    std::vector<double> factor = axis.numbers;
    if (axis.scale == AxisScale::logarithmic) {
        std::transform(factor.begin(), factor.end(), factor.begin(), [](double x) { return std::log(x); });
    }
    return factor;
}

Sample means_over_points(const Batch& batch, const std::string& strategy, const std::string& metric) {
    Sample means;
    for (const ScenarioRuns& point : batch) {
        const StrategyRuns* runs = point.find(strategy);
        means.push_back(runs == nullptr ? std::nullopt : summary_of(*runs, metric).mean);
    }
    return means;
}

double strength(const Drivers& drivers, std::size_t axis) {
    double most = 0;
    for (const StrategyDrivers& one : drivers.strategies) {
        if (one.regression && one.regression->coefficients[axis]) {
            most = std::max(most, std::abs(*one.regression->coefficients[axis]));
        }
    }
    return most;
}

std::string coefficient_text(const StrategyDrivers& one, std::size_t axis) {
    if (!one.regression || !one.regression->coefficients[axis]) {
        return "-";
    }
    const double value = *one.regression->coefficients[axis];
    return (std::abs(value) < 0.005 ? "" : value < 0 ? "−" : "+") + fmt::format("{:.2f}", std::abs(value));
}

Columns table_of(const Drivers& drivers, std::size_t first, std::size_t last) {
    std::vector<std::size_t> order(drivers.axes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return strength(drivers, a) > strength(drivers, b);
    });
    std::vector<Align> align(1 + last - first, Align::right);
    align.front() = Align::left;
    Columns columns{align};
    std::vector<std::string> heading{""};
    std::vector<std::string> explained{"  R²"};
    for (std::size_t i = first; i < last; ++i) {
        const StrategyDrivers& one = drivers.strategies[i];
        heading.push_back(shortened(printable(one.strategy), 16));
        explained.push_back(one.regression ? fmt::format("{:.2f}", one.regression->r_squared) : "-");
    }
    columns.add(heading);
    for (const std::size_t axis : order) {
        std::vector<std::string> row{"  " + shortened(drivers.axes[axis].label, 40)};
        for (std::size_t i = first; i < last; ++i) {
            row.push_back(coefficient_text(drivers.strategies[i], axis));
        }
        columns.add(row);
    }
    columns.add(explained);
    return columns;
}

std::string cautions(const Drivers& drivers, std::size_t width) {
    std::string out;
    for (const StrategyDrivers& one : drivers.strategies) {
        if (one.regression && one.regression->r_squared < little) {
            out +=
                paragraph(fmt::format("{}: a straight line explains only {:.0f} % of what happens: the axes "
                                      "work together, or not steadily up or down.",
                                      printable(one.strategy), one.regression->r_squared * 100),
                          width, 2);
        }
    }
    for (const std::string& path : drivers.left_out) {
        out +=
            paragraph(fmt::format("{} is left out: its values are no numbers.", printable(path)), width, 2);
    }
    return out;
}

}  // namespace

Drivers find_drivers(const Batch& batch, const std::string& metric) {
    Drivers drivers;
    drivers.metric = metric;
    std::vector<std::vector<double>> factors;
    for (SweepAxis& axis : axes_of(batch)) {
        if (axis.numeric) {
            factors.push_back(factor_of(axis));
            drivers.axes.push_back(std::move(axis));
        } else {
            drivers.left_out.push_back(axis.path);
        }
    }
    for (std::size_t i = 0; !batch.empty() && i < batch.front().strategies.size(); ++i) {
        const std::string& name = batch.front().name_of(batch.front().strategies[i]);
        drivers.strategies.push_back(
            {name, standardized_regression(factors, means_over_points(batch, name, metric))});
    }
    return drivers;
}

std::string drivers_text(const Drivers& drivers, std::size_t width) {
    const bool any = std::any_of(drivers.strategies.begin(), drivers.strategies.end(),
                                 [](const StrategyDrivers& one) { return one.regression.has_value(); });
    if (!any) {
        return "";
    }
    std::string out = paragraph("What drives " + label_of(drivers.metric) +
                                    ": by how many standard deviations it moves with one of the axis",
                                width, 2);
    for (std::size_t first = 0; first < drivers.strategies.size();) {
        std::size_t last = drivers.strategies.size();
        while (last > first + 1 && table_of(drivers, first, last).width() > width) {
            --last;
        }
        out += table_of(drivers, first, last).text();
        first = last;
    }
    return out + cautions(drivers, width);
}

}  // namespace trainyard
