// What must be true of every run, checked at its end in every build. Each throws InvariantViolation
// with the job, pool, machine and second in question: such a run has shown a bug of ours.
#pragma once

#include <string_view>

#include "sim/ledger/job_rows.hpp"
#include "sim/ledger/waterfall.hpp"

namespace trainyard {

// Before anything is folded: indices in range, phases that add up to their attempt, attempts of a job
// in [submission, T], one after another, ending with the job; holds within a machine's life.
void check_facts(const Scenario& scenario, const Trace& trace);

// The states of a machine add up to the GPU-seconds that were paid for.
void check_gpu_seconds(const Scenario& scenario, const MachineFact& machine, const MachineAccount& account);

// The seconds of each job add up to its turnaround.
void check_job_seconds(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows);

// The accrual lines of each category, `posted` in all, sum to what the machines cost.
void check_lines(const CategoryTotals& posted, const CategoryTotals& totals);

// The remainder that `useful` took is what compute cost, but for the roundings: half a micro-dollar
// each of the three other shares and of every machine's energy.
void check_waterfall(const Waterfall& waterfall, const Spending& spending, std::size_t machines);

// Throws. `job` may be out of range when that is the violation.
[[noreturn]] void violated(const Scenario& scenario, const Trace& trace, MachineIndex machine, JobIndex job,
                           SimTime when, std::string_view what);

}  // namespace trainyard
