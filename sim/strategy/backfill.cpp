#include "sim/strategy/backfill.hpp"

#include <algorithm>

namespace trainyard {

namespace {

// One pass over the queue, line by line in order of submission.
class BackfillPass {
public:
    BackfillPass(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
                 Outlook& outlook)
        : strategy_{strategy},
          admission_{admission},
          queue_{queue},
          now_{now},
          outlook_{outlook},
          pools_(strategy.pools.size()),
          reservations_left_{strategy.queue == QueueDiscipline::easy ? 1 : most_reservations} {
        for (const WaitingQueue::Line& line : queue.lines()) {
            next_of_line_.push_back(line.entries().begin());
        }
    }

    void run() {
        while (somewhere_free()) {
            const auto line = next_line();
            if (!line) {
                return;
            }
            auto& next = next_of_line_[*line];
            const auto looked_at = next++;
            if (start(looked_at->request)) {
                queue_.remove(*looked_at);
            } else if (!reserve(looked_at->request) && !looked_at->request.own_estimate) {
                next = queue_.lines()[*line].entries().end();  // the others of its line have no more luck
            }
        }
    }

private:
    // What is known of an entry's pool; kept at the first entry of that pool.
    struct PoolPlan {
        std::optional<Timetable> timetable;
        bool reserved = false;  // only then does the timetable bind
    };

    bool somewhere_free() const {
        for (std::size_t i = 0; i < strategy_.pools.size(); ++i) {
            if (!outlook_.full(i)) {
                return true;
            }
        }
        return false;
    }

    std::optional<std::size_t> next_line() const {
        std::optional<std::size_t> first;
        for (std::size_t line = 0; line < next_of_line_.size(); ++line) {
            if (next_of_line_[line] != queue_.lines()[line].entries().end() &&
                (!first || *next_of_line_[line] < *next_of_line_[*first])) {
                first = line;
            }
        }
        return first;
    }

    std::vector<std::size_t> open_entries(const JobRequest& request) const {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < strategy_.pools.size(); ++i) {
            if (admission_[request.shape][i] && open_to(strategy_.pools[i], request, now_)) {
                open.push_back(i);
            }
        }
        return open;
    }

    PoolPlan& plan_of(std::size_t entry) {
        const auto first =
            std::find_if(strategy_.pools.begin(), strategy_.pools.end(),
                         [&](const PoolUse& use) { return use.pool == strategy_.pools[entry].pool; });
        return pools_[static_cast<std::size_t>(first - strategy_.pools.begin())];
    }

    Timetable& timetable_of(std::size_t entry) {
        PoolPlan& plan = plan_of(entry);
        if (!plan.timetable) {
            plan.timetable = outlook_.timetable(entry);
        }
        return *plan.timetable;
    }

    bool start(const JobRequest& request) {
        std::vector<std::size_t> open = open_entries(request);
        std::erase_if(open, [this](std::size_t entry) { return outlook_.full(entry); });
        sort_by_choice(open, strategy_, request, outlook_);
        return std::any_of(open.begin(), open.end(),
                           [&](std::size_t entry) { return start_at(request, entry); });
    }

    bool start_at(const JobRequest& request, std::size_t entry) {
        PoolPlan& plan = plan_of(entry);
        if (!plan.reserved) {
            plan.timetable.reset();  // it will have changed
            return outlook_.place(request, entry);
        }
        const GangRange gangs = gangs_at(strategy_.pools[entry], request);
        for (Gpus gang = gangs.most; gang >= gangs.least; gang -= Gpus{1}) {
            const Outlook::Stay stay = outlook_.stay(request, entry, gang);
            const auto part = plan.timetable->now(stay.units, stay.now);
            if (part && outlook_.place_on(request, entry, gang, *part)) {
                plan.timetable->reserve({now_, *part}, stay.units, stay.now);
                return true;
            }
        }
        return false;
    }

    // The earliest slot on the pools that are open now, for the least gang: with more, it starts no sooner.
    bool reserve(const JobRequest& request) {
        if (reservations_left_ == 0) {
            return false;
        }
        std::optional<Timetable::Slot> best;
        std::size_t where = 0;
        Outlook::Stay best_stay;
        for (const std::size_t entry : open_entries(request)) {
            if (strategy_.pools[entry].opening == PoolUse::Opening::warm_only) {
                continue;
            }
            const Gpus gang = gangs_at(strategy_.pools[entry], request).least;
            const Outlook::Stay stay = outlook_.stay(request, entry, gang);
            const auto slot = timetable_of(entry).earliest(stay.units, stay.later);
            if (slot && (!best || slot->from < best->from)) {
                best = slot;
                where = entry;
                best_stay = stay;
            }
        }
        if (!best) {
            return false;
        }
        PoolPlan& plan = plan_of(where);
        plan.timetable->reserve(*best, best_stay.units, best_stay.later);
        plan.reserved = true;
        --reservations_left_;
        return true;
    }

    const Strategy& strategy_;
    const Admission& admission_;
    WaitingQueue& queue_;
    SimTime now_;
    Outlook& outlook_;
    std::vector<PoolPlan> pools_;
    int reservations_left_;
    std::vector<std::set<WaitingQueue::Entry>::const_iterator> next_of_line_;
};

}  // namespace

void backfill(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
              Outlook& outlook) {
    if (!queue.empty()) {
        BackfillPass{strategy, admission, queue, now, outlook}.run();
    }
}

}  // namespace trainyard
