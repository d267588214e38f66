#include "tests/validation/theory.hpp"

#include <fmt/format.h>

#include <cmath>
#include <sstream>
#include <stdexcept>

#include "sim/ledger/outcome.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/engine/fixture.hpp"

namespace trainyard::theory {

namespace {

// Mean wait before service that starts when the server is free, in an M/G/1 queue.
double pollaczek_khinchine(double rate, double mean, double cv) {
    const double load = rate * mean;
    return rate * mean * mean * (1 + cv * cv) / (2 * (1 - load));
}

constexpr double hour_s = 3600;
constexpr double minute_h = 1.0 / 60;

System queue(const std::string& file, const std::string& formula, double expected_h) {
    return {file, {{"mean wait, h", "queue_time_mean_s", "", hour_s, formula, expected_h}}};
}

System two_priorities() {
    // Cobham (1954): the mean rest of the service under way, over what is left of the server.
    const double high = 1.2 * 0.25, both = 2.8 * 0.25;
    const double residual = 2.8 * 0.25 * 0.25;
    return {"priorities.yaml",
            {{"mean wait of the high, h", "team.high.queue_time_mean_s", "", hour_s, "R / (1 - ρ₁)",
              residual / (1 - high)},
             {"mean wait of the low, h", "team.low.queue_time_mean_s", "", hour_s, "R / ((1 - ρ₁)(1 - ρ))",
              residual / ((1 - high) * (1 - both))}}};
}

System interrupted(const std::string& file, const std::string& formula, const Checkpointing& job) {
    return {file,
            {{"mean makespan, h", "turnaround_mean_s", "", hour_s, formula, makespan(job)},
             {"interruptions a job", "interruptions", "jobs_submitted", 1, "λ E[makespan]",
              job.rate * makespan(job)}}};
}

// Each loss, and a submission while the pool is gone, is followed by the time that it is gone.
System comes_and_goes(const std::string& file, const Checkpointing& job, double down) {
    const double gone = job.rate * down / (1 + job.rate * down);  // share of the time
    const double running = makespan(job);
    return {
        file,
        {{"mean turnaround, h", "turnaround_mean_s", "", hour_s,
          "E[makespan] (1 + λ E[down]) + P(down) E[down]", running * (1 + job.rate * down) + gone * down},
         {"interruptions a job", "interruptions", "jobs_submitted", 1, "λ E[makespan]", job.rate * running}}};
}

double value_of(const Outcome& outcome, const std::string& name) {
    for (const Metric& metric : outcome.metrics) {
        if (metric.name == name && metric.value) {
            return *metric.value;
        }
    }
    throw std::runtime_error("no value of " + name);
}

std::string measure(const Scenario& scenario, const System& system, const Trace& trace) {
    const Outcome outcome = fold(scenario, scenario.strategies.front(), trace);
    std::string text;
    for (const Quantity& quantity : system.quantities) {
        const double below = quantity.over.empty() ? 1 : value_of(outcome, quantity.over);
        text += fmt::format("{}\n", value_of(outcome, quantity.metric) / below / quantity.unit);
    }
    return text;
}

}  // namespace

double erlang_b(int servers, double offered) {
    double blocked = 1;
    for (int n = 1; n <= servers; ++n) {
        blocked = offered * blocked / (n + offered * blocked);
    }
    return blocked;
}

double erlang_c(int servers, double offered) {
    const double blocked = erlang_b(servers, offered);
    return servers * blocked / (servers - offered * (1 - blocked));
}

double makespan(const Checkpointing& job) {
    const auto until_done = [&job](double length) { return std::expm1(job.rate * length) / job.rate; };
    const double saved = std::ceil(job.work / job.every) - 1;  // stretches that end with a write
    if (saved == 0) {
        return until_done(job.first + job.work);
    }
    const double again = std::exp(job.rate * job.later);
    return until_done(job.first + job.every + job.write) +
           (saved - 1) * again * until_done(job.every + job.write) +
           again * until_done(job.work - saved * job.every);
}

std::vector<System> systems() {
    const double first = 7 * minute_h;  // boot and load
    return {
        queue("mm3.yaml", "C(3, λ/μ) / (3μ - λ)", erlang_c(3, 4.8 * 0.5) / (3 / 0.5 - 4.8)),
        queue("md1.yaml", "λ E[S²] / (2 (1 - ρ))", pollaczek_khinchine(1.4, 0.5, 0)),
        queue("mg1.yaml", "λ E[S²] / (2 (1 - ρ))", pollaczek_khinchine(2.4, 0.25, 1.5)),
        two_priorities(),
        {"overflow.yaml",
         {{"share that overflows", "pool.cloud.attempts", "attempts", 1, "B(4, λ E[S])",
           erlang_b(4, 6 * 0.5)}}},
        interrupted("checkpoints.yaml", "renewal, model.md",
                    {.rate = 0.05,
                     .work = 100,
                     .every = 1,
                     .write = 5 * minute_h,
                     .first = first,
                     .later = first + 6 * minute_h}),
        interrupted("no-checkpoints.yaml", "(e^(λ(D + W)) - 1) / λ",
                    {.rate = 0.05, .work = 20, .every = 20, .write = 0, .first = first, .later = first}),
        comes_and_goes("market.yaml",
                       {.rate = 0.05,
                        .work = 100,
                        .every = 1,
                        .write = 5 * minute_h,
                        .first = first,
                        .later = first + 6 * minute_h},
                       5),
    };
}

std::vector<Estimate> estimate(const System& system, int replications, const std::vector<std::string>& sets) {
    const Loaded loaded = load_scenario("tests/validation/" + system.file, {sets});
    if (!loaded.scenario) {
        throw std::runtime_error(render(loaded.errors));
    }
    const Scenario& scenario = *loaded.scenario;
    std::vector<double> sums(system.quantities.size()), squares(sums.size());
    for (int i = 1; i <= replications; ++i) {
        const RunSeed seed{scenario.seed, static_cast<std::uint64_t>(i)};
        std::istringstream values{fixture::simulated(
            scenario, 0, seed, [&](const Trace& trace) { return measure(scenario, system, trace); })};
        for (std::size_t k = 0; k < sums.size(); ++k) {
            double value = 0;
            values >> value;
            sums[k] += value;
            squares[k] += value * value;
        }
    }
    std::vector<Estimate> estimates;
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const double mean = sums[k] / replications;
        const double variance = (squares[k] - replications * mean * mean) / (replications - 1);
        estimates.push_back({mean, std::sqrt(variance / replications)});
    }
    return estimates;
}

}  // namespace trainyard::theory
