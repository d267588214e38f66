// From what is varied to the points of a study.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/scenario.hpp"
#include "sim/scenario/scenario_file.hpp"

namespace trainyard {

// Of each axis, the position of its value in Axis::values.
using Point = std::vector<std::uint32_t>;

struct PointSet {
    std::vector<Axis> axes;  // with the values that occur
    Design design;
    std::vector<Point> points;

    // To be given to ScenarioFile::load; valid as long as the axes stay where they are.
    std::vector<Setting> settings(std::size_t point) const;
    // "fleet.rigs.mine.count=2, horizon=30 d"
    std::string described(std::size_t point) const;
};

struct LaidOut {
    PointSet set;  // use it only if there are no errors
    std::vector<std::string> notes;
    std::vector<Diagnostic> errors;
};

// A grid has every value with every other, in the order of the axes: the last one varies fastest. Of a
// sampled design each axis gets a number from (0, 1) a point, which is a share of the way between two ends
// (of the logarithms for `log`) or picks one of a list.
// - Latin hypercube: of n points, each axis has one in each n-th of (0, 1), in an order of its own
//   (McKay, Beckman and Conover, Technometrics 21, 1979).
// - Sobol: the sequence (Bratley and Fox, ACM TOMS 14, 1988) from its beginning, point 0 included, each axis
//   under a random digital shift: n points stay a net where n is a power of two, and no point is at an end.
// The random numbers are keyed by `seed` and the axis' path, so that an axis added after the others leaves
// them theirs.
// Errors: no axis; a grid with an axis that was not told how many points; more than 100,000
// points.
LaidOut lay_out(std::vector<Axis> axes, const Design& design, std::uint64_t seed);

}  // namespace trainyard
