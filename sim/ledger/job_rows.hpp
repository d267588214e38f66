// A row a job: where its seconds went and what its own GPU-seconds, its storage and
// its egress cost.
#pragma once

#include <vector>

#include "sim/ledger/job_bills.hpp"
#include "sim/ledger/meter.hpp"
#include "sim/ledger/unit_cost.hpp"

namespace trainyard {

// By number; `units` by MachineIndex.
std::vector<JobRow> job_rows(const Trace& trace, const std::vector<UnitCost>& units,
                             const std::vector<JobBill>& bills);

// Up to the end of the work, or of the window for an open job.
SimTime closed_at(const Trace& trace, const JobFact& job);
Seconds turnaround_of(const Trace& trace, const JobFact& job);

}  // namespace trainyard
