// timeline.json: a run as Chrome trace events, for chrome://tracing and ui.perfetto.dev. A process is a
// pool of a strategy, a row is a machine: a rig, or a place in a rented pool, where one instance follows
// another. A rig that several jobs share shows them on further rows of its own. One second of the run is
// one second of the trace.
#pragma once

#include <string>
#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

// The events of one run, separated by commas. `run` counts from 0 and tells the runs of a document
// apart. Phases are complete events named after their state, with job, stream and GPUs among their
// arguments; notices, interruptions, failures and losses are instant events.
std::string timeline_events(const Scenario& scenario, const Strategy& strategy, const Trace& trace, int run);

// A whole document out of the events of several runs.
std::string timeline_document(const std::vector<std::string>& events);

}  // namespace trainyard
