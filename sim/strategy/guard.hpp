// Deadline guards: when a job that may miss its deadline goes to a pool that is sure to have machines.
//
// Z. Wu et al., "Can't Be Late: optimizing spot instance savings under deadlines", NSDI 2024. `safety-net` is
// their greedy policy: as long as there is time it waits for the cheap pools, then pays the fallback for all
// that is left, which is dear where the cheap pools are away for long. `uniform-progress` spreads the work
// over the time: it buys progress early that the cheap pools might have given later for less, and pays
// changeovers.
#pragma once

#include <optional>

#include "sim/core/time.hpp"
#include "sim/model/strategy.hpp"
#include "sim/strategy/entries.hpp"

namespace trainyard {

// A job with a deadline, in seconds of the fallback: its estimated work there without overhead, and what of
// it is done.
struct GuardedJob {
    SimTime submit{};
    SimTime deadline{};
    double total_s = 0;
    double done_s = 0;
    Seconds changeover{0};  // boot, restore and load on the fallback

    double left_s() const { return total_s > done_s ? total_s - done_s : 0; }
};

// What a waiting job may do; its progress stands still meanwhile, so what follows is known beforehand.
struct GuardOutlook {
    GuardPhase phase = GuardPhase::none;
    std::optional<SimTime> changes;  // when the next phase begins
};
GuardOutlook guard_outlook(DeadlineGuard::Kind kind, const GuardedJob& job, SimTime now);

// Whether uniform-progress lets a job that computes on the fallback go back to another pool.
bool may_leave(const GuardedJob& job, SimTime now);
// When it will, if it goes on computing without writes from now; none if it never catches up.
std::optional<SimTime> may_leave_at(const GuardedJob& job, SimTime now);

}  // namespace trainyard
