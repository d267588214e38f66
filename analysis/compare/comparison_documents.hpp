// A comparison as other programs read it. Texts, complete and ending in a newline.
#pragma once

#include <string>

#include "analysis/compare/comparison.hpp"

namespace trainyard {

// {"format": 1, "scenario", "baseline", "comparisons", "strategies": [{"strategy", "replications",
// "infeasible", "metrics": [{"metric", "mean", "sd", "ci_low", "ci_high", "difference": {"mean", "ci_low",
// "ci_high", "n", "relative", "adjusted_p", "variance_reduction"}, "finding"}], "work_gap",
// "by_category": [{"name", "mean", "ci_low", "ci_high"}], "by_stream", "targets": [{"target", "met",
// "sure"}], "payback": {"payer", "month", "low", "high", "share_within"}}]}: null where there is nothing.
std::string comparison_json(const Comparison& comparison);

// A row a strategy and metric: strategy, metric, mean, ci_low, ci_high, difference, difference_ci_low,
// difference_ci_high, pairs, adjusted_p, finding.
std::string comparison_csv(const Comparison& comparison);

// "cheaper" and the like in one word for programs: "lower", "no_difference", …
const char* name_of(Finding finding);

}  // namespace trainyard
