#include "analysis/statistics/bootstrap.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "analysis/statistics/sample.hpp"
#include "sim/core/random.hpp"

namespace trainyard {
namespace {

using Indices = std::vector<std::size_t>;

// The figure over all samples, ascending; empty when there is no telling.
std::vector<double> figures(std::size_t n, const Statistic& statistic, const BootstrapOptions& options) {
    std::vector<double> found;
    for (std::size_t k = 0; n >= 2 && k < options.samples; ++k) {
        const auto figure = statistic(resample(n, options.seed, k));
        if (present(figure)) {
            found.push_back(*figure);
        }
    }
    if (2 * found.size() < options.samples) {
        found.clear();
    }
    std::sort(found.begin(), found.end());
    return found;
}

// The share of the samples whose figure is smaller, equal ones by half.
double share_below(const std::vector<double>& ascending, double figure) {
    const auto [first, last] = std::equal_range(ascending.begin(), ascending.end(), figure);
    const auto below = static_cast<double>(first - ascending.begin());
    return (below + static_cast<double>(last - first) / 2) / static_cast<double>(ascending.size());
}

std::vector<double> leaving_one_out(const Indices& all, const Statistic& statistic) {
    std::vector<double> found;
    for (std::size_t left_out = 0; left_out < all.size(); ++left_out) {
        Indices rest = all;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
        const auto figure = statistic(rest);
        if (present(figure)) {
            found.push_back(*figure);
        }
    }
    return found;
}

}  // namespace

Indices resample(std::size_t n, std::uint64_t seed, std::size_t k) {
    RandomStream stream{{seed, 1}, Purpose::resample, 0, k};
    Indices drawn(n);
    for (std::size_t& one : drawn) {
        one = std::min(static_cast<std::size_t>(stream.uniform() * static_cast<double>(n)), n - 1);
    }
    return drawn;
}

std::optional<Interval> percentile_interval(std::size_t n, const Statistic& statistic,
                                            const BootstrapOptions& options) {
    const std::vector<double> ascending = figures(n, statistic, options);
    if (ascending.empty()) {
        return std::nullopt;
    }
    const double tail = (1 - options.confidence) / 2;
    return Interval{quantile(ascending, tail), quantile(ascending, 1 - tail)};
}

double acceleration(const std::vector<double>& leaving_one_out) {
    double sum = 0;
    for (const double figure : leaving_one_out) {
        sum += figure;
    }
    const double mean = sum / static_cast<double>(leaving_one_out.size());
    double squares = 0;
    double cubes = 0;
    for (const double figure : leaving_one_out) {
        const double less = mean - figure;
        squares += less * less;
        cubes += less * less * less;
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

std::optional<Interval> bca_interval(std::size_t n, const Statistic& statistic,
                                     const BootstrapOptions& options) {
    const std::vector<double> ascending = figures(n, statistic, options);
    Indices all(n);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto figure = ascending.empty() ? std::nullopt : statistic(all);
    const double below = present(figure) ? share_below(ascending, *figure) : 0;
    if (below <= 0 || below >= 1) {
        return std::nullopt;
    }
    const boost::math::normal normal;
    const double bias = boost::math::quantile(normal, below);
    const double a = acceleration(leaving_one_out(all, statistic));
    const auto bound = [&](double share) {
        const double z = bias + boost::math::quantile(normal, share);
        return quantile(ascending, boost::math::cdf(normal, bias + z / (1 - a * z)));
    };
    const double tail = (1 - options.confidence) / 2;
    return Interval{bound(tail), bound(1 - tail)};
}

}  // namespace trainyard
