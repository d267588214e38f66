#include "sim/model/pool.hpp"

#include "sim/core/portable_math.hpp"

namespace trainyard {
namespace {

double between(std::pair<int, double> low, std::pair<int, double> high, int gpus) {
    const double start = portable_log(low.first);
    const double share = (portable_log(gpus) - start) / (portable_log(high.first) - start);
    return low.second + (high.second - low.second) * share;
}

}  // namespace

// One GPU scales perfectly unless a point says otherwise, so (1, 1) is the point before the first.
double Scaling::at(Gpus gang) const {
    std::pair<int, double> below{1, 1.0};
    for (const auto& point : points) {
        if (point.first == gang.count) {
            return point.second;
        }
        if (point.first > gang.count) {
            return below.first == gang.count ? below.second : between(below, point, gang.count);
        }
        below = point;
    }
    return below.second;
}

double interruption_rate_per_s(const Interruptions& interruptions) {
    if (const auto* rate = std::get_if<InterruptionRate>(&interruptions)) {
        return rate->per_s;
    }
    if (const auto* life = std::get_if<InstanceLife>(&interruptions)) {
        return 1 / mean(life->life_s);
    }
    return 0;
}

double interruption_rate_per_s(const Pool& pool) {
    if (const RentedTerms* rented = pool.rented()) {
        return interruption_rate_per_s(rented->interruptions);
    }
    const auto& failures = pool.rigs()->failures;
    return failures ? 1 / mean(failures->time_to_failure_s) : 0;
}

std::optional<double> most_utilisation(const GpuType& gpu, const ModelTraining& training) {
    if (!gpu.bf16_flops || !gpu.measured_flops || training.precision == Precision::fp8) {
        return std::nullopt;
    }
    return *gpu.measured_flops / *gpu.bf16_flops * useful_flops(training) / executed_flops(training);
}

}  // namespace trainyard
