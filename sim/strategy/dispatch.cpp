#include "sim/strategy/dispatch.hpp"

#include <algorithm>
#include <optional>

namespace trainyard {

namespace {

// One pass over the queue. A closed entry can take no job for the rest of the pass: it is blocked or
// full. An entry without room for a shape can take none of that shape.
class Pass {
public:
    Pass(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
         Placer& placer)
        : strategy_{strategy},
          admission_{admission},
          queue_{queue},
          now_{now},
          placer_{placer},
          entries_{strategy.pools.size()},
          closed_(entries_, 0),
          no_room_(queue.lines().size() * entries_, 0) {}

    void run() {
        for (std::size_t i = 0; i < entries_; ++i) {
            closed_[i] = placer_.full(i);
        }
        while (const WaitingQueue::Entry* next = next_candidate()) {
            if (start(next->request)) {
                queue_.remove(*next);
            } else {
                give_up(next->request);
            }
        }
    }

private:
    bool usable(std::uint32_t shape, std::size_t entry) const {
        return closed_[entry] == 0 && admission_[shape][entry] && no_room_[shape * entries_ + entry] == 0;
    }

    // The first job in order to which an entry is open that may have room for it.
    const WaitingQueue::Entry* next_candidate() const {
        const WaitingQueue::Entry* first = nullptr;
        for (std::uint32_t shape = 0; shape < queue_.lines().size(); ++shape) {
            const WaitingQueue::Entry* candidate = candidate_of(shape);
            if (candidate != nullptr && (first == nullptr || *candidate < *first)) {
                first = candidate;
            }
        }
        return first;
    }

    const WaitingQueue::Entry* candidate_of(std::uint32_t shape) const {
        const WaitingQueue::Line& line = queue_.lines()[shape];
        if (line.empty()) {
            return nullptr;
        }
        std::optional<Seconds> soonest;
        for (std::size_t i = 0; i < entries_; ++i) {
            if (usable(shape, i)) {
                soonest = std::min(soonest.value_or(Seconds::max()), strategy_.pools[i].after);
            }
        }
        if (!soonest) {
            return nullptr;
        }
        return *soonest == Seconds{0} ? &line.head() : line.head_since(now_ - *soonest);
    }

    bool start(const JobRequest& request) {
        for (std::size_t i = 0; i < entries_; ++i) {
            if (usable(request.shape, i) && open_to(strategy_.pools[i], request, now_)) {
                if (placer_.place(request, i)) {
                    closed_[i] = placer_.full(i);
                    return true;
                }
                // One that blocks is looked at again, to block the pool for those behind it.
                no_room_[request.shape * entries_ + i] = !blocks(strategy_.queue);
            }
        }
        return false;
    }

    // A job that must wait blocks the pools that are open to it, where the discipline says so.
    void give_up(const JobRequest& request) {
        if (!blocks(strategy_.queue)) {
            return;
        }
        for (std::size_t i = 0; i < entries_; ++i) {
            if (admission_[request.shape][i] && open_to(strategy_.pools[i], request, now_)) {
                close_pool(strategy_.pools[i].pool);
            }
        }
    }

    // A strategy may name a pool in several entries, for different jobs.
    void close_pool(PoolIndex pool) {
        for (std::size_t i = 0; i < entries_; ++i) {
            if (strategy_.pools[i].pool == pool) {
                closed_[i] = 1;
            }
        }
    }

    const Strategy& strategy_;
    const Admission& admission_;
    WaitingQueue& queue_;
    SimTime now_;
    Placer& placer_;
    std::size_t entries_;
    std::vector<char> closed_;   // by entry
    std::vector<char> no_room_;  // by shape and entry
};

}  // namespace

bool open_to(const PoolUse& use, const JobRequest& request, SimTime now) {
    return request.queued_since + use.after <= now;
}

void decide(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
            Placer& placer) {
    if (!queue.empty()) {
        Pass{strategy, admission, queue, now, placer}.run();
    }
}

}  // namespace trainyard
