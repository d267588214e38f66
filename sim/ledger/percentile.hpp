// Mean, percentiles and maximum of times.
#pragma once

#include <optional>
#include <vector>

#include "sim/core/time.hpp"

namespace trainyard {

struct TimeSummary {
    std::optional<double> mean, p50, p90, p95, p99, max;
};

// Percentiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample
// Quantiles in Statistical Packages", The American Statistician 50 (1996), R's default. Of nothing there
// is none.
TimeSummary summarize(std::vector<Seconds> times);

}  // namespace trainyard
