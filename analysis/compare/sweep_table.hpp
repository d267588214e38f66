// A sweep as text: for each metric a row a point and a column a strategy.
#pragma once

#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct SweepTableStyle {
    std::size_t width = 80;  // of lines; more strategies than fit go below each other
    bool ascii = false;      // no block characters
    std::vector<std::string> metrics{"total_cost_usd", "queue_time_p95_s"};
};

// Means; the best of a row among the strategies whose costs are comparable there is marked with `*`. Of
// more than 40 points the first and the last ten are shown. Below, for a grid, a sparkline a strategy over
// the points in their order, with its lowest and highest mean.
std::string sweep_table(const Batch& batch, const SweepTableStyle& style = {});

}  // namespace trainyard
