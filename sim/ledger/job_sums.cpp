#include "sim/ledger/job_sums.hpp"

namespace trainyard {

bool missed_deadline(const Trace& trace, const JobFact& job) {
    if (!job.deadline) {
        return false;
    }
    switch (job.status) {
        case JobStatus::finished:
            return *job.end > *job.deadline;
        case JobStatus::failed:
            return true;
        case JobStatus::unfinished:
            break;
    }
    return *job.deadline <= trace.end;
}

void JobSums::add(const Scenario& scenario, const Trace& trace, const JobRow& row) {
    const JobFact& job = trace.jobs[row.job.value];
    ++submitted;
    finished += job.status == JobStatus::finished ? 1 : 0;
    failed += job.status == JobStatus::failed ? 1 : 0;
    unfinished += job.status == JobStatus::unfinished ? 1 : 0;
    deadline_misses += missed_deadline(trace, job) ? 1 : 0;
    interruptions += row.interruptions;
    attempts += row.attempts;
    if (job.status == JobStatus::finished) {
        finished_work_gpu_s += job.work_gpu_s;
    }
    cost += row.cost;
    const Seconds turnaround = turnaround_of(trace, job);
    if (const auto& price = scenario.stream(job.stream).waiting_cost) {
        waiting_cost = waiting_cost.value_or(Money{}) + cost_of(*price, turnaround.count());
    }
    queue_times.push_back(row.seconds[index_of(JobState::queued)]);
    first_waits.push_back(row.first_start.value_or(trace.end) - job.submit);
    turnarounds.push_back(turnaround);
}

JobSums sum_jobs(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows) {
    JobSums sums;
    for (const Stream& stream : scenario.streams) {
        if (stream.waiting_cost) {
            sums.waiting_cost = Money{};
        }
    }
    for (const JobRow& row : rows) {
        sums.add(scenario, trace, row);
    }
    return sums;
}

std::vector<JobSums> sum_jobs_by_team(const Scenario& scenario, const Trace& trace,
                                      const std::vector<JobRow>& rows) {
    std::vector<JobSums> teams(trace.teams.size());
    for (const JobRow& row : rows) {
        teams[trace.jobs[row.job.value].team].add(scenario, trace, row);
    }
    return teams;
}

}  // namespace trainyard
