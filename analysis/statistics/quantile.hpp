// Quantiles of a sample, and how far they can be trusted without any assumption on the distribution.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace trainyard {

struct Interval {
    double low = 0;
    double high = 0;
};

// Linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in
// Statistical Packages", The American Statistician 50 (1996). `ascending` is sorted and not empty;
// share in [0, 1].
double quantile(const std::vector<double>& ascending, double share);

// The order statistics, counted from 1, between which the quantile of the distribution lies.
struct QuantileRanks {
    std::size_t low = 1;
    std::size_t high = 1;
    double coverage = 0;  // the probability of that, from the binomial; at least what was asked for
};

// Each tail is cut by at most half of 1 - confidence, so the coverage is exact for continuous values and
// conservative with ties. Absent when even the smallest and the largest of n values do not reach it: for
// the median at 95 % below 6. See W. J. Conover, "Practical Nonparametric Statistics", section 3.2.
std::optional<QuantileRanks> quantile_ranks(std::size_t n, double share, double confidence = 0.95);

// The values at those ranks.
std::optional<Interval> quantile_interval(const std::vector<double>& ascending, double share,
                                          double confidence = 0.95);

}  // namespace trainyard
