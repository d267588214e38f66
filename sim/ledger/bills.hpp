// What machines cost over the whole window.
#pragma once

#include <optional>

#include "sim/ledger/accounts.hpp"
#include "sim/ledger/meter.hpp"
#include "sim/model/rent.hpp"

namespace trainyard {

// A reserved instance's share of what is paid upfront, and what is paid by the month, rounded once.
Money reserved_until(const Reservation& terms, Seconds reserved);
CostCategory category_of(Market market);

// Of one rig since it was bought, rounded once.
Money depreciation_until(const RigTerms& terms, Seconds owned);
// Interest on what is not yet written off.
Money financing_until(const RigTerms& terms, Seconds owned);
Money upkeep_until(const RigTerms& terms, Seconds owned);
// What so many parts cost.
Money parts_of(const RigTerms& terms, std::int64_t parts);
Money energy_for(const std::optional<EnergyTariff>& tariff, Metered metered);

// A machine's cost by category, worked out from its account alone and not from its ledger lines.
CategoryTotals cost_of_machine(const Pool& pool, const std::optional<EnergyTariff>& tariff,
                               const MachineAccount& account, const MeterReading& meter,
                               Seconds price_offset);

}  // namespace trainyard
