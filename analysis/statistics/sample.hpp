// One figure's values over the replications of a study.
#pragma once

#include <cmath>
#include <optional>
#include <vector>

namespace trainyard {

// By replication; absent where that replication failed, or the metric has no value in it.
using Sample = std::vector<std::optional<double>>;

// Whether there is a value that can be reckoned with: a number, and finite.
inline bool present(const std::optional<double>& value) { return value && std::isfinite(*value); }

}  // namespace trainyard
