// Calendar months (UTC) of the accounting window.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/time.hpp"

namespace trainyard {

// Where the calendar months of [0, end] end, ascending; the last one is `end` itself. Empty for an
// empty window. `start_unix_s` is what second 0 is.
std::vector<SimTime> month_ends(std::int64_t start_unix_s, SimTime end);

}  // namespace trainyard
