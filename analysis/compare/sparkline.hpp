// A row of figures as small bars.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/sample.hpp"

namespace trainyard {

// One character a value, from the lowest to the highest of them; a blank where there is none. Values that
// are all alike are drawn half-way. `ascii`: without the block characters of Unicode. The full height is
// at least `least_span`, so that noise of that size does not look like a mountain.
std::string sparkline(const Sample& values, bool ascii = false, double least_span = 0);

// At most `most` values (1 or more), each the mean of a stretch of as many neighbours as needed.
Sample condensed(const Sample& values, std::size_t most);

}  // namespace trainyard
