// One run: a scenario under one strategy and one replication's luck, simulated to its end.
#pragma once

#include "sim/core/random.hpp"
#include "sim/model/scenario.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

// Once a process: SimGrid's engine is a singleton whose clock does not reset. Fork a process per
// run (analysis/runs/runner does). The facts are checked where they are folded (sim/ledger), not here.
Trace simulate(const Scenario& scenario, const Strategy& strategy, RunSeed seed);

}  // namespace trainyard
