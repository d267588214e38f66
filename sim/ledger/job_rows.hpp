// A row a job: where its seconds went and what its own GPU-seconds cost.
#pragma once

#include <vector>

#include "sim/ledger/energy.hpp"

namespace trainyard {

// By number. `accounts` (by MachineIndex) have their costs; `tariffs` by PoolIndex.
std::vector<JobRow> job_rows(const Trace& trace, const std::vector<MachineAccount>& accounts,
                             const std::vector<std::optional<EnergyTariff>>& tariffs);

// Up to the end of the work, or of the window for an open job.
SimTime closed_at(const Trace& trace, const JobFact& job);
Seconds turnaround_of(const Trace& trace, const JobFact& job);

}  // namespace trainyard
