// What jobs came to: those of one team, or all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/ledger/job_rows.hpp"
#include "sim/ledger/percentile.hpp"

namespace trainyard {

struct JobSums {
    int submitted = 0;
    int finished = 0;
    int failed = 0;
    int unfinished = 0;
    int deadline_misses = 0;
    int interruptions = 0;
    int attempts = 0;
    double finished_work_gpu_s = 0;  // on reference GPUs
    Money cost;
    std::optional<Money> waiting_cost;  // absent where no stream says what waiting costs
    TimeSummary queue_time;
    TimeSummary first_wait;
    TimeSummary turnaround;
    TimeSummary tardiness;  // of jobs with a deadline: 0 of those that end by it
};

struct AllJobSums {
    JobSums run;
    std::vector<JobSums> teams;  // as in Trace::teams
};
AllJobSums sum_jobs(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows);

// A job that ends at its deadline has met it; an open one has missed it once that is at or before T,
// a failed one always. A job without a deadline misses none.
bool missed_deadline(const Trace& trace, const JobFact& job);

}  // namespace trainyard
