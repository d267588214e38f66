// What a GPU-second costs: of a rented instance its bill over its paid GPU-seconds, of a rig its
// depreciation, upkeep and financing over its GPU-seconds in the window; and the energy that it drew.
#pragma once

#include <optional>
#include <vector>

#include "sim/ledger/energy.hpp"

namespace trainyard {

class UnitCost {
public:
    UnitCost(const MachineAccount& account, const std::optional<EnergyTariff>& tariff);

    // Adds the cost of `busy` GPU-seconds of compute and rework and `other` in other states.
    void charge(GpuSeconds busy, GpuSeconds other, FineMoney& sum) const;

private:
    Money standing_;  // everything but energy
    GpuSeconds paid_;
    const EnergyTariff* tariff_;
};

}  // namespace trainyard
