// A log of jobs -> a workload that resembles it, and by how much it does not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/job.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

// Jobs of one gang size. Distances are Kolmogorov-Smirnov's, from 0 (the same) to 1.
struct FittedStream {
    int gpus = 1;
    std::int64_t jobs = 0;
    double per_week = 0;
    double mean_gpu_h = 0;  // of the lognormal work
    double cv = 0;          // 0: all alike
    double work_distance = 0;
    std::int64_t ended = 0;          // of them completed or failed, where the log says it
    double failure_probability = 0;  // failed / ended
    double failure_distance = 0;     // of the failures' times from those of all jobs: do they come evenly?
};

struct FittedWorkload {
    std::vector<FittedStream> streams;  // by gang size; sizes of fewer than 1 % of the jobs go with the next
    std::int64_t jobs = 0;
    double weeks = 0;                      // from the first submission to the last
    std::optional<WeeklyProfile> profile;  // day of the week x hour of the day; of two weeks and more
    double arrival_distance = 0;           // of the gaps, stretched to an even rate, from a Poisson process's
    double profile_distance = 0;           // of the submissions over the hours of the week
    double gang_distance = 0;              // of the gang sizes
    double log_gpu_h_per_week = 0;
    double fitted_gpu_h_per_week = 0;  // failed attempts are taken to do half of their work
};

// Weekday and hour are counted from second 0, a Monday 00:00. Absent when there are fewer than two
// submissions at different times. Of failed jobs the log shows how far they came, not how much work they
// were: the work is fitted to the others where there are any.
std::optional<FittedWorkload> fit_workload(const std::vector<TraceRow>& rows);

// As a `workload:` block of a scenario, the distances in its comments.
std::string workload_block(const FittedWorkload& fitted);

}  // namespace trainyard
