// What a rig's GPU-seconds draw, in exact integers.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/core/exact.hpp"
#include "sim/ledger/accounts.hpp"
#include "sim/ledger/price_clock.hpp"

namespace trainyard {

// GPU-seconds that draw power; where the price changes by the hour, each times its nano-dollars.
struct Metered {
    int128 busy = 0;   // in compute and rework
    int128 other = 0;  // in every other state but `down`
};

// One GPU draws its share of the rig's busy power in compute and rework, of its idle power in every
// other state; x cooling x tariff. What is metered busy costs busy / per micro-dollars.
struct EnergyTariff {
    int128 busy = 0;
    int128 idle = 0;
    int128 per = 1;        // > 0
    int128 busy_draw = 0;  // milliwatts x millionths of cooling, of the whole rig
    int128 idle_draw = 0;
    Gpus gpus{1};                                  // that share the draw
    std::shared_ptr<const PriceClock> clock = {};  // absent: the price is in `busy` and `idle`
    std::optional<double> grid_kg_per_kwh = {};

    int128 micro_usd_times_per(Metered metered) const {
        return product(busy, metered.busy) + product(idle, metered.other);
    }
    double kwh(GpuSeconds busy_gpu_s, GpuSeconds other_gpu_s) const;  // with cooling
};

// By PoolIndex; absent where no energy is billed.
std::vector<std::optional<EnergyTariff>> energy_tariffs(const Scenario& scenario);

GpuSeconds busy_of(const GpuTally& tally);    // compute and rework
GpuSeconds unbusy_of(const GpuTally& tally);  // every other state that draws power: all but `down`

}  // namespace trainyard
