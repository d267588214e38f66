// How many replications a comparison still needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

// Whether the 95 % interval's half-width is at most `relative` of the mean. So it is of what never varies.
bool is_precise(const Summary& summary, double relative);

// How many replications there should be in all before the precision is looked at again; absent once the
// interval of every named metric is precise in every strategy that can run. At least 10: of fewer the
// deviation is not known well enough; at most 4 times as many as there are. Metrics without any value are
// passed over.
std::optional<std::size_t> next_replications(const ScenarioRuns& runs,
                                             const std::vector<std::string>& metrics, double relative);

}  // namespace trainyard
