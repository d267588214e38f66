// One scheduling decision: who of the waiting starts where, on a consistent view of the machines.
#pragma once

#include <vector>

#include "sim/model/strategy.hpp"
#include "sim/strategy/queue.hpp"

namespace trainyard {

// Which entries of a strategy's `pools` could ever run a job of a shape: [shape][entry].
using Admission = std::vector<std::vector<bool>>;

// The machines as a decision sees and takes them; entries are those of Strategy::pools.
class Placer {
public:
    virtual ~Placer() = default;
    // No machine of the pool is free and none can be launched, whatever the job.
    virtual bool full(std::size_t entry) const = 0;
    // Starts the job there now, if its gang fits now: the largest that does, if it is moldable.
    virtual bool place(const JobRequest& request, std::size_t entry) = 0;
    // What the strategy's `choose` goes by, if it started there now: dollars, or seconds.
    virtual double expected_to_finish(const JobRequest& request, std::size_t entry) const = 0;
};

bool open_to(const PoolUse& use, const JobRequest& request, SimTime now);

// The gangs of a job that an entry takes, from the least to the largest; there is one for admitted jobs.
struct GangRange {
    Gpus least;
    Gpus most;
};
GangRange gangs_at(const PoolUse& use, const JobRequest& request);

// Sorts entries by what `choose` goes by, the earlier in the list first where it is the same; one that a
// guard opens comes last.
void sort_by_choice(std::vector<std::size_t>& entries, const Strategy& strategy, const JobRequest& request,
                    const Placer& placer);

// Looks at the waiting jobs in order and starts those that fit, each in the first of its pools that
// is open, not blocked and has room. A job that must wait blocks the pools that are open to it and
// could ever run it, where the discipline says so. Started jobs leave the queue. Takes O(shapes x entries)
// a started job and O(log) in the waiting ones, but for those whose `after` has passed.
void decide(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
            Placer& placer);

}  // namespace trainyard
