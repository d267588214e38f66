#include "sim/model/market.hpp"

#include <algorithm>

namespace trainyard {

namespace {

// Instances that a series loses in an instance-second.
double losses_per_instance_s(const Series& series) {
    double lost = 0, instance_s = 0;
    const auto& steps = *series.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool last = i + 1 == steps.size();
        const Seconds length = (last ? series.length : steps[i + 1].at) - steps[i].at;
        instance_s += static_cast<double>(steps[i].value * length.count());
        if (!last || series.repeat) {
            const std::int64_t next = steps[last ? 0 : i + 1].value;
            lost += static_cast<double>(std::max<std::int64_t>(steps[i].value - next, 0));
        }
    }
    return instance_s > 0 ? lost / instance_s : 0;
}

}  // namespace

double market_losses_per_s(const Availability& availability, const std::optional<Shocks>& shocks,
                           const std::optional<ChangingPrice>& price, int machines) {
    double losses_per_s = 0;
    if (const auto* phases = std::get_if<UpAndDown>(&availability)) {
        losses_per_s += 1 / std::max(mean(phases->up_s), 1.0);
    } else if (const auto* series = std::get_if<Series>(&availability)) {
        losses_per_s += losses_per_instance_s(*series) * machines;
    }
    if (shocks) {
        double spared = 1;
        for (int i = 0; i < machines; ++i) {
            spared *= 1 - shocks->reclaim;
        }
        losses_per_s += shocks->rate_per_s * (1 - spared);
    }
    if (price && price->affordable) {
        losses_per_s += losses_per_instance_s(*price->affordable);
    }
    return losses_per_s;
}

}  // namespace trainyard
