// A metric as a chart of characters, for a terminal.
#pragma once

#include <string>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct PlotStyle {
    std::size_t width = 80;   // columns, at least 60
    std::size_t height = 16;  // of a chart along an axis, at least 6
    bool ascii = false;
};

// Bars with 95 % intervals, a strategy a bar, for each scenario; of a sweep along a numeric axis a chart of
// points, whose intervals are upright bars, for each combination of the other axes' values. A sweep without
// a numeric axis, or with a sampled design, has bars for each of its points.
std::string plot(const Batch& batch, const std::string& metric, const PlotStyle& style = {});

}  // namespace trainyard
