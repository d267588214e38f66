// Closed formulas of queueing and renewal theory.
#pragma once

#include "sim/model/distribution.hpp"

namespace trainyard::formulas {

// Probability that all c servers are busy; offered = arrival rate x mean service.
// A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
// telephone exchanges", 1917.
double lost_share(int servers, double offered);     // Erlang B: who finds all busy goes elsewhere
double delayed_share(int servers, double offered);  // Erlang C: waits; offered < servers

// Mean wait of M/M/c: C(c, a) / (c mu - lambda). In the unit of `service`.
double wait_of_many(int servers, double rate, double mean_service);

// Mean wait of M/G/1: F. Pollaczek, 1930; A. Khinchine, 1932. lambda E[S^2] / (2 (1 - rho)).
double wait_of_one(double rate, double mean_service, double second_moment);

// Of a distribution; those of the families are textbook ones (N. L. Johnson, S. Kotz, N. Balakrishnan,
// "Continuous Univariate Distributions", Wiley, 1994).
double variance(const Distribution& distribution);

// Mean time that one machine after another needs for `work` seconds of compute, with losses at `rate` from
// launch, without notice: each launch takes `first` before the first compute, or `later` once there is a
// safe checkpoint. After each `every` of compute there is a write, but for the last. Renewal argument in
// docs/model.md. No checkpoints: every >= work.
struct RestartedWork {
    double rate, work, every, write, first, later;
};
double makespan(const RestartedWork& job);

}  // namespace trainyard::formulas
