// Closed formulas of queueing and renewal theory; docs/validation.md names their sources.
#pragma once

namespace trainyard::theory {

// Probability that all c servers are busy; offered = arrival rate x mean service.
double erlang_b(int servers, double offered);  // lost calls: Erlang (1917)
double erlang_c(int servers, double offered);  // delayed calls: Erlang (1917)

// A service time by its mean and its standard deviation / mean.
struct Service {
    double mean, cv;
};

// Mean wait before service in an M/G/1 queue: Pollaczek (1930), Khinchine (1932).
double pollaczek_khinchine(double rate, Service service);

// The sizes of batches by their first two moments.
struct BatchSize {
    double mean, mean_square;
};

// Mean wait of a job where batches of jobs come to one server at `rate`: Burke (1975). The first job
// of a batch waits as a batch would in an M/G/1 queue, the others for those before them besides.
double batch_wait(double rate, BatchSize size, Service service);

// Mean time from request to end with `users` who each think for `think`, then ask one server for an
// exponential service of mean `service`: Palm (1947), by mean value analysis.
double finite_source_response(int users, double think, double service);

// Time that one machine after another needs for `work`, with losses at `rate` from launch: each
// launch takes `first` before the first compute, or `later` once there is a safe checkpoint. After
// each `every` of compute there is a write, but for the last. docs/model.md derives it.
struct Checkpointing {
    double rate, work, every, write, first, later;
};
double makespan(const Checkpointing& job);

}  // namespace trainyard::theory
