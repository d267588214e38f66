// Intervals for any figure that can be worked out from a set of replications, by drawing replications
// with replacement. B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", Chapman & Hall, 1993.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "analysis/statistics/quantile.hpp"

namespace trainyard {

struct BootstrapOptions {
    std::uint64_t seed = 1;
    std::size_t samples = 2000;
    double confidence = 0.95;
};

// Which of n replications a sample has: n numbers in [0, n), drawn with replacement. The k-th sample of
// a seed is always the same.
std::vector<std::size_t> resample(std::size_t n, std::uint64_t seed, std::size_t k);

// The figure for the replications that were drawn; absent where they do not have it.
using Statistic = std::function<std::optional<double>(std::span<const std::size_t> drawn)>;

// From the percentiles of the figure over the samples (chapter 13). Samples without the figure are left
// out. Absent for fewer than two replications, or when most samples do not have the figure.
std::optional<Interval> percentile_interval(std::size_t n, const Statistic& statistic,
                                            const BootstrapOptions& options = {});

// Bias-corrected and accelerated (chapter 14): also right for skewed figures. Absent too when the figure
// of the replications themselves is outside all samples.
std::optional<Interval> bca_interval(std::size_t n, const Statistic& statistic,
                                     const BootstrapOptions& options = {});

// The acceleration a (14.15) from the figure with each replication left out in turn; 0 if that changes
// nothing.
double acceleration(const std::vector<double>& leaving_one_out);

}  // namespace trainyard
