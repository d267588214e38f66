// One run under examination: its facts, and what the program made of them.
#pragma once

#include "sim/ledger/outcome.hpp"
#include "sim/model/scenario.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

struct ExaminedRun {
    const Scenario& scenario;
    const Strategy& strategy;
    const Trace& trace;
    const Outcome& outcome;  // with its ledger lines
};

// 0 where the run does not have the metric, or has no value for it.
double metric_of(const Outcome& outcome, const std::string& name);

}  // namespace trainyard
