// What jobs cost beside their machines' time: the storage of their safe checkpoints, and egress.
#pragma once

#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

struct JobBill {
    JobIndex job;
    PoolIndex pool;
    SimTime when{};
    CostCategory category = CostCategory::storage;
    Money amount;
};

// A safe checkpoint is stored from the job's first one to its end, where the job has last written one: a
// bill a stay in a pool, dated at its end. Egress is billed once, when the job ends, by the pool where it
// does. By job, then time; none of amount 0.
std::vector<JobBill> job_bills(const Scenario& scenario, const Trace& trace);

}  // namespace trainyard
