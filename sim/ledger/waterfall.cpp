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

Spending spending_of(const GpuTally& gpu_s, const UnitCost& unit) {
    const auto sum = [&gpu_s](std::initializer_list<GpuState> states) {
        GpuSeconds total;
        for (const GpuState state : states) {
            total += gpu_s[index_of(state)];
        }
        return total;
    };
    constexpr GpuSeconds none{0};
    Spending spending;
    unit.charge(sum({GpuState::compute}), none, spending.useful);
    unit.charge(sum({GpuState::rework}), none, spending.rework);
    unit.charge(none, sum({GpuState::idle, GpuState::stranded, GpuState::setup, GpuState::linger}),
                spending.idle_waste);
    unit.charge_unpowered(sum({GpuState::down}), spending.idle_waste);
    unit.charge(none, sum({GpuState::boot, GpuState::restore, GpuState::load, GpuState::checkpoint}),
                spending.overhead);
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
