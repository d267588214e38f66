// What interruptions do to one job on machines that are launched the second they are needed: means
// by renewal arguments, for our rules. docs/model.md, section 11, derives each. All times in one unit.
#pragma once

#include "tests/validation/theory.hpp"

namespace trainyard::theory {

// Means over a job's whole life.
struct JobMeans {
    double makespan = 0;
    double rework = 0;
    double interruptions = 0;
};

// Compute stops for each write; no notice.
JobMeans with_blocking_writes(const Checkpointing& job);
// Of the makespan, what goes into writes.
double time_in_writes(const Checkpointing& job);

// Compute goes on during writes, which take no longer than `every`; no notice.
JobMeans with_async_writes(const Checkpointing& job);

// With notice, at least as long as a write; no writes but on notice. `every` plays no part.
JobMeans with_writes_on_notice(const Checkpointing& job, double notice);

// Blocking writes, each longer than the notice, which is shorter than the last stretch of compute.
JobMeans with_short_notice(const Checkpointing& job, double notice);

// Blocking writes, each at most as long as the notice, which is shorter than `every`: an integral
// equation, solved on `steps` points an interval.
JobMeans with_long_notice(const Checkpointing& job, double notice, int steps);

// Hours that are billed by the hour, started ones in full, for a job that needs a machine for `length`
// whole hours in one go.
double billed_hours(double rate, int length);

// Launches for a job on a gang of two machines, each lost at job.rate / 2, that boot for `boot`.
double launches_of_a_pair(const Checkpointing& job, double boot);

// The interval that makes the cost of a stretch the least: exactly, and as Young (1974) and Daly (2006)
// approximate it.
double best_interval(double rate, double write);
double young_interval(double rate, double write);
double daly_interval(double rate, double write);

}  // namespace trainyard::theory
