#include "analysis/verify/chance_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trainyard {
namespace {

// Of a profile's weights over the horizon, in seconds: the horizon itself without one.
double weighted_time_s(const Scenario& scenario, const std::optional<WeeklyProfile>& profile) {
    if (!profile) {
        return static_cast<double>(scenario.horizon.count());
    }
    double sum = 0;
    const SimTime end{scenario.horizon};
    for (SimTime at{}; at < end;) {
        const std::int64_t unix_s = scenario.start_unix_s + second_of(at);
        const Seconds rest{3600 - ((unix_s % 3600) + 3600) % 3600};
        const SimTime next = std::min(at + rest, end);
        const auto hour = static_cast<std::size_t>(hour_of_week(scenario, at));
        sum += profile->weights.at(hour) * static_cast<double>((next - at).count());
        at = next;
    }
    return sum;
}

// What arrives at once, where it is a fixed whole number.
std::optional<double> fixed_batch(const Distribution& batch) {
    const Constant* constant = std::get_if<Constant>(&batch);
    const bool whole = constant != nullptr && constant->value == std::floor(constant->value);
    return whole ? std::optional{constant->value} : std::nullopt;
}

std::optional<double> expected_jobs(const Scenario& scenario, const Stream& stream) {
    const PoissonArrivals* poisson = std::get_if<PoissonArrivals>(&stream.arrivals);
    const auto batch = poisson != nullptr ? fixed_batch(poisson->batch) : std::nullopt;
    return batch ? std::optional{poisson->rate_per_s * weighted_time_s(scenario, poisson->profile) * *batch}
                 : std::nullopt;
}

bool draws_its_work(const Stream& stream) { return !std::holds_alternative<TraceArrivals>(stream.arrivals); }

// How long the instance was there without notice or loss.
double age_s(const Trace& trace, const MachineFact& machine) {
    const SimTime until = machine.notice.value_or(machine.released.value_or(trace.end));
    return static_cast<double>((until - machine.launched).count());
}

}  // namespace

std::vector<ChanceSum> workload_sums(const ExaminedRun& run) {
    std::vector<double> jobs(run.scenario.streams.size());
    std::vector<double> work_gpu_h(jobs.size());
    for (const JobFact& job : run.trace.jobs) {
        jobs[job.stream.value] += 1;
        work_gpu_h[job.stream.value] += job.work_gpu_s / 3600;
    }
    std::vector<ChanceSum> sums;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Stream& stream = run.scenario.streams[i];
        if (const auto expected = expected_jobs(run.scenario, stream)) {
            sums.push_back({"jobs of " + stream.name, jobs[i], *expected});
        }
        if (draws_its_work(stream)) {
            sums.push_back({"work of these jobs of " + stream.name + ", GPU-h", work_gpu_h[i],
                            jobs[i] * mean(stream.kinds.front().work_gpu_s) / 3600});
        }
    }
    return sums;
}

std::vector<std::string> unchecked_workload(const Scenario& scenario) {
    std::vector<std::string> reasons;
    for (const Stream& stream : scenario.streams) {
        if (!draws_its_work(stream)) {
            reasons.push_back(fmt::format("jobs of {}: they are read from a log", stream.name));
        } else if (!expected_jobs(scenario, stream)) {
            reasons.push_back(fmt::format(
                "number of jobs of {}: only Poisson arrivals of a fixed number have a simple mean",
                stream.name));
        }
    }
    return reasons;
}

double cumulative_hazard(double rate_per_s, double notice_s, double age_s) {
    const double noticed_later = std::exp(-rate_per_s * (age_s + notice_s));
    const double lost_later = std::max(std::exp(-rate_per_s * age_s) - std::exp(-rate_per_s * notice_s), 0.0);
    return -std::log(noticed_later + lost_later);
}

std::vector<ChanceSum> reclaim_sums(const ExaminedRun& run) {
    std::vector<ChanceSum> sums;
    for (const PoolUse& use : run.strategy.pools) {
        const Pool& pool = run.scenario.pool(use.pool);
        const RentedTerms* rented = pool.rented();
        const auto* rate =
            rented == nullptr ? nullptr : std::get_if<InterruptionRate>(&rented->interruptions);
        if (rate == nullptr || rented->has_market()) {
            continue;  // a market takes instances besides
        }
        const double notice_s = run.strategy.heed_notice ? static_cast<double>(rented->notice.count()) : 0;
        ChanceSum sum{"interruptions of " + pool.name, 0, 0};
        for (const MachineFact& machine : run.trace.machines) {
            if (machine.pool == use.pool) {
                sum.simulated += machine.reclaimed ? 1 : 0;
                sum.expected += cumulative_hazard(rate->per_s, notice_s, age_s(run.trace, machine));
            }
        }
        sums.push_back(sum);
    }
    return sums;
}

}  // namespace trainyard
