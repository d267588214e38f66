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
    std::vector<Seconds> queue_times;
    std::vector<Seconds> first_waits;
    std::vector<Seconds> turnarounds;

    void add(const Scenario& scenario, const Trace& trace, const JobRow& row);
};

JobSums sum_jobs(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows);
std::vector<JobSums> sum_jobs_by_team(const Scenario& scenario, const Trace& trace,
                                      const std::vector<JobRow>& rows);

// A job that ends at its deadline has met it; an open one has missed it once that is at or before T,
// a failed one always. A job without a deadline misses none.
bool missed_deadline(const Trace& trace, const JobFact& job);

}  // namespace trainyard
