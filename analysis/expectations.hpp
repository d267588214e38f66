// Whether the means over the replications are where a scenario's `expect` wants them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct ExpectationReport {
    std::size_t met = 0;
    std::vector<std::string> failures;  // "file:line:column: expected ..., but ..."
    std::vector<std::string> skipped;   // strategies that were not run, and why that matters
};

// An expectation relative to another strategy is on the ratio of the two means. A metric without a
// value, or a ratio to 0, fails. Strategies without a finished run are skipped.
ExpectationReport check_expectations(const ScenarioRuns& runs);

}  // namespace trainyard
