#include "analysis/statistics/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trainyard {
namespace {

// Ranks from 1; equal values share the mean of theirs.
std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t behind = first;
        while (behind < order.size() && values[order[behind]] == values[order[first]]) {
            ++behind;
        }
        for (std::size_t i = first; i < behind; ++i) {
            ranks[order[i]] = 0.5 * static_cast<double>(first + 1 + behind);
        }
        first = behind;
    }
    return ranks;
}

}  // namespace

double ks_distance(const std::vector<double>& ascending, const std::function<double(double)>& cdf) {
    const double count = static_cast<double>(ascending.size());
    double distance = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        const double share = cdf(ascending[i]);
        distance = std::max(
            {distance, share - static_cast<double>(i) / count, static_cast<double>(i + 1) / count - share});
    }
    return distance;
}

double ks_distance(const std::vector<double>& shares, const std::vector<double>& others) {
    double distance = 0, difference = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        difference += shares[i] - others[i];
        distance = std::max(distance, std::abs(difference));
    }
    return distance;
}

double ks_distance_of_samples(const std::vector<double>& ascending, const std::vector<double>& other) {
    double distance = 0;
    std::size_t i = 0, j = 0;
    while (i < ascending.size() && j < other.size()) {
        const double at = std::min(ascending[i], other[j]);
        while (i < ascending.size() && ascending[i] <= at) {
            ++i;
        }
        while (j < other.size() && other[j] <= at) {
            ++j;
        }
        distance =
            std::max(distance, std::abs(static_cast<double>(i) / static_cast<double>(ascending.size()) -
                                        static_cast<double>(j) / static_cast<double>(other.size())));
    }
    return distance;
}

std::optional<double> rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
    const std::vector<double> a = ranks(x), b = ranks(y);
    const double mean = 0.5 * static_cast<double>(a.size() + 1);
    double both = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        of_a += (a[i] - mean) * (a[i] - mean);
        of_b += (b[i] - mean) * (b[i] - mean);
    }
    return of_a > 0 && of_b > 0 ? std::optional{both / std::sqrt(of_a * of_b)} : std::nullopt;
}

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

}  // namespace trainyard
