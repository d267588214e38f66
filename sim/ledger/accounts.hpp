// What one run's machines were paid for and what that time was spent on.
#pragma once

#include <array>
#include <span>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

using GpuTally = std::array<GpuSeconds, gpu_state_count>;       // by GpuState
using CategoryTotals = std::array<Money, cost_category_count>;  // by CostCategory

struct MachineAccount {
    SimTime paid_from{};  // the time that is paid for, [paid_from, paid_until)
    SimTime paid_until{};
    GpuSeconds paid_gpu_s;  // paid time x GPUs of the machine
    GpuTally gpu_s{};       // the same, by what it was spent on
    CategoryTotals cost{};
    std::int64_t failures = 0;  // of a rig

    Seconds paid() const { return paid_until - paid_from; }
};

// The account of a machine, its GPU-seconds tallied and still without cost. Throws InvariantViolation
// when it has more jobs or GPUs in use than it can, or is held while it is down.
struct Hold;
struct Down;
MachineAccount account_of(const Scenario& scenario, const Trace& trace, MachineIndex machine,
                          std::span<const Hold> holds, std::span<const Down> downs);

GpuSeconds sum_of(const GpuTally& tally);
Money sum_of(const CategoryTotals& totals);
void add_to(GpuTally& sum, const GpuTally& tally);
void add_to(CategoryTotals& sum, const CategoryTotals& totals);

constexpr std::size_t index_of(GpuState state) { return static_cast<std::size_t>(state); }
constexpr std::size_t index_of(JobState state) { return static_cast<std::size_t>(state); }
constexpr std::size_t index_of(CostCategory category) { return static_cast<std::size_t>(category); }

// How long [from, until) and the paid time have in common.
Seconds paid_within(const MachineAccount& account, SimTime from, SimTime until);

// The end of a member's hold, or of the window if that comes first.
SimTime hold_end(const Trace& trace, const GangMember& member);

// The members of an attempt.
struct MemberRange {
    const GangMember* first;
    const GangMember* last;
    const GangMember* begin() const { return first; }
    const GangMember* end() const { return last; }
};
MemberRange members_of(const Trace& trace, const AttemptFact& attempt);

}  // namespace trainyard
