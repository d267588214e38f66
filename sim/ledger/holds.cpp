#include "sim/ledger/holds.hpp"

#include <algorithm>
#include <tuple>

#include "sim/ledger/invariants.hpp"

namespace trainyard {
namespace {

struct Change {
    SimTime when{};
    int jobs = 0;  // +1: a hold begins; -1: it ends
    Gpus gpus;
    JobIndex job;
};

// In order of time; what ends at a second makes room for what begins at it.
std::vector<Change> changes_of(std::span<const Hold> holds) {
    std::vector<Change> changes;
    changes.reserve(2 * holds.size());
    for (const Hold& hold : holds) {
        if (hold.from < hold.until) {
            changes.push_back({hold.from, 1, hold.gpus, hold.job});
            changes.push_back({hold.until, -1, hold.gpus, hold.job});
        }
    }
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return std::tie(a.when, a.jobs) < std::tie(b.when, b.jobs);
    });
    return changes;
}

// One after another, none with more GPUs than there are: as an instance's always are.
bool follow_each_other(std::span<const Hold> holds, Gpus gpus) {
    const auto overlap = [](const Hold& a, const Hold& b) { return b.from < a.until; };
    return std::adjacent_find(holds.begin(), holds.end(), overlap) == holds.end() &&
           std::all_of(holds.begin(), holds.end(), [gpus](const Hold& hold) { return hold.gpus <= gpus; });
}

// What lies between holds that follow each other.
GpuSeconds idle_between(std::span<const Hold> holds, Gpus gpus, const MachineAccount& account) {
    GpuSeconds idle;
    SimTime reached = account.paid_from;
    for (const Hold& hold : holds) {
        idle += gpus * paid_within(account, reached, hold.from);
        idle += (gpus - hold.gpus) * paid_within(account, hold.from, hold.until);
        reached = hold.until;
    }
    return idle + gpus * paid_within(account, reached, account.paid_until);
}

}  // namespace

HoldsByMachine::HoldsByMachine(const Trace& trace) : first_(trace.machines.size() + 1, 0) {
    for (const GangMember& member : trace.members) {
        ++first_[member.machine.value + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) {
        first_[i] += first_[i - 1];
    }
    holds_.resize(trace.members.size());
    std::vector<std::size_t> next = first_;
    for (std::size_t i = 0; i < trace.attempts.size(); ++i) {
        const AttemptFact& attempt = trace.attempts[i];
        for (const GangMember& member : members_of(trace, attempt)) {
            holds_[next[member.machine.value]++] = {
                attempt.allocated, hold_end(trace, member),      member.gpus + member.stranded, member.gpus,
                attempt.job,       static_cast<std::uint32_t>(i)};
        }
    }
}

std::span<const Hold> HoldsByMachine::of(MachineIndex machine) const {
    const std::size_t first = first_[machine.value];
    return {holds_.data() + first, first_[machine.value + 1] - first};
}

GpuSeconds idle_gpu_seconds(const Scenario& scenario, const Trace& trace, MachineIndex machine,
                            std::span<const Hold> holds, const MachineAccount& account) {
    const Pool& pool = scenario.pool(trace.machines[machine.value].pool);
    if (follow_each_other(holds, pool.gpus_per_machine)) {
        return idle_between(holds, pool.gpus_per_machine, account);
    }
    const bool shared = pool.rigs() != nullptr;
    GpuSeconds idle;
    Gpus held{0};
    int jobs = 0;
    SimTime reached = account.paid_from;
    for (const Change& change : changes_of(holds)) {
        idle += (pool.gpus_per_machine - held) * paid_within(account, reached, change.when);
        reached = change.when;
        jobs += change.jobs;
        held = change.jobs > 0 ? held + change.gpus : held - change.gpus;
        if (!shared && jobs > 1) {
            violated(scenario, trace, machine, change.job, change.when, "an instance holds two jobs at once");
        }
        if (held > pool.gpus_per_machine) {
            violated(scenario, trace, machine, change.job, change.when, "more GPUs are held than it has");
        }
    }
    return idle + pool.gpus_per_machine * paid_within(account, reached, account.paid_until);
}

}  // namespace trainyard
