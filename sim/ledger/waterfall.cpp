#include "sim/ledger/waterfall.hpp"

#include <initializer_list>

namespace trainyard {

Spending& Spending::operator+=(const Spending& other) {
    useful += other.useful;
    idle_waste += other.idle_waste;
    overhead += other.overhead;
    rework += other.rework;
    return *this;
}

Spending spending_of(const GpuTally& gpu_s, const MeterReading& meter, const UnitCost& unit) {
    const auto charge = [&](std::initializer_list<GpuState> states, FineMoney& sum) {
        GpuSeconds total;
        Metered drawn;
        for (const GpuState state : states) {
            const bool busy = state == GpuState::compute || state == GpuState::rework;
            total += gpu_s[index_of(state)];
            (busy ? drawn.busy : drawn.other) += meter.by_state[index_of(state)];
        }
        unit.charge(total, drawn, sum);
    };
    Spending spending;
    charge({GpuState::compute}, spending.useful);
    charge({GpuState::rework}, spending.rework);
    charge({GpuState::idle, GpuState::stranded, GpuState::setup, GpuState::linger, GpuState::down},
           spending.idle_waste);
    charge({GpuState::boot, GpuState::restore, GpuState::load, GpuState::checkpoint}, spending.overhead);
    return spending;
}

Waterfall waterfall(const Spending& spending, const CategoryTotals& totals) {
    Waterfall result;
    result.idle_waste = spending.idle_waste.rounded();
    result.overhead = spending.overhead.rounded();
    result.rework = spending.rework.rounded();
    result.useful = sum_of(totals) - result.idle_waste - result.overhead - result.rework -
                    totals[index_of(CostCategory::repair)] - totals[index_of(CostCategory::storage)] -
                    totals[index_of(CostCategory::egress)];
    return result;
}

}  // namespace trainyard
