// Systems that have a formula, each a scenario file of tests/validation, and what it says of them.
#pragma once

#include <string>
#include <vector>

namespace trainyard::theory {

// A mean over runs: of a metric, or of its ratio to another.
struct Quantity {
    std::string what;  // "mean wait, h": what the table says
    std::string metric;
    std::string over;     // may be empty
    double unit;          // of the metric in the table's unit: 3600 for hours
    std::string formula;  // with its source
    double expected;
};

struct System {
    std::string file;  // in tests/validation
    std::vector<Quantity> quantities;
    std::vector<std::string> sets = {};  // as --set takes them
    int replications = 100;
    std::vector<std::string> in_short = {"horizon=60 d", "drain_limit=365 d"};  // for the quick tests
};

std::vector<System> queue_systems();
std::vector<System> interruption_systems();
// One scenario at the intervals of interval_curve(), then at Young's and at Daly's.
std::vector<System> interval_systems();
std::vector<System> bill_systems();
std::vector<System> paper_systems();

// All of the above.
std::vector<System> systems();

// Hours of compute between two checkpoints, ascending, and the mean makespans that belong to them.
struct IntervalCurve {
    std::vector<double> hours;
    std::vector<double> makespan_h;
};
IntervalCurve interval_curve();

}  // namespace trainyard::theory
