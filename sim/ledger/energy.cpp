#include "sim/ledger/energy.hpp"

#include <utility>

namespace trainyard {
namespace {

constexpr std::int64_t milli_x_ppm = 1'000'000'000;  // milliwatts and millionths of cooling

int128 greatest_common_divisor(int128 a, int128 b) {
    while (b != 0) {
        a = std::exchange(b, a % b);
    }
    return a;
}

EnergyTariff tariff_of(const Scenario& scenario, const Power& power, Gpus gpus) {
    constexpr std::int64_t nano_per_micro = 1000;
    EnergyTariff tariff;
    tariff.grid_kg_per_kwh = power.grid_kg_per_kwh;
    if (!power.hourly_nano_usd.empty()) {
        tariff.clock = std::make_shared<const PriceClock>(scenario, power.hourly_nano_usd);
    }
    const int128 cooled = product(tariff.clock ? 1 : power.electricity.nano_usd, power.cooling_ppm);
    tariff.busy = product(power.busy_milliwatt, cooled);
    tariff.idle = product(power.idle_milliwatt, cooled);
    tariff.per = product(product(power.electricity.per, nano_per_micro * milli_x_ppm), gpus.count);
    const int128 common =
        greatest_common_divisor(tariff.per, greatest_common_divisor(tariff.busy, tariff.idle));
    tariff.busy /= common;
    tariff.idle /= common;
    tariff.per /= common;
    tariff.busy_draw = product(power.busy_milliwatt, power.cooling_ppm);
    tariff.idle_draw = product(power.idle_milliwatt, power.cooling_ppm);
    tariff.gpus = gpus;
    return tariff;
}

}  // namespace

double EnergyTariff::kwh(GpuSeconds busy_gpu_s, GpuSeconds other_gpu_s) const {
    constexpr double watt_s_per_kwh = 3.6e6;
    const int128 drawn = product(busy_draw, busy_gpu_s.count) + product(idle_draw, other_gpu_s.count);
    return static_cast<double>(drawn) / (static_cast<double>(milli_x_ppm) * watt_s_per_kwh * gpus.count);
}

std::vector<std::optional<EnergyTariff>> energy_tariffs(const Scenario& scenario) {
    std::vector<std::optional<EnergyTariff>> tariffs;
    for (const Pool& pool : scenario.pools) {
        const RigTerms* rigs = pool.rigs();
        tariffs.push_back(rigs != nullptr && rigs->power
                              ? std::optional{tariff_of(scenario, *rigs->power, pool.gpus_per_machine)}
                              : std::nullopt);
    }
    return tariffs;
}

GpuSeconds busy_of(const GpuTally& tally) {
    return tally[index_of(GpuState::compute)] + tally[index_of(GpuState::rework)];
}

GpuSeconds unbusy_of(const GpuTally& tally) {
    return sum_of(tally) - busy_of(tally) - tally[index_of(GpuState::down)];
}

}  // namespace trainyard
