// Mean, percentiles and maximum of times.
#pragma once

#include <optional>
#include <vector>

#include "sim/core/time.hpp"

namespace trainyard {

// Linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in
// Statistical Packages", The American Statistician 50 (1996), R's default. `ascending` is sorted;
// percent in [0, 100]. Of nothing there is none.
std::optional<double> percentile(const std::vector<Seconds>& ascending, int percent);

struct TimeSummary {
    std::optional<double> mean, p50, p90, p95, p99, max;
};
TimeSummary summarize(std::vector<Seconds> times);

}  // namespace trainyard
