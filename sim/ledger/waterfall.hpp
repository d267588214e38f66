// Where the money went: useful + idle waste + overhead + rework + repair + storage + egress = total.
#pragma once

#include "sim/ledger/meter.hpp"
#include "sim/ledger/unit_cost.hpp"

namespace trainyard {

// Exact sums by what GPU-seconds were spent on, over any set of machines.
struct Spending {
    FineMoney useful;      // compute
    FineMoney idle_waste;  // idle, stranded, setup, linger, down
    FineMoney overhead;    // boot, restore, load, checkpoint
    FineMoney rework;

    Spending& operator+=(const Spending& other);
};

Spending spending_of(const GpuTally& gpu_s, const MeterReading& meter, const UnitCost& unit);

struct Waterfall {
    Money useful;                        // takes the remainder
    Money idle_waste, overhead, rework;  // each rounded once
};

// `totals`: sums of ledger lines by category.
Waterfall waterfall(const Spending& spending, const CategoryTotals& totals);

}  // namespace trainyard
