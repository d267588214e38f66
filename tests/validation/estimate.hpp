// What the simulator makes of a system.
#pragma once

#include <string>
#include <vector>

#include "tests/validation/systems.hpp"

namespace trainyard::theory {

struct Estimate {
    double mean = 0;
    double standard_error = 0;

    double z(double expected) const { return (mean - expected) / standard_error; }
};

Estimate estimate_of(const std::vector<double>& values);

// A list a quantity: its value in replications 1, 2, … ; `sets` come on top of the system's own. Throws
// where a run breaks Little's law.
std::vector<std::vector<double>> replicate(const System& system, int replications,
                                           const std::vector<std::string>& sets = {});

// How improbable |t| > `beyond` is for a mean of so many values: Student's distribution, both sides.
double chance_beyond(double beyond, int replications);

}  // namespace trainyard::theory
