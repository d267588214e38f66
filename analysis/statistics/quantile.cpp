#include "analysis/statistics/quantile.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace trainyard {

double quantile(const std::vector<double>& ascending, double share) {
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (place - std::floor(place)) * (ascending[above] - ascending[below]);
}

// Of n values B ~ Bin(n, share) are below the quantile, so it is above the low-th smallest if B >= low and
// below the high-th if B < high.
std::optional<QuantileRanks> quantile_ranks(std::size_t n, double share, double confidence) {
    if (n == 0 || share <= 0 || share >= 1) {
        return std::nullopt;
    }
    const boost::math::binomial below{static_cast<double>(n), share};
    const double tail = (1 - confidence) / 2;
    std::size_t low = 0;  // the largest with P(B < low) <= tail
    while (low < n && boost::math::cdf(below, static_cast<double>(low)) <= tail) {
        ++low;
    }
    std::size_t high = n + 1;  // the smallest with P(B >= high) <= tail
    while (high > 1 &&
           boost::math::cdf(boost::math::complement(below, static_cast<double>(high) - 2)) <= tail) {
        --high;
    }
    if (low == 0 || high == n + 1) {
        return std::nullopt;
    }
    const double coverage = boost::math::cdf(below, static_cast<double>(high) - 1) -
                            boost::math::cdf(below, static_cast<double>(low) - 1);
    return QuantileRanks{low, high, coverage};
}

std::optional<Interval> quantile_interval(const std::vector<double>& ascending, double share,
                                          double confidence) {
    const auto ranks = quantile_ranks(ascending.size(), share, confidence);
    return ranks ? std::optional{Interval{ascending[ranks->low - 1], ascending[ranks->high - 1]}}
                 : std::nullopt;
}

}  // namespace trainyard
