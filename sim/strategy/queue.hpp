// The queue of waiting jobs in the order of a discipline. To add a discipline: its key below, its
// name in the table of keys, a test with the case in which it is the wrong choice.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/model/strategy.hpp"

namespace trainyard {

// What a strategy may see of a job. Never its true work.
struct JobRequest {
    JobIndex job;
    std::uint32_t shape = 0;    // jobs of a shape have as many GPUs and the same pools; see Admission
    Gpus gpus;                  // of a moldable gang: at most
    double estimate_gpu_s = 0;  // of the whole work, on reference GPUs
    int priority = 0;
    std::optional<SimTime> deadline;
    SimTime queued_since{};     // its submission, or its last return to the queue
    Gpus least_gpus{1};         // of a moldable gang; of any other, as many as `gpus`
    bool own_estimate = false;  // what is left of it is not what others of its shape have left
};

// Smaller comes first; ties go to the smaller job number, so an interrupted job keeps its place.
struct QueueKey {
    double order = 0;
    JobIndex job;

    friend constexpr auto operator<=>(const QueueKey&, const QueueKey&) = default;
};

// fifo, first_fit and the backfilling disciplines: by number. fair_share: by number within a team, whose
// usage is the rank of its lines. sjf: least estimated work per GPU of the gang first (starves long
// jobs under load). priority: highest first (starves the low ones). edf: earliest deadline first,
// jobs without one last (spends machines on jobs that are already late).
QueueKey queue_key(QueueDiscipline discipline, const JobRequest& request);

// Whether a job that must wait keeps later ones from the pools that are open to it.
bool blocks(QueueDiscipline discipline);

// Whether waiting jobs have reservations that later ones must leave alone: see backfill.hpp.
bool backfills(QueueDiscipline discipline);

// The waiting jobs, a line a shape: what holds for a job of a shape holds for all of them, but for how
// long each has waited. So a decision looks at the heads of lines and not at the jobs.
class WaitingQueue {
public:
    struct Entry {
        QueueKey key;
        JobRequest request;
        bool operator<(const Entry& other) const { return key < other.key; }
    };
    class Line {
    public:
        bool empty() const { return entries_.empty(); }
        // The first in order; the line must not be empty.
        const Entry& head() const { return *entries_.begin(); }
        // The first in order of those that came in at `since` or before; null where there is none.
        const Entry* head_since(SimTime since) const;
        // All of them, in order.
        const std::set<Entry>& entries() const { return entries_; }
        // Lines of a lower rank come first; of the same rank, all their jobs together by key.
        double rank() const { return rank_; }

    private:
        friend class WaitingQueue;
        double rank_ = 0;
        std::set<Entry> entries_;
        std::set<std::pair<SimTime, QueueKey>> ages_;
    };

    // Without ages, head_since must not be asked.
    explicit WaitingQueue(QueueDiscipline discipline, bool with_ages = true)
        : discipline_{discipline}, with_ages_{with_ages} {}

    void push(const JobRequest& request);
    void remove(const Entry& entry);  // one of a line's
    // Of all lines, by shape; those that have none yet keep rank 0.
    void set_ranks(const std::vector<double>& ranks);

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    const std::vector<Line>& lines() const { return lines_; }  // by shape
    // All jobs, in the order of the discipline.
    std::vector<JobRequest> in_order() const;

private:
    QueueDiscipline discipline_;
    bool with_ages_;
    std::vector<Line> lines_;
    std::size_t size_ = 0;
};

}  // namespace trainyard
