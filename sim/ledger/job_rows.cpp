#include "sim/ledger/job_rows.hpp"

#include <algorithm>

namespace trainyard {
namespace {

void add_seconds(const AttemptFact& attempt, JobRow& row) {
    const auto add = [&row](JobState state, Seconds time) { row.seconds[index_of(state)] += time; };
    add(JobState::boot, attempt.boot);
    add(JobState::setup, attempt.setup);
    add(JobState::restore, attempt.restore);
    add(JobState::load, attempt.load);
    add(JobState::compute, attempt.compute - attempt.rework);
    add(JobState::rework, attempt.rework);
    add(JobState::checkpoint, attempt.write);
}

void add_attempt(const AttemptFact& attempt, SimTime queued_since, JobRow& row) {
    row.seconds[index_of(JobState::queued)] += attempt.allocated - queued_since;
    add_seconds(attempt, row);
    row.first_start = row.first_start.value_or(attempt.allocated);
    ++row.attempts;
    row.interruptions += attempt.how == AttemptEnd::interrupted ? 1 : 0;
    if (std::find(row.pools.begin(), row.pools.end(), attempt.pool) == row.pools.end()) {
        row.pools.push_back(attempt.pool);
    }
}

// What an attempt's machines cost while it held them, stranded GPUs, setup and linger included.
void charge_attempt(const Trace& trace, const AttemptFact& attempt, const std::vector<UnitCost>& units,
                    FineMoney& cost) {
    for (const GangMember& member : members_of(trace, attempt)) {
        const UnitCost& unit = units[member.machine.value];
        const SimTime until = hold_end(trace, member);
        const Seconds held = unit.paid_within(attempt.allocated, until);
        const Metered drawn = unit.tariff() != nullptr
                                  ? read_meter(*unit.tariff(), trace, attempt, member.gpus, until)
                                  : Metered{};
        unit.charge((member.gpus + member.stranded) * held, drawn, cost);
    }
}

}  // namespace

std::vector<JobRow> job_rows(const Trace& trace, const std::vector<UnitCost>& units,
                             const std::vector<JobBill>& bills) {
    std::vector<JobRow> rows(trace.jobs.size());
    std::vector<FineMoney> costs(trace.jobs.size());
    std::vector<SimTime> queued_since(trace.jobs.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].job = JobIndex{i};
        queued_since[i] = trace.jobs[i].submit;
    }
    for (const AttemptFact& attempt : trace.attempts) {
        const std::size_t job = attempt.job.value;
        add_attempt(attempt, queued_since[job], rows[job]);
        queued_since[job] = attempt.end;
        charge_attempt(trace, attempt, units, costs[job]);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!trace.jobs[i].end) {
            rows[i].seconds[index_of(JobState::queued)] += trace.end - queued_since[i];
        }
        rows[i].cost = costs[i].rounded();
    }
    for (const JobBill& bill : bills) {
        rows[bill.job.value].cost += bill.amount;
    }
    return rows;
}

SimTime closed_at(const Trace& trace, const JobFact& job) { return job.end.value_or(trace.end); }

Seconds turnaround_of(const Trace& trace, const JobFact& job) { return closed_at(trace, job) - job.submit; }

}  // namespace trainyard
