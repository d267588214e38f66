#include "analysis/statistics/needed.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace trainyard {
namespace {

double half_width(double sd, std::size_t n) {
    const auto count = static_cast<double>(n);
    return boost::math::quantile(boost::math::students_t{count - 1}, 0.975) * sd / std::sqrt(count);
}

}  // namespace

std::optional<std::size_t> replications_needed(const Summary& summary, double relative, std::size_t at_most) {
    if (!summary.sd || (*summary.mean == 0 && *summary.sd > 0)) {
        return std::nullopt;
    }
    const double wanted = relative * std::abs(*summary.mean);
    std::size_t low = 2;  // the answer is in [low, high]: the half-width falls with n
    std::size_t high = std::max<std::size_t>(at_most, low);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (half_width(*summary.sd, middle) <= wanted) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

}  // namespace trainyard
