// What a GPU-second costs: of a rented instance its bill over its paid GPU-seconds, of a rig its
// depreciation, upkeep and financing over its GPU-seconds in the window; and the energy that it drew.
#pragma once

#include <optional>

#include "sim/ledger/energy.hpp"

namespace trainyard {

class UnitCost {
public:
    // The account has its cost; the tariff must outlive this.
    UnitCost(const MachineAccount& account, const std::optional<EnergyTariff>& tariff);

    // Adds the cost of GPU-seconds and of what they drew.
    void charge(GpuSeconds gpu_s, Metered drawn, FineMoney& sum) const;
    // Absent where no energy is billed.
    const EnergyTariff* tariff() const { return tariff_; }

    // How long [from, until) and the machine's paid time have in common.
    Seconds paid_within(SimTime from, SimTime until) const {
        return std::max(std::min(until, paid_until_) - std::max(from, paid_from_), Seconds{0});
    }

private:
    SimTime paid_from_;
    SimTime paid_until_;
    Money standing_;  // everything but energy
    GpuSeconds paid_;
    const EnergyTariff* tariff_;
};

}  // namespace trainyard
