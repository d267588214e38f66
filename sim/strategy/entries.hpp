// The entries of `pools` as decisions see them.
#pragma once

#include "sim/model/strategy.hpp"

namespace trainyard {

// The strategy with what `warm` and a deadline guard add to its entries:
// - before an entry that is warm and opens after a while, one for its warm machines alone, open at once;
// - at the end, one that a guard opens: its fallback, open at once to the jobs that the guard sends there.
Strategy with_all_entries(const Strategy& strategy);

// Where a guard has a job look for machines.
enum class GuardPhase {
    none,     // it has no deadline, or there is no guard
    net,      // safety-net, while there is time: any pool; the fallback only by an `after` of its own
    ahead,    // uniform-progress, ahead of the expected progress: any pool but the fallback
    behind,   // the other pools first, and else the fallback
    fallback  // the safety net: the fallback alone
};

// Whether an entry is for jobs in that phase.
bool admits(const Strategy& strategy, const PoolUse& use, GuardPhase phase);

}  // namespace trainyard
