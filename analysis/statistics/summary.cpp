#include "analysis/statistics/summary.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace trainyard {
namespace {

// Two passes: the sum of squares around the mean, not the difference of two large numbers.
double sample_deviation(const std::vector<double>& values, double mean) {
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

std::optional<double> Summary::half_width() const {
    return ci_high ? std::optional{*ci_high - *mean} : std::nullopt;
}

double chance_errors(std::size_t count) {
    constexpr double one_sided = 3.167124183311992e-5;  // a normal variable beyond 4
    const boost::math::students_t t{static_cast<double>(count) - 1};
    return boost::math::quantile(boost::math::complement(t, one_sided));
}

Summary summarize(const std::vector<std::optional<double>>& values) {
    std::vector<double> present;
    double sum = 0;
    for (const auto& value : values) {
        if (value) {
            present.push_back(*value);
            sum += *value;
        }
    }
    Summary summary{.count = present.size(), .mean = {}, .sd = {}, .ci_low = {}, .ci_high = {}};
    if (present.empty()) {
        return summary;
    }
    const auto n = static_cast<double>(present.size());
    summary.mean = sum / n;
    if (present.size() < 2) {
        return summary;
    }
    summary.sd = sample_deviation(present, *summary.mean);
    const double t = boost::math::quantile(boost::math::students_t{n - 1}, 0.975);
    const double half = t * *summary.sd / std::sqrt(n);
    summary.ci_low = *summary.mean - half;
    summary.ci_high = *summary.mean + half;
    return summary;
}

}  // namespace trainyard
