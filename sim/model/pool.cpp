#include "sim/model/pool.hpp"

#include <algorithm>
#include <limits>

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

bool RentedTerms::has_market() const {
    return !std::holds_alternative<std::monostate>(availability) || shocks || start_failure ||
           (changing_price && changing_price->affordable);
}

bool has_one_history(const RentedTerms& terms) {
    const auto* available = std::get_if<Series>(&terms.availability);
    const auto& price = terms.changing_price;
    return (available != nullptr && !available->random_offsets) ||
           (price && price->traced && !price->nano_usd.random_offsets);
}

std::optional<int> most_instances(const RentedTerms& terms) {
    const auto* series = std::get_if<Series>(&terms.availability);
    if (series == nullptr) {
        return terms.max_instances;
    }
    const auto had = static_cast<int>(most(*series));
    return std::min(terms.max_instances.value_or(had), had);
}

std::optional<double> mean_instances(const RentedTerms& terms) {
    const auto limit = terms.max_instances ? std::optional<double>{*terms.max_instances} : std::nullopt;
    if (const auto* series = std::get_if<Series>(&terms.availability)) {
        return mean_below(*series, terms.max_instances.value_or(std::numeric_limits<int>::max()));
    }
    const auto* phases = std::get_if<UpAndDown>(&terms.availability);
    if (phases != nullptr && limit) {
        return *limit * mean(phases->up_s) / (mean(phases->up_s) + mean(phases->down_s));
    }
    return limit;
}

double gang_losses_per_s(const RentedTerms& terms, int machines) {
    return interruption_rate_per_s(terms.interruptions) * machines +
           market_losses_per_s(terms.availability, terms.shocks, terms.changing_price, machines);
}

double gang_losses_per_s(const Pool& pool, int machines) {
    if (const RentedTerms* rented = pool.rented()) {
        return gang_losses_per_s(*rented, machines);
    }
    const auto& failures = pool.rigs()->failures;
    return failures ? machines / mean(failures->time_to_failure_s) : 0;
}

std::optional<double> most_utilisation(const GpuType& gpu, const ModelTraining& training) {
    if (!gpu.bf16_flops || !gpu.measured_flops || training.precision == Precision::fp8) {
        return std::nullopt;
    }
    return *gpu.measured_flops / *gpu.bf16_flops * useful_flops(training) / executed_flops(training);
}

}  // namespace trainyard
