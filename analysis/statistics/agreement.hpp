// How far two samples, or a sample and a distribution, agree.
#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace trainyard {

// Kolmogorov-Smirnov distance: the largest difference between the share of the values at or below x and
// the distribution's. `ascending` is sorted and not empty; `cdf` is continuous.
double ks_distance(const std::vector<double>& ascending, const std::function<double(double)>& cdf);

// The same between two discrete distributions over the same places in order: shares that add up to 1.
double ks_distance(const std::vector<double>& shares, const std::vector<double>& others);

// The same between two samples; both sorted and not empty.
double ks_distance_of_samples(const std::vector<double>& ascending, const std::vector<double>& other);

// Spearman's rank correlation: Pearson's of the ranks, ties at their mean rank. Absent where one of the two
// does not vary, or there are fewer than two pairs. Both are equally long.
std::optional<double> rank_correlation(const std::vector<double>& x, const std::vector<double>& y);

// Of the standard normal distribution.
double normal_cdf(double z);

}  // namespace trainyard
