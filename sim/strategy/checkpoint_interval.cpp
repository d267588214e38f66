#include "sim/strategy/checkpoint_interval.hpp"

#include <algorithm>
#include <cmath>

namespace trainyard {

double young_interval_s(double write_s, double mtbf_s) { return std::sqrt(2 * write_s * mtbf_s); }

double daly_interval_s(double write_s, double mtbf_s) {
    if (write_s >= 2 * mtbf_s) {
        return mtbf_s;
    }
    const double ratio = write_s / (2 * mtbf_s);
    return young_interval_s(write_s, mtbf_s) * (1 + std::sqrt(ratio) / 3 + ratio / 9) - write_s;
}

std::optional<Seconds> checkpoint_interval(const CheckpointRule& rule, std::optional<Seconds> own,
                                           Seconds write, double gang_rate_per_s) {
    if (const auto* fixed = std::get_if<Seconds>(&rule)) {
        return std::max(*fixed, Seconds{1});
    }
    const auto kind = std::get<IntervalRule>(rule);
    if (kind == IntervalRule::never) {
        return std::nullopt;
    }
    if (kind == IntervalRule::job || gang_rate_per_s == 0) {
        return own;
    }
    const auto write_s = static_cast<double>(write.count());
    const double interval = kind == IntervalRule::young ? young_interval_s(write_s, 1 / gang_rate_per_s)
                                                        : daly_interval_s(write_s, 1 / gang_rate_per_s);
    return std::max(whole_seconds(interval), Seconds{1});
}

}  // namespace trainyard
