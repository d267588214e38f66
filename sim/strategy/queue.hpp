// The queue of waiting jobs in the order of a discipline. To add a discipline: its key below, its
// name in the table of keys, a test with the case in which it is the wrong choice.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/model/strategy.hpp"

namespace trainyard {

// What a strategy may see of a job. Never its true work.
struct JobRequest {
    JobIndex job;
    std::uint32_t shape = 0;  // which entries of the strategy's `pools` could run it; see Admission
    Gpus gpus;
    double estimate_gpu_s = 0;  // of the whole work, on reference GPUs
    int priority = 0;
    std::optional<SimTime> deadline;
    SimTime queued_since{};  // its submission, or its last return to the queue
};

// Smaller comes first; ties go to the smaller job number, so an interrupted job keeps its place.
struct QueueKey {
    double order = 0;
    JobIndex job;

    friend constexpr auto operator<=>(const QueueKey&, const QueueKey&) = default;
};

// fifo and first_fit: by number. sjf: least estimated work per GPU of the gang first (starves long
// jobs under load). priority: highest first (starves the low ones). edf: earliest deadline first,
// jobs without one last (spends machines on jobs that are already late).
QueueKey queue_key(QueueDiscipline discipline, const JobRequest& request);

// Whether a job that must wait keeps later ones from the pools that are open to it.
bool blocks(QueueDiscipline discipline);

class WaitingQueue {
public:
    explicit WaitingQueue(QueueDiscipline discipline) : discipline_{discipline} {}

    struct Entry {
        QueueKey key;
        JobRequest request;
        bool operator<(const Entry& other) const { return key < other.key; }
    };
    using Entries = std::set<Entry>;

    void push(const JobRequest& request);
    Entries::const_iterator remove(Entries::const_iterator entry);
    const Entries& entries() const { return entries_; }
    bool empty() const { return entries_.empty(); }
    // When the job that has waited longest came in; the queue must not be empty.
    SimTime longest_since() const { return since_.begin()->first; }
    bool waits(JobIndex job, SimTime since) const { return since_.contains({since, job}); }

private:
    QueueDiscipline discipline_;
    Entries entries_;
    std::set<std::pair<SimTime, JobIndex>> since_;
};

}  // namespace trainyard
