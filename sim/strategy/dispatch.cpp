#include "sim/strategy/dispatch.hpp"

#include <algorithm>

namespace trainyard {

namespace {

// One pass over the queue. A closed entry can take no job for the rest of the pass: it is blocked,
// full, or open to nobody who waits.
class Pass {
public:
    Pass(const Strategy& strategy, const Admission& admission, SimTime now, Placer& placer)
        : strategy_{strategy},
          admission_{admission},
          now_{now},
          placer_{placer},
          closed_(strategy.pools.size(), false) {}

    void run(WaitingQueue& queue) {
        close_unopened(queue);
        auto entry = queue.entries().begin();
        while (entry != queue.entries().end() && !all_closed()) {
            if (start(entry->request)) {
                entry = queue.remove(entry);
            } else {
                block_pools_of(entry->request);
                ++entry;
            }
        }
    }

private:
    void close_unopened(const WaitingQueue& queue) {
        for (std::size_t i = 0; i < closed_.size(); ++i) {
            closed_[i] =
                queue.empty() || placer_.full(i) || queue.longest_since() + strategy_.pools[i].after > now_;
        }
    }

    bool all_closed() const { return std::find(closed_.begin(), closed_.end(), false) == closed_.end(); }

    bool may_use(const JobRequest& request, std::size_t entry) const {
        return admission_[request.shape][entry] && open_to(strategy_.pools[entry], request, now_);
    }

    bool start(const JobRequest& request) {
        for (std::size_t i = 0; i < closed_.size(); ++i) {
            if (!closed_[i] && may_use(request, i) && placer_.place(request, i)) {
                closed_[i] = placer_.full(i);
                return true;
            }
        }
        return false;
    }

    void block_pools_of(const JobRequest& request) {
        if (!blocks(strategy_.queue)) {
            return;
        }
        for (std::size_t i = 0; i < closed_.size(); ++i) {
            if (may_use(request, i)) {
                close_pool(strategy_.pools[i].pool);
            }
        }
    }

    // A strategy may name a pool in several entries, for different jobs.
    void close_pool(PoolIndex pool) {
        for (std::size_t i = 0; i < closed_.size(); ++i) {
            closed_[i] = closed_[i] || strategy_.pools[i].pool == pool;
        }
    }

    const Strategy& strategy_;
    const Admission& admission_;
    SimTime now_;
    Placer& placer_;
    std::vector<bool> closed_;
};

}  // namespace

bool open_to(const PoolUse& use, const JobRequest& request, SimTime now) {
    return request.queued_since + use.after <= now;
}

void decide(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
            Placer& placer) {
    Pass{strategy, admission, now, placer}.run(queue);
}

}  // namespace trainyard
