// How many replications a wished-for precision takes.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/statistics/summary.hpp"

namespace trainyard {

// The fewest replications with which the interval's half-width would be at most `relative` of the mean,
// if the deviation stays what it is: t(0.975, n - 1) sd / sqrt(n) <= relative |mean|. At most `at_most`.
// Absent where that cannot be said: fewer than two values, or a mean of 0 that varies.
std::optional<std::size_t> replications_needed(const Summary& summary, double relative, std::size_t at_most);

}  // namespace trainyard
