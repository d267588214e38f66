// Whether the facts of a trace can be folded at all.
#include <fmt/format.h>

#include <algorithm>

#include "sim/ledger/invariants.hpp"

namespace trainyard {
namespace {

// Checks the attempts of a run in order of allocation, knowing where each job stands.
class AttemptChecks {
public:
    AttemptChecks(const Scenario& scenario, const Trace& trace)
        : scenario_{scenario}, trace_{trace}, last_(trace.jobs.size(), nullptr) {}

    void check(const AttemptFact& attempt) {
        if (attempt.job.value >= trace_.jobs.size() || attempt.pool.value >= scenario_.pools.size()) {
            throw InvariantViolation{fmt::format("an attempt of job {} in pool {}: no such job or pool",
                                                 attempt.job.value + 1, attempt.pool.value)};
        }
        check_times(attempt);
        check_phases(attempt);
        check_members(attempt);
        last_[attempt.job.value] = &attempt;
    }

    // What a job's status says must be how its last attempt ended.
    void check_end(JobIndex index) const {
        const JobFact& job = trace_.jobs[index.value];
        const AttemptFact* last = last_[index.value];
        if (job.end.has_value() != (job.status != JobStatus::unfinished)) {
            throw InvariantViolation{
                fmt::format("job {} of {}: a job has an end if and only if it is finished or failed",
                            index.value + 1, scenario_.stream(job.stream).name)};
        }
        if (job.end) {
            const AttemptEnd wanted =
                job.status == JobStatus::finished ? AttemptEnd::finished : AttemptEnd::failed;
            if (last == nullptr || last->end != *job.end || last->how != wanted) {
                throw InvariantViolation{
                    fmt::format("job {} of {}, second {}: its end is not that of its last attempt",
                                index.value + 1, scenario_.stream(job.stream).name, second_of(*job.end))};
            }
        }
        if (job.submit > trace_.end) {
            throw InvariantViolation{fmt::format("job {} of {}, second {}: submitted after the window",
                                                 index.value + 1, scenario_.stream(job.stream).name,
                                                 second_of(job.submit))};
        }
    }

private:
    void require(bool holds, const AttemptFact& attempt, SimTime when, const char* what) const {
        if (!holds) {
            throw InvariantViolation{fmt::format("job {}, pool {}, second {}: {}", attempt.job.value + 1,
                                                 scenario_.pool(attempt.pool).name, second_of(when), what)};
        }
    }

    void check_times(const AttemptFact& attempt) const {
        const JobFact& job = trace_.jobs[attempt.job.value];
        const AttemptFact* before = last_[attempt.job.value];
        require(attempt.allocated >= job.submit, attempt, attempt.allocated,
                "allocated before its submission");
        require(attempt.end >= attempt.allocated, attempt, attempt.end, "an attempt ends before it began");
        require(attempt.end <= trace_.end, attempt, attempt.end, "an attempt ends after the window");
        if (before != nullptr) {
            require(before->end <= attempt.allocated, attempt, attempt.allocated, "two attempts overlap");
            require(before->how != AttemptEnd::finished && before->how != AttemptEnd::open, attempt,
                    attempt.allocated, "an attempt after one that ended the job");
        }
    }

    void check_phases(const AttemptFact& attempt) const {
        require(std::size_t{attempt.first_leg} + attempt.legs <= trace_.legs.size(), attempt,
                attempt.allocated, "legs that the trace does not have");
        Seconds compute{0};
        Seconds write{0};
        for (std::uint32_t i = attempt.first_leg; i < attempt.first_leg + attempt.legs; ++i) {
            const Leg& leg = trace_.legs[i];
            compute += leg.compute * leg.times;
            write += leg.write * leg.times;
        }
        require(compute == attempt.compute && write == attempt.write, attempt, attempt.training(),
                "legs do not add up to the attempt's compute and writes");
        require(attempt.training() + compute + write == attempt.end, attempt, attempt.end,
                "phases do not add up to the attempt");
        const Seconds least = std::min(
            {attempt.boot, attempt.setup, attempt.restore, attempt.load, compute, write, attempt.rework});
        require(least >= Seconds{0}, attempt, attempt.allocated, "a phase of negative length");
        require(attempt.rework <= compute, attempt, attempt.end, "more rework than compute");
    }

    void check_members(const AttemptFact& attempt) const {
        require(std::size_t{attempt.first_member} + attempt.members <= trace_.members.size(), attempt,
                attempt.allocated, "members that the trace does not have");
        Gpus used{0};
        for (const GangMember& member : members_of(trace_, attempt)) {
            require(member.machine.value < trace_.machines.size(), attempt, attempt.allocated,
                    "a machine that the trace does not have");
            check_member(attempt, member);
            used += member.gpus;
        }
        const JobFact& job = trace_.jobs[attempt.job.value];
        require(used >= job.least_gpus.value_or(job.gpus) && used <= job.gpus, attempt, attempt.allocated,
                "the GPUs of its machines are not the job's");
    }

    void check_member(const AttemptFact& attempt, const GangMember& member) const {
        const MachineFact& machine = trace_.machines[member.machine.value];
        const SimTime gone = std::min(machine.released.value_or(trace_.end), trace_.end);
        const SimTime until = hold_end(trace_, member);
        const auto need = [&](bool holds, SimTime when, const char* what) {
            if (!holds) {
                violated(scenario_, trace_, member.machine, attempt.job, when, what);
            }
        };
        need(machine.pool == attempt.pool, attempt.allocated, "a machine of another pool");
        need(machine.launched <= attempt.allocated, attempt.allocated, "held before its launch");
        need(until >= attempt.end, until, "given back before the attempt ended");
        need(until <= gone, until, "held after its release");
        const Pool& pool = scenario_.pool(machine.pool);
        need(pool.rented() == nullptr || member.gpus + member.stranded == pool.gpus_per_machine,
             attempt.allocated, "an instance's GPUs are neither used nor stranded");
    }

    const Scenario& scenario_;
    const Trace& trace_;
    std::vector<const AttemptFact*> last_;  // by job
};

}  // namespace

void check_facts(const Scenario& scenario, const Trace& trace) {
    for (const MachineFact& machine : trace.machines) {
        if (machine.pool.value >= scenario.pools.size() ||
            machine.released.value_or(machine.launched) < machine.launched) {
            throw InvariantViolation{
                fmt::format("machine {} of pool {}, second {}: no such pool, or released before its launch",
                            machine.number, machine.pool.value, second_of(machine.launched))};
        }
    }
    AttemptChecks checks{scenario, trace};
    for (const AttemptFact& attempt : trace.attempts) {
        checks.check(attempt);
    }
    for (std::size_t i = 0; i < trace.jobs.size(); ++i) {
        checks.check_end(JobIndex{i});
    }
}

}  // namespace trainyard
