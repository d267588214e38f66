#include "analysis/statistics/holm.hpp"

#include <algorithm>
#include <cstddef>

#include "analysis/statistics/sample.hpp"

namespace trainyard {

std::vector<std::optional<double>> holm_adjusted(const std::vector<std::optional<double>>& p_values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (present(p_values[i])) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *p_values[a] < *p_values[b]; });
    std::vector<std::optional<double>> adjusted(p_values.size());
    double at_least = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double raised = *p_values[order[rank]] * static_cast<double>(order.size() - rank);
        at_least = std::max(at_least, std::min(raised, 1.0));
        adjusted[order[rank]] = at_least;
    }
    return adjusted;
}

}  // namespace trainyard
