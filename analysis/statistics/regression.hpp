// What drives a figure, over the points of a sampled design.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/statistics/sample.hpp"

namespace trainyard {

// Standardised regression coefficients (A. Saltelli et al., "Global Sensitivity Analysis: The Primer",
// Wiley, 2008, section 1.2.5): of the least-squares fit y = b0 + sum of b_i x_i, b_i sd(x_i) / sd(y). By so
// many standard deviations y moves with one of x_i. Where factors are sampled independently, the
// squares add up to R^2, each the share of y's variance that its factor explains linearly.
struct StandardizedRegression {
    // By factor. Absent for one that does not vary, or that the factors before it determine.
    std::vector<std::optional<double>> coefficients;
    double r_squared =
        0;  // the share of the variance that a straight line explains; without it, see elsewhere
    std::size_t points = 0;  // that have the figure
};

// factors[i][p] is the value of factor i at point p; all are finite and equally long. Points without a
// figure are left out. Absent when y does not vary, no factor does, or there are not more points than
// coefficients to find, the constant included.
std::optional<StandardizedRegression> standardized_regression(const std::vector<std::vector<double>>& factors,
                                                              const Sample& figure);

}  // namespace trainyard
