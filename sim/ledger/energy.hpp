// What a rig's GPU-seconds draw, in exact integers.
#pragma once

#include <optional>
#include <vector>

#include "sim/ledger/accounts.hpp"
#include "sim/ledger/exact.hpp"

namespace trainyard {

// One GPU draws its share of the rig's busy power in compute and rework, of its idle power in every
// other state; x cooling x tariff. A busy GPU-second costs busy / per micro-dollars.
struct EnergyTariff {
    int128 busy = 0;
    int128 idle = 0;
    int128 per = 1;        // > 0
    int128 busy_draw = 0;  // milliwatts x millionths of cooling, of the whole rig
    int128 idle_draw = 0;
    Gpus gpus{1};  // that share the draw

    int128 micro_usd_times_per(GpuSeconds busy_gpu_s, GpuSeconds other_gpu_s) const {
        return product(busy, busy_gpu_s.count) + product(idle, other_gpu_s.count);
    }
    double kwh(GpuSeconds busy_gpu_s, GpuSeconds other_gpu_s) const;  // with cooling
};

// By PoolIndex; absent where no energy is billed.
std::vector<std::optional<EnergyTariff>> energy_tariffs(const Scenario& scenario);

GpuSeconds busy_of(const GpuTally& tally);    // compute and rework
GpuSeconds unbusy_of(const GpuTally& tally);  // every other state that draws power: all but `down`

}  // namespace trainyard
