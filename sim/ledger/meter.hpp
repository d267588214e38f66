// What the electricity meter of a rig shows: GPU-seconds that draw power, each weighed by its price where
// that changes by the hour.
#pragma once

#include "sim/ledger/downs.hpp"
#include "sim/ledger/energy.hpp"

namespace trainyard {

struct MeterReading {
    std::array<int128, gpu_state_count> by_state{};  // `down` draws nothing and stays 0
    std::vector<Metered> by_month;                   // since it was bought, at the end of each month

    Metered total() const;
};

// Of a machine of so many GPUs; `account` has its GPU-seconds.
MeterReading read_meter(const EnergyTariff& tariff, const Trace& trace, Gpus gpus,
                        const MachineAccount& account, std::span<const Hold> holds,
                        std::span<const Down> downs, const std::vector<SimTime>& month_ends);

// Of GPUs that an attempt used from its allocation until they were held no longer.
Metered read_meter(const EnergyTariff& tariff, const Trace& trace, const AttemptFact& attempt, Gpus gpus,
                   SimTime held_until);

// GPU-seconds of compute and rework on a machine since second 0, at each of `ends` (ascending).
std::vector<GpuSeconds> busy_until(const Trace& trace, std::span<const Hold> holds,
                                   const std::vector<SimTime>& ends);

}  // namespace trainyard
