#include "sim/ledger/job_sums.hpp"

#include <algorithm>
#include <utility>

namespace trainyard {
namespace {

class JobSummer {
public:
    void expect(std::size_t jobs) {
        for (std::vector<Seconds>* times : {&queue_times_, &first_waits_, &turnarounds_}) {
            times->reserve(jobs);
        }
    }
    void add(const Scenario& scenario, const Trace& trace, const JobRow& row);
    JobSums close() {
        sums_.queue_time = summarize(std::move(queue_times_));
        sums_.first_wait = summarize(std::move(first_waits_));
        sums_.turnaround = summarize(std::move(turnarounds_));
        sums_.tardiness = summarize(std::move(tardinesses_));
        return sums_;
    }

private:
    JobSums sums_;
    std::vector<Seconds> queue_times_;
    std::vector<Seconds> first_waits_;
    std::vector<Seconds> turnarounds_;
    std::vector<Seconds> tardinesses_;  // of jobs with a deadline
};

void JobSummer::add(const Scenario& scenario, const Trace& trace, const JobRow& row) {
    const JobFact& job = trace.jobs[row.job.value];
    ++sums_.submitted;
    sums_.finished += job.status == JobStatus::finished ? 1 : 0;
    sums_.failed += job.status == JobStatus::failed ? 1 : 0;
    sums_.unfinished += job.status == JobStatus::unfinished ? 1 : 0;
    sums_.deadline_misses += missed_deadline(trace, job) ? 1 : 0;
    sums_.interruptions += row.interruptions;
    sums_.attempts += row.attempts;
    if (job.status == JobStatus::finished) {
        sums_.finished_work_gpu_s += job.work_gpu_s;
    }
    sums_.cost += row.cost;
    const Seconds turnaround = turnaround_of(trace, job);
    if (const auto& price = scenario.stream(job.stream).waiting_cost) {
        sums_.waiting_cost = sums_.waiting_cost.value_or(Money{}) + cost_of(*price, turnaround.count());
    }
    queue_times_.push_back(row.seconds[index_of(JobState::queued)]);
    first_waits_.push_back(row.first_start.value_or(trace.end) - job.submit);
    turnarounds_.push_back(turnaround);
    if (job.deadline) {
        tardinesses_.push_back(std::max(closed_at(trace, job) - *job.deadline, Seconds{0}));
    }
}

}  // namespace

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

AllJobSums sum_jobs(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows) {
    const bool one_team = trace.teams.size() == 1;
    JobSummer run;
    run.expect(rows.size());
    std::vector<JobSummer> teams(one_team ? 0 : trace.teams.size());
    for (const JobRow& row : rows) {
        run.add(scenario, trace, row);
        if (!one_team) {
            teams[trace.jobs[row.job.value].team].add(scenario, trace, row);
        }
    }
    AllJobSums sums{run.close(), {}};
    if (one_team) {
        sums.teams.push_back(sums.run);
    }
    for (JobSummer& team : teams) {
        sums.teams.push_back(team.close());
    }
    for (const Stream& stream : scenario.streams) {
        if (stream.waiting_cost) {
            sums.run.waiting_cost = sums.run.waiting_cost.value_or(Money{});
        }
    }
    return sums;
}

}  // namespace trainyard
