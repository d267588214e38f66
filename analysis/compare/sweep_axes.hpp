// What the points of a sweep differ in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"
#include "analysis/statistics/crossings.hpp"

namespace trainyard {

struct SweepAxis {
    std::string path;
    std::string label;       // the path's last parts, or all of it where two axes share them; printable
    bool numeric = true;     // every point has a number there
    std::size_t values = 0;  // different ones
    std::vector<std::string> texts;       // by point, as a scenario writes them; empty where it has none
    std::vector<double> numbers;          // by point, in base units; empty unless numeric
    AxisScale scale = AxisScale::linear;  // of the numbers
};

// In the order in which the points name them.
std::vector<SweepAxis> axes_of(const Batch& batch);

// Whether every combination of the axes' values is a point, once: then there are lines of points that
// differ in one axis alone. Other designs are samples.
bool is_grid(const Batch& batch);

// Logarithmic if the values are positive and their ratios more alike than their differences.
AxisScale scale_of(std::vector<double> values);

// A number in base units written as the axis writes its values, with two significant digits: "0.11 /h".
// The unit is that of the value nearest to it.
class AxisWriter {
public:
    explicit AxisWriter(const SweepAxis& axis) : axis_{axis} {}
    std::string text(double number) const;
    // "0.11 /h (0.09–0.14)"
    std::string text(double number, const Interval& interval) const;

private:
    const SweepAxis& axis_;
};

}  // namespace trainyard
