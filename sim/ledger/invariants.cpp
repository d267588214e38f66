#include "sim/ledger/invariants.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace trainyard {

void check_gpu_seconds(const Scenario& scenario, const MachineFact& machine, const MachineAccount& account) {
    const GpuSeconds spent = sum_of(account.gpu_s);
    if (spent != account.paid_gpu_s) {
        throw InvariantViolation{
            fmt::format("{}[{}], released at second {}: {} GPU-seconds are in a state, {} are paid for",
                        scenario.pool(machine.pool).name, machine.number, second_of(account.paid_until),
                        spent.count, account.paid_gpu_s.count)};
    }
}

void check_job_seconds(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows) {
    for (const JobRow& row : rows) {
        const JobFact& job = trace.jobs[row.job.value];
        Seconds spent{0};
        for (const Seconds time : row.seconds) {
            spent += time;
        }
        if (spent != turnaround_of(trace, job)) {
            throw InvariantViolation{fmt::format(
                "job {} of {}, closed at second {}: {} s are in a state, its turnaround is {} s",
                row.job.value + 1, scenario.stream(job.stream).name, second_of(closed_at(trace, job)),
                spent.count(), turnaround_of(trace, job).count())};
        }
    }
}

void check_lines(const CategoryTotals& posted, const CategoryTotals& totals) {
    for (std::size_t i = 0; i < posted.size(); ++i) {
        if (posted[i] != totals[i]) {
            throw InvariantViolation{fmt::format("ledger lines of {} sum to {} micro-dollars, not to {}",
                                                 name_of(static_cast<CostCategory>(i)), posted[i].micro(),
                                                 totals[i].micro())};
        }
    }
}

void check_waterfall(const Waterfall& waterfall, const Spending& spending, std::size_t machines) {
    const Money exact = spending.useful.rounded();
    const std::int64_t off = std::abs((waterfall.useful - exact).micro());
    if (off > static_cast<std::int64_t>(machines) / 2 + 3) {
        throw InvariantViolation{fmt::format("waterfall: compute cost {} micro-dollars, the remainder is {}",
                                             exact.micro(), waterfall.useful.micro())};
    }
}

void violated(const Scenario& scenario, const Trace& trace, MachineIndex machine, JobIndex job, SimTime when,
              std::string_view what) {
    const MachineFact& fact = trace.machines[machine.value];
    throw InvariantViolation{fmt::format("{}[{}], job {}, second {}: {}", scenario.pool(fact.pool).name,
                                         fact.number, job.value + 1, second_of(when), what)};
}

}  // namespace trainyard
