#include "sim/ledger/percentile.hpp"

#include <algorithm>

namespace trainyard {

namespace {

// Percentiles of times that are put in order only as far as they are asked for; ask in ascending order.
class Percentiles {
public:
    explicit Percentiles(std::vector<Seconds>& times) : times_{times} {}

    double at(int percent) {
        // In hundredths of a position, so that 95 % of 20 gaps is exactly the 19th.
        const std::size_t position = (times_.size() - 1) * static_cast<std::size_t>(percent);
        const std::size_t below = position / 100;
        const auto low = static_cast<double>(in_order(below).count());
        if (position % 100 == 0) {
            return low;
        }
        const double gap = static_cast<double>(in_order(below + 1).count()) - low;
        return low + gap * static_cast<double>(position % 100) / 100.0;
    }

private:
    // What would stand there, were they sorted: all before `settled_` are no larger than the others.
    Seconds in_order(std::size_t place) {
        if (place >= settled_) {
            std::nth_element(times_.begin() + static_cast<std::ptrdiff_t>(settled_),
                             times_.begin() + static_cast<std::ptrdiff_t>(place), times_.end());
            settled_ = place + 1;
        }
        return times_[place];
    }

    std::vector<Seconds>& times_;
    std::size_t settled_ = 0;
};

}  // namespace

TimeSummary summarize(std::vector<Seconds> times) {
    if (times.empty()) {
        return {};
    }
    Seconds sum{0};
    for (const Seconds time : times) {
        sum += time;
    }
    Percentiles percentiles{times};
    TimeSummary summary;
    summary.mean = static_cast<double>(sum.count()) / static_cast<double>(times.size());
    summary.p50 = percentiles.at(50);
    summary.p90 = percentiles.at(90);
    summary.p95 = percentiles.at(95);
    summary.p99 = percentiles.at(99);
    summary.max = percentiles.at(100);
    return summary;
}

}  // namespace trainyard
