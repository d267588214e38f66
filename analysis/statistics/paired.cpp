#include "analysis/statistics/paired.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace trainyard {
namespace {

constexpr double last_digits = 1e-12;

double difference_of(double baseline, double other) {
    const double difference = other - baseline;
    const double noise = last_digits * std::max(std::abs(baseline), std::abs(other));
    return std::abs(difference) <= noise ? 0 : difference;
}

// That a mean of n values is this far from 0 by chance.
std::optional<double> two_sided_p(const Summary& summary) {
    if (!summary.sd) {
        return std::nullopt;
    }
    if (*summary.sd == 0) {
        return *summary.mean == 0 ? 1 : 0;
    }
    const auto n = static_cast<double>(summary.count);
    const double t = std::abs(*summary.mean) / (*summary.sd / std::sqrt(n));
    return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t{n - 1}, t));
}

}  // namespace

Sample differences(const Sample& baseline, const Sample& other) {
    Sample result(std::min(baseline.size(), other.size()));
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (present(baseline[i]) && present(other[i])) {
            result[i] = difference_of(*baseline[i], *other[i]);
        }
    }
    return result;
}

std::optional<double> PairedDifference::relative() const {
    const bool some = mean_baseline && *mean_baseline != 0;
    return some ? std::optional{*difference.mean / std::abs(*mean_baseline)} : std::nullopt;
}

PairedDifference paired_difference(const Sample& baseline, const Sample& other) {
    const Sample of_pairs = differences(baseline, other);
    Sample baseline_of_pairs(of_pairs.size());
    Sample other_of_pairs(of_pairs.size());
    for (std::size_t i = 0; i < of_pairs.size(); ++i) {
        if (of_pairs[i]) {
            baseline_of_pairs[i] = baseline[i];
            other_of_pairs[i] = other[i];
        }
    }
    const Summary of_baseline = summarize(baseline_of_pairs);
    const Summary of_other = summarize(other_of_pairs);
    PairedDifference result{summarize(of_pairs), of_baseline.mean, of_other.mean, {}, {}};
    result.p_value = two_sided_p(result.difference);
    const double sd = result.difference.sd.value_or(0);
    if (sd > 0) {
        result.variance_reduction =
            (*of_baseline.sd * *of_baseline.sd + *of_other.sd * *of_other.sd) / (sd * sd);
    }
    return result;
}

}  // namespace trainyard
