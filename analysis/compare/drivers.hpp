// What drives a metric over the points of a sampled design.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/sweep_axes.hpp"
#include "analysis/statistics/regression.hpp"

namespace trainyard {

struct StrategyDrivers {
    std::string strategy;
    std::optional<StandardizedRegression> regression;  // coefficients as Drivers::axes
};

struct Drivers {
    std::string metric;
    std::vector<SweepAxis> axes;  // the numeric ones; those with a logarithmic scale enter by their logarithm
    std::vector<std::string> left_out;  // paths whose values are no numbers
    std::vector<StrategyDrivers> strategies;
};

// Of the means at the points; points at which a strategy cannot run, or has no value, are left out.
Drivers find_drivers(const Batch& batch, const std::string& metric = "total_cost_usd");

// A table of coefficients, the strongest axis first, with the R^2 of each strategy. Empty where no strategy
// has any.
std::string drivers_text(const Drivers& drivers, std::size_t width);

}  // namespace trainyard
