// Means over replications, with Student-t intervals. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace trainyard {

// Replications in which a metric has no value (null) are left out: mean, sd and interval are over
// the others. With no value at all everything is absent; with a single one, all but the mean.
struct Summary {
    std::size_t count = 0;  // of values
    std::optional<double> mean;
    std::optional<double> sd;      // sample standard deviation, over n - 1
    std::optional<double> ci_low;  // 95 % interval of the mean: mean -/+ t(0.975, n - 1) sd / sqrt(n)
    std::optional<double> ci_high;

    // Half the width of the interval.
    std::optional<double> half_width() const;
};

// So many standard errors is the mean of `count` >= 2 values off by chance once in 15,800 times: as often as
// a normal variable is by 4 standard deviations. From Student's t with count - 1 degrees of freedom.
double chance_errors(std::size_t count);

Summary summarize(const std::vector<std::optional<double>>& values);

}  // namespace trainyard
