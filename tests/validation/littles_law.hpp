// Little's law of a single run, to the second: the number of jobs, summed over time, is the time that they
// spend, summed over jobs (J. D. C. Little, "A proof for the queuing formula: L = λW", 1961).
#pragma once

#include "sim/ledger/outcome.hpp"
#include "sim/model/trace.hpp"

namespace trainyard::theory {

// Goes through the run second by second, counting jobs that are there and jobs that wait, and throws
// std::runtime_error where the ledger's seconds of the jobs do not add up to the same.
void check_littles_law(const Trace& trace, const Outcome& outcome);

}  // namespace trainyard::theory
