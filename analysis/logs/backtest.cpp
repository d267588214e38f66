#include "analysis/logs/backtest.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "sim/engine/engine.hpp"

namespace trainyard {
namespace {

JobSpec logged_job(const Scenario& scenario) {
    JobSpec job;
    job.kind = "log";
    job.speed.assign(scenario.gpus.size(), 1.0);
    job.gpu_types.assign(scenario.gpus.size(), true);
    return job;
}

bool fits(const Scenario& scenario, const Strategy& strategy, const JobSpec& job, Gpus gang) {
    return std::any_of(strategy.pools.begin(), strategy.pools.end(), [&](const PoolUse& use) {
        return serves(use, StreamIndex{0}, 0, gang) &&
               could_run(scenario, scenario.pool(use.pool), job, gang, 0, use.count);
    });
}

Stream stream_of(const std::vector<TraceRow>& rows, const JobSpec& kind) {
    std::vector<TraceJob> jobs;
    std::set<JobSize> sizes;
    double work_gpu_s = 0;
    for (const TraceRow& row : rows) {
        TraceJob job;
        job.submit = at_second(round_half_up(row.submit_s));
        job.gpus = row.gpus;
        job.work_gpu_s = row.work_gpu_s;
        job.team = row.team;
        job.priority = row.priority;
        job.deadline = row.deadline;
        jobs.push_back(job);
        sizes.insert(JobSize{0, row.gpus, std::nullopt});
        work_gpu_s += row.work_gpu_s;
    }
    Stream stream;
    stream.name = stream.team = "log";
    stream.kinds.push_back(kind);
    stream.arrivals = TraceArrivals{std::make_shared<const std::vector<TraceJob>>(std::move(jobs)),
                                    rows.empty() ? 0 : work_gpu_s / static_cast<double>(rows.size()),
                                    std::make_shared<const std::vector<JobSize>>(sizes.begin(), sizes.end())};
    return stream;
}

}  // namespace

BacktestPlan plan_backtest(Scenario scenario, const Strategy& strategy, std::vector<TraceRow> rows) {
    BacktestPlan plan;
    Strategy alone = strategy;
    for (PoolUse& use : alone.pools) {
        use.serves = {{true}};
    }
    for (Pool& pool : scenario.pools) {
        pool.scaling = {};
    }
    const JobSpec job = logged_job(scenario);
    const auto unfit = [&](const TraceRow& row) { return !fits(scenario, alone, job, row.gpus); };
    plan.left_out = static_cast<std::int64_t>(std::erase_if(rows, unfit));
    std::stable_sort(rows.begin(), rows.end(), [](const TraceRow& a, const TraceRow& b) {
        return round_half_up(a.submit_s) < round_half_up(b.submit_s);
    });
    plan.rows = std::move(rows);
    plan.scenario = std::move(scenario);
    plan.scenario.streams = {stream_of(plan.rows, job)};
    plan.scenario.strategies = {std::move(alone)};
    const double last_s = plan.rows.empty() ? 0 : plan.rows.back().submit_s;
    plan.scenario.horizon = Seconds{round_half_up(last_s) + 1};
    plan.scenario.after_horizon = AfterHorizon::drain;
    plan.scenario.drain_limit = 10 * seconds_per_year;
    return plan;
}

std::vector<double> simulated_waits(const BacktestPlan& plan) {
    const Trace trace =
        simulate(plan.scenario, plan.scenario.strategies.front(), RunSeed{plan.scenario.seed, 0});
    std::vector<double> waits(trace.jobs.size(), -1);
    for (const AttemptFact& attempt : trace.attempts) {
        double& wait_s = waits[attempt.job.value];
        if (wait_s < 0) {
            wait_s = static_cast<double>((attempt.allocated - trace.jobs[attempt.job.value].submit).count());
        }
    }
    for (std::size_t job = 0; job < waits.size(); ++job) {
        if (waits[job] < 0) {
            waits[job] = static_cast<double>((trace.end - trace.jobs[job].submit).count());
        }
    }
    return waits;
}

Backtest compare_waits(const BacktestPlan& plan, const std::vector<double>& simulated_s) {
    Backtest backtest;
    backtest.left_out = plan.left_out;
    for (std::size_t job = 0; job < plan.rows.size(); ++job) {
        const TraceRow& row = plan.rows[job];
        if (row.start_s) {
            backtest.waits.push_back({*row.start_s - row.submit_s, simulated_s.at(job)});
        } else {
            ++backtest.without_start;
        }
    }
    return backtest;
}

}  // namespace trainyard
