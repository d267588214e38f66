// Where one strategy stops being better than another along an axis of a sweep.
#pragma once

#include <vector>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/sample.hpp"

namespace trainyard {

enum class AxisScale { linear, logarithmic };

struct Crossing {
    double x = 0;
    bool upward = true;  // the difference goes from below 0 to above it
};

// Where a curve through the points changes sign: linear between neighbours, on a logarithmic axis in
// log x. A stretch that is exactly 0 between two signs counts as a crossing in its middle; one that only
// touches 0 is none. `x` ascends, and is positive where the axis is logarithmic; `y` is as long.
std::vector<Crossing> sign_changes(const std::vector<double>& x, const std::vector<double>& y, AxisScale axis);

struct FoundCrossing {
    Crossing at;                       // of the mean differences
    std::optional<Interval> interval;  // bootstrap over replications; absent for fewer than two of them
    double missing = 0;                // share of the samples without such a crossing within the axis

    // Whether (nearly) every sample has it; of others it is open whether there is a crossing here at all.
    bool clear() const { return interval && missing <= 0.05; }
};

// differences[i][r] is the paired difference of replication r at x[i]; replications that lack one
// somewhere are left out. Samples draw replications, each for the whole axis, since a replication has the
// same luck at every point. A sample's crossing belongs to the nearest found one of its direction, and
// the nearest one counts; the interval is over the samples that have one.
std::vector<FoundCrossing> find_crossings(const std::vector<double>& x,
                                          const std::vector<Sample>& differences, AxisScale axis,
                                          const BootstrapOptions& options = {});

}  // namespace trainyard
