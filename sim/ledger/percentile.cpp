#include "sim/ledger/percentile.hpp"

#include <algorithm>

namespace trainyard {

std::optional<double> percentile(const std::vector<Seconds>& ascending, int percent) {
    if (ascending.empty()) {
        return std::nullopt;
    }
    // In hundredths of a position, so that 95 % of 20 gaps is exactly the 19th.
    const std::size_t position = (ascending.size() - 1) * static_cast<std::size_t>(percent);
    const std::size_t below = position / 100;
    const double low = static_cast<double>(ascending[below].count());
    if (position % 100 == 0) {
        return low;
    }
    const double gap = static_cast<double>((ascending[below + 1] - ascending[below]).count());
    return low + gap * static_cast<double>(position % 100) / 100.0;
}

TimeSummary summarize(std::vector<Seconds> times) {
    if (times.empty()) {
        return {};
    }
    std::sort(times.begin(), times.end());
    Seconds sum{0};
    for (const Seconds time : times) {
        sum += time;
    }
    return {static_cast<double>(sum.count()) / static_cast<double>(times.size()),
            percentile(times, 50),
            percentile(times, 90),
            percentile(times, 95),
            percentile(times, 99),
            percentile(times, 100)};
}

}  // namespace trainyard
