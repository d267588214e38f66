// The dated lines of a run. A rented machine has one accrual line, at its release; a rig has a line a
// category and calendar month, each the difference of two amounts since second 0 that are rounded
// once, so that its lines sum to its total rounded once. No line has the amount 0.
#pragma once

#include <optional>
#include <vector>

#include "sim/ledger/energy.hpp"
#include "sim/ledger/holds.hpp"

namespace trainyard {

struct Book {
    std::vector<LedgerLine> lines;  // accrual; sorted by time, pool, machine, category
    // Rigs in full when they are bought, rent by the calendar month that it falls in, energy and
    // upkeep by month; sorted likewise.
    std::vector<LedgerLine> cash;
};

// `tariffs` by PoolIndex, `accounts` by MachineIndex and with their cost.
Book write_book(const Scenario& scenario, const Trace& trace,
                const std::vector<std::optional<EnergyTariff>>& tariffs,
                const std::vector<MachineAccount>& accounts, const HoldsByMachine& holds);

// GPU-seconds of compute and rework on a machine since second 0, at each of `ends` (ascending).
std::vector<GpuSeconds> busy_until(const Trace& trace, std::span<const Hold> holds,
                                   const std::vector<SimTime>& ends);

}  // namespace trainyard
