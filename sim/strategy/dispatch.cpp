#include "sim/strategy/dispatch.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

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
        double rank = 0;
        for (std::uint32_t shape = 0; shape < queue_.lines().size(); ++shape) {
            const WaitingQueue::Entry* candidate = candidate_of(shape);
            const double its_rank = queue_.lines()[shape].rank();
            if (candidate != nullptr &&
                (first == nullptr || its_rank < rank || (its_rank == rank && *candidate < *first))) {
                first = candidate;
                rank = its_rank;
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
        if (strategy_.choose != PoolChoice::in_order) {
            return start_by_choice(request);
        }
        for (std::size_t i = 0; i < entries_; ++i) {
            if (start_at(request, i)) {
                return true;
            }
        }
        return false;
    }

    bool start_by_choice(const JobRequest& request) {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < entries_; ++i) {
            if (usable(request.shape, i) && open_to(strategy_.pools[i], request, now_)) {
                chosen.push_back(i);
            }
        }
        sort_by_choice(chosen, strategy_, request, placer_);
        return std::any_of(chosen.begin(), chosen.end(),
                           [&](std::size_t entry) { return start_at(request, entry); });
    }

    bool start_at(const JobRequest& request, std::size_t entry) {
        if (!usable(request.shape, entry) || !open_to(strategy_.pools[entry], request, now_)) {
            return false;
        }
        if (placer_.place(request, entry)) {
            closed_[entry] = placer_.full(entry);
            return true;
        }
        // One that blocks is looked at again, to block the pool for those behind it.
        no_room_[request.shape * entries_ + entry] =
            !blocks(strategy_.queue) || strategy_.pools[entry].opening == PoolUse::Opening::warm_only;
        return false;
    }

    // A job that must wait blocks the pools that are open to it, where the discipline says so.
    void give_up(const JobRequest& request) {
        if (!blocks(strategy_.queue)) {
            return;
        }
        for (std::size_t i = 0; i < entries_; ++i) {
            if (admission_[request.shape][i] && open_to(strategy_.pools[i], request, now_) &&
                strategy_.pools[i].opening != PoolUse::Opening::warm_only) {
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

GangRange gangs_at(const PoolUse& use, const JobRequest& request) {
    return {Gpus{std::max(request.least_gpus.count, use.min_gpus.value_or(1))},
            Gpus{std::min(request.gpus.count, use.max_gpus.value_or(request.gpus.count))}};
}

void sort_by_choice(std::vector<std::size_t>& entries, const Strategy& strategy, const JobRequest& request,
                    const Placer& placer) {
    if (strategy.choose == PoolChoice::in_order || entries.size() < 2) {
        return;
    }
    std::vector<std::tuple<bool, double, std::size_t>> keys;
    for (const std::size_t entry : entries) {
        const bool last = strategy.pools[entry].opening == PoolUse::Opening::by_guard;
        keys.emplace_back(last, placer.expected_to_finish(request, entry), entry);
    }
    std::sort(keys.begin(), keys.end());
    std::transform(keys.begin(), keys.end(), entries.begin(),
                   [](const auto& key) { return std::get<2>(key); });
}

void decide(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
            Placer& placer) {
    if (!queue.empty()) {
        Pass{strategy, admission, queue, now, placer}.run();
    }
}

}  // namespace trainyard
