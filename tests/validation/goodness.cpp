#include "tests/validation/goodness.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace trainyard::theory {

double kolmogorov_smirnov(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const auto count = static_cast<double>(numbers.size());
    double largest = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto below = static_cast<double>(i);
        largest = std::max({largest, numbers[i] - below / count, (below + 1) / count - numbers[i]});
    }
    return largest * std::sqrt(count);
}

double chance_of_larger_distance(double statistic) {
    double chance = 0;
    for (int k = 1; k <= 100; ++k) {
        chance += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * statistic * statistic);
    }
    return std::clamp(chance, 0.0, 1.0);
}

double anderson_darling(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t count = numbers.size();
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double weight = 2 * static_cast<double>(i) + 1;
        sum += weight * (std::log(numbers[i]) + std::log1p(-numbers[count - 1 - i]));
    }
    return -static_cast<double>(count) - sum / static_cast<double>(count);
}

double chance_of_larger_area(double statistic) {
    return std::min(1.0, std::sqrt(3.0) * std::erfc(std::sqrt(statistic)));
}

double pearson(const std::vector<double>& counts, const std::vector<double>& expected) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double off = counts[i] - expected[i];
        sum += off * off / expected[i];
    }
    return sum;
}

double chance_of_larger_square(double statistic, double freedom) {
    return boost::math::gamma_q(freedom / 2, statistic / 2);
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto count = static_cast<double>(a.size());
    double sum_a = 0, sum_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum_a += a[i];
        sum_b += b[i];
    }
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double of_a = a[i] - sum_a / count, of_b = b[i] - sum_b / count;
        ab += of_a * of_b;
        aa += of_a * of_a;
        bb += of_b * of_b;
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace trainyard::theory
