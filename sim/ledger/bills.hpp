// What machines cost over the whole window.
#pragma once

#include <optional>

#include "sim/ledger/accounts.hpp"
#include "sim/ledger/energy.hpp"
#include "sim/model/rent.hpp"

namespace trainyard {

CostCategory category_of(Market market);

// Of one rig since second 0, rounded once.
Money depreciation_until(const RigTerms& terms, Seconds owned);
Money upkeep_until(const RigTerms& terms, Seconds owned);
Money energy_for(const std::optional<EnergyTariff>& tariff, GpuSeconds busy, GpuSeconds other);

// A machine's cost by category, worked out from its account alone and not from its ledger lines.
CategoryTotals cost_of_machine(const Pool& pool, const std::optional<EnergyTariff>& tariff,
                               const MachineAccount& account);

}  // namespace trainyard
