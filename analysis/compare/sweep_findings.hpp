// What a sweep has shown, as other programs read it.
#pragma once

#include <string>
#include <vector>

#include "analysis/compare/drivers.hpp"
#include "analysis/compare/leaders.hpp"

namespace trainyard {

// Two members of a JSON object, without its braces. "leaders": a list of {axis, lines}, each line with what
// is fixed along it, who is cheapest first and its changes: before, after, why, last and next value, and
// of a crossing its place in base units with its 95 % interval and the share of resampled replications
// that have none. "drivers": a list of {metric, strategies}, each with R^2 and a standardised coefficient
// an axis. Points are numbered from 1.
std::string sweep_findings_json(const std::vector<Leaders>& leaders, const std::vector<Drivers>& drivers);

// All that can be found for the metrics that a sweep shows unless told otherwise; drivers where the points
// are no grid.
std::string sweep_findings_json(const Batch& batch);

}  // namespace trainyard
