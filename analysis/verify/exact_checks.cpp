#include "analysis/verify/exact_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace trainyard {
namespace {

// Amounts that come and go; at one second what goes does so first.
class Sweep {
public:
    void add(SimTime from, SimTime to, std::int64_t amount) {
        if (from < to) {
            steps_.emplace_back(from, amount);
            steps_.emplace_back(to, -amount);
        }
    }

    // The first time that more than `limit` are there.
    std::optional<SimTime> exceeds(std::int64_t limit) {
        std::sort(steps_.begin(), steps_.end());
        std::int64_t there = 0;
        for (const auto& [when, amount] : steps_) {
            there += amount;
            if (there > limit) {
                return when;
            }
        }
        return std::nullopt;
    }

    // The amount x time, to the second.
    std::int64_t integral() {
        std::sort(steps_.begin(), steps_.end());
        std::int64_t there = 0;
        std::int64_t sum = 0;
        SimTime last{};
        for (const auto& [when, amount] : steps_) {
            sum += there * (when - last).count();
            there += amount;
            last = when;
        }
        return sum;
    }

private:
    std::vector<std::pair<SimTime, std::int64_t>> steps_;
};

std::string machine_text(const ExaminedRun& run, const MachineFact& machine) {
    return fmt::format("{} {}", run.scenario.pool(machine.pool).name, machine.number);
}

std::string no_gpu_twice(const ExaminedRun& run) {
    std::vector<Sweep> held(run.trace.machines.size());
    for (const AttemptFact& attempt : run.trace.attempts) {
        for (std::uint32_t i = 0; i < attempt.members; ++i) {
            const GangMember& member = run.trace.members[attempt.first_member + i];
            held[member.machine.value].add(attempt.allocated, member.held_until,
                                           (member.gpus + member.stranded).count);
        }
    }
    for (std::size_t i = 0; i < held.size(); ++i) {
        const MachineFact& machine = run.trace.machines[i];
        const auto when = held[i].exceeds(run.scenario.pool(machine.pool).gpus_per_machine.count);
        if (when) {
            return fmt::format("{} at second {}", machine_text(run, machine), second_of(*when));
        }
    }
    return "";
}

std::string within_quota(const ExaminedRun& run) {
    std::map<PoolIndex, Sweep> there;
    for (const MachineFact& machine : run.trace.machines) {
        there[machine.pool].add(machine.launched, machine.released.value_or(run.trace.end), 1);
    }
    for (auto& [index, machines] : there) {
        const Pool& pool = run.scenario.pool(index);
        const bool limited = pool.rented() != nullptr && !pool.rented()->reservation;
        const auto quota = limited ? pool.rented()->max_instances : std::nullopt;
        if (const auto when = quota ? machines.exceeds(*quota) : std::nullopt) {
            return fmt::format("{} at second {}", pool.name, second_of(*when));
        }
    }
    return "";
}

std::string no_job_lost(const ExaminedRun& run) {
    const auto of = [&](const char* name) { return std::llround(metric_of(run.outcome, name)); };
    const auto jobs = static_cast<long long>(run.trace.jobs.size());
    const bool all = of("jobs_submitted") == jobs && run.outcome.jobs.size() == run.trace.jobs.size() &&
                     of("jobs_finished") + of("jobs_failed") + of("jobs_unfinished") == jobs;
    return all ? ""
               : fmt::format("{} were submitted, {} finished, {} failed, {} are unfinished", jobs,
                             of("jobs_finished"), of("jobs_failed"), of("jobs_unfinished"));
}

std::string job_seconds(const ExaminedRun& run) {
    for (std::size_t i = 0; i < run.trace.jobs.size(); ++i) {
        const JobFact& job = run.trace.jobs[i];
        Seconds sum{0};
        for (const Seconds part : run.outcome.jobs[i].seconds) {
            if (part < Seconds{0}) {
                return fmt::format("job {} has a negative time", i + 1);
            }
            sum += part;
        }
        if (sum != job.end.value_or(run.trace.end) - job.submit) {
            return fmt::format("job {}", i + 1);
        }
    }
    return "";
}

// Of each job: from submission or the end of an attempt that did not end it, to the next attempt.
Sweep waiting(const Trace& trace) {
    std::vector<std::optional<SimTime>> since;
    for (const JobFact& job : trace.jobs) {
        since.emplace_back(job.submit);
    }
    Sweep queue;
    for (const AttemptFact& attempt : trace.attempts) {
        auto& from = since[attempt.job.value];
        if (from) {
            queue.add(*from, attempt.allocated, 1);
        }
        const bool again = attempt.how != AttemptEnd::finished && attempt.how != AttemptEnd::open;
        from = again ? std::optional{attempt.end} : std::nullopt;
    }
    for (std::size_t i = 0; i < since.size(); ++i) {
        if (since[i] && !trace.jobs[i].end) {
            queue.add(*since[i], trace.end, 1);
        }
    }
    return queue;
}

// The integral of the number waiting is the sum of the waits: J. D. C. Little, "A proof for the queuing
// formula L = lambda W", Operations Research 9 (1961), for a window in which everything is counted.
std::string little(const ExaminedRun& run) {
    const double mean_wait_s = metric_of(run.outcome, "queue_time_mean_s");
    const double waits_s = mean_wait_s * static_cast<double>(run.trace.jobs.size());
    const auto integral_s = static_cast<double>(waiting(run.trace).integral());
    const bool same = std::abs(waits_s - integral_s) <= 0.5 + 1e-12 * integral_s;
    return same ? ""
                : fmt::format("{} job-seconds in the queue, {} as the waits have it", integral_s, waits_s);
}

SimTime paid_from(const Pool& pool, const MachineFact& machine) {
    const RentedTerms* rented = pool.rented();
    return rented != nullptr && !rented->billing.boot ? machine.ready : machine.launched;
}

std::string gpu_seconds(const ExaminedRun& run) {
    double paid_gpu_s = 0;
    for (const MachineFact& machine : run.trace.machines) {
        const Pool& pool = run.scenario.pool(machine.pool);
        const SimTime until = machine.released.value_or(run.trace.end);
        const Seconds time = std::max(until - paid_from(pool, machine), Seconds{0});
        paid_gpu_s += static_cast<double>((pool.gpus_per_machine * time).count);
    }
    double in_states_h = 0;
    for (std::size_t state = 0; state < gpu_state_count; ++state) {
        in_states_h += metric_of(run.outcome, fmt::format("{}_gpu_h", name_of(static_cast<GpuState>(state))));
    }
    const double slack_s = 0.5 + 1e-12 * paid_gpu_s;
    const bool same = std::abs(in_states_h * 3600 - paid_gpu_s) <= slack_s &&
                      std::abs(metric_of(run.outcome, "paid_gpu_h") * 3600 - paid_gpu_s) <= slack_s;
    return same
               ? ""
               : fmt::format("{} GPU-seconds are paid for, {} in the states", paid_gpu_s, in_states_h * 3600);
}

bool is_amount(double usd, Money amount) {
    return std::llround(usd * 1e6) == amount.micro() ||
           std::abs(usd * 1e6 - static_cast<double>(amount.micro())) <= 1e-12 * std::abs(usd * 1e6);
}

std::string ledger(const ExaminedRun& run) {
    std::map<CostCategory, Money> sums;
    Money total;
    for (const LedgerLine& line : run.outcome.lines) {
        sums[line.category] += line.amount;
        total += line.amount;
    }
    for (std::size_t i = 0; i < cost_category_count; ++i) {
        const auto category = static_cast<CostCategory>(i);
        const double usd = metric_of(run.outcome, fmt::format("cost_{}_usd", name_of(category)));
        if (!is_amount(usd, sums[category])) {
            return fmt::format("{}: lines of {} USD, {} as the metric has it", name_of(category),
                               sums[category].in_usd(), usd);
        }
    }
    return is_amount(metric_of(run.outcome, "total_cost_usd"), total)
               ? ""
               : fmt::format("all lines come to {} USD", total.in_usd());
}

std::string waterfall(const ExaminedRun& run) {
    std::int64_t micro = 0;
    for (const char* part : {"useful_usd", "idle_waste_usd", "overhead_usd", "rework_usd", "cost_repair_usd",
                             "cost_storage_usd", "cost_egress_usd"}) {
        micro += std::llround(metric_of(run.outcome, part) * 1e6);
    }
    return is_amount(metric_of(run.outcome, "total_cost_usd"), Money::micro_usd(micro))
               ? ""
               : fmt::format("its parts come to {} USD", Money::micro_usd(micro).in_usd());
}

}  // namespace

double metric_of(const Outcome& outcome, const std::string& name) {
    const auto found = std::find_if(outcome.metrics.begin(), outcome.metrics.end(),
                                    [&](const Metric& metric) { return metric.name == name; });
    return found == outcome.metrics.end() ? 0 : found->value.value_or(0);
}

const std::vector<ExactCheck>& exact_checks() {
    static const std::vector<ExactCheck> checks{
        {"no job is lost", no_job_lost},
        {"no GPU has two jobs at once", no_gpu_twice},
        {"no pool has more machines than it may", within_quota},
        {"the seconds of every job add up to its turnaround", job_seconds},
        {"jobs waiting x time = sum of their waits (Little)", little},
        {"every GPU-second that is paid for is in one state", gpu_seconds},
        {"the ledger's lines add up to each category and to the total", ledger},
        {"useful, idle, overhead and rework add up to the total", waterfall},
    };
    return checks;
}

}  // namespace trainyard
