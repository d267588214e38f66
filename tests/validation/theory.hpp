// Closed formulas of queueing and renewal theory, and what the simulator makes of the same systems.
#pragma once

#include <string>
#include <vector>

namespace trainyard::theory {

// Probability that all c servers are busy; offered = arrival rate x mean service.
double erlang_b(int servers, double offered);  // lost calls: Erlang (1917)
double erlang_c(int servers, double offered);  // delayed calls: Erlang (1917)

// Time that one machine after another needs for `work`, with losses at `rate` from launch: each
// launch takes `first` before the first compute, or `later` once there is a safe checkpoint. After
// each `every` of compute there is a write, but for the last. docs/validation.md derives it.
struct Checkpointing {
    double rate, work, every, write, first, later;
};
double makespan(const Checkpointing& job);

// A mean over runs: of a metric, or of its ratio to another.
struct Quantity {
    std::string what;  // "mean wait": what the table says
    std::string metric;
    std::string over;  // may be empty
    double unit;       // of the metric in the table's unit: 3600 for hours
    std::string formula;
    double expected;
};

struct System {
    std::string file;  // in tests/validation
    std::vector<Quantity> quantities;
};

// All systems that have a formula.
std::vector<System> systems();

struct Estimate {
    double mean = 0;
    double standard_error = 0;

    double z(double expected) const { return (mean - expected) / standard_error; }
};

// Of each quantity over replications 1, 2, …; `sets` as --set takes them.
std::vector<Estimate> estimate(const System& system, int replications, const std::vector<std::string>& sets);

}  // namespace trainyard::theory
