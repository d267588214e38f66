#include "sim/ledger/metrics.hpp"

#include <string>
#include <string_view>

#include "sim/ledger/job_sums.hpp"

namespace trainyard {
namespace {

std::optional<double> ratio(double numerator, double denominator) {
    return denominator == 0 ? std::nullopt : std::optional{numerator / denominator};
}

class MetricList {
public:
    void prefix(std::string text) { prefix_ = std::move(text); }
    void add(std::string_view name, std::optional<double> value) {
        metrics_.push_back({prefix_ + std::string{name}, value});
    }
    void add_count(std::string_view name, int count) { add(name, static_cast<double>(count)); }
    void add_usd(std::string_view name, Money amount) { add(name, amount.in_usd()); }
    std::vector<Metric> take() { return std::move(metrics_); }

private:
    std::string prefix_;
    std::vector<Metric> metrics_;
};

void add_costs(MetricList& list, const MachineSums& sums) {
    const Money total = sum_of(sums.cost);
    const Waterfall shares = waterfall(sums.spending, sums.cost);
    list.add_usd("total_cost_usd", total);
    list.add_usd("cash_usd", sums.cash);
    for (std::size_t i = 0; i < cost_category_count; ++i) {
        list.add_usd(std::string{"cost_"} + name_of(static_cast<CostCategory>(i)) + "_usd", sums.cost[i]);
    }
    list.add_usd("useful_usd", shares.useful);
    list.add_usd("idle_waste_usd", shares.idle_waste);
    list.add("idle_waste_share", ratio(shares.idle_waste.in_usd(), total.in_usd()));
    list.add_usd("overhead_usd", shares.overhead);
    list.add_usd("rework_usd", shares.rework);
}

void add_gpu_hours(MetricList& list, const MachineSums& sums) {
    for (std::size_t i = 0; i < gpu_state_count; ++i) {
        list.add(std::string{name_of(static_cast<GpuState>(i))} + "_gpu_h", sums.gpu_s[i].in_hours());
    }
    list.add("paid_gpu_h", sums.paid_gpu_s.in_hours());
    list.add("utilization",
             ratio(sums.gpu_s[index_of(GpuState::compute)].in_hours(), sums.paid_gpu_s.in_hours()));
}

void add_times(MetricList& list, const std::string& name, const TimeSummary& summary) {
    list.add(name + "_mean_s", summary.mean);
    list.add(name + "_p50_s", summary.p50);
    list.add(name + "_p90_s", summary.p90);
    list.add(name + "_p95_s", summary.p95);
    list.add(name + "_p99_s", summary.p99);
    list.add(name + "_max_s", summary.max);
}

// `total`: what the finished work is set against.
void add_work(MetricList& list, const JobSums& sums, Money total) {
    const double finished_gpu_h = sums.finished_work_gpu_s / 3600.0;
    list.add("finished_work_gpu_h", finished_gpu_h);
    list.add("usd_per_finished_gpu_h", ratio(total.in_usd(), finished_gpu_h));
}

void add_jobs(MetricList& list, const JobSums& sums) {
    add_times(list, "queue_time", sums.queue_time);
    add_times(list, "first_wait", sums.first_wait);
    add_times(list, "turnaround", sums.turnaround);
    list.add_count("jobs_submitted", sums.submitted);
    list.add_count("jobs_finished", sums.finished);
    list.add_count("jobs_failed", sums.failed);
    list.add_count("jobs_unfinished", sums.unfinished);
    list.add_count("deadline_misses", sums.deadline_misses);
    add_times(list, "tardiness", sums.tardiness);
}

void add_waiting_cost(MetricList& list, const JobSums& sums) {
    list.add("waiting_cost_usd",
             sums.waiting_cost ? std::optional{sums.waiting_cost->in_usd()} : std::nullopt);
}

void add_machine_counts(MetricList& list, const MachineSums& sums) {
    list.add_count("interruptions", sums.interruptions);
    list.add_count("reclaims", sums.reclaims);
    list.add_count("launches", sums.launches);
    list.add_count("attempts", sums.attempts);
    list.add("energy_kwh", sums.energy_kwh);
    list.add("co2_kg", sums.co2_kg);
}

void add_run(MetricList& list, const MachineSums& machines, const JobSums& jobs, SimTime end) {
    add_costs(list, machines);
    add_gpu_hours(list, machines);
    add_work(list, jobs, sum_of(machines.cost));
    add_jobs(list, jobs);
    add_machine_counts(list, machines);
    add_waiting_cost(list, jobs);
    list.add("accounted_s", static_cast<double>(second_of(end)));
}

void add_pool(MetricList& list, const MachineSums& machines) {
    add_costs(list, machines);
    add_gpu_hours(list, machines);
    add_machine_counts(list, machines);
}

void add_team(MetricList& list, const JobSums& jobs) {
    list.add_usd("total_cost_usd", jobs.cost);
    add_work(list, jobs, jobs.cost);
    add_jobs(list, jobs);
    list.add_count("interruptions", jobs.interruptions);
    list.add_count("attempts", jobs.attempts);
    add_waiting_cost(list, jobs);
}

// What each stream's jobs cost, by StreamIndex.
std::vector<Money> costs_by_stream(const Scenario& scenario, const Trace& trace,
                                   const std::vector<JobRow>& rows) {
    std::vector<Money> costs(scenario.streams.size());
    for (const JobRow& row : rows) {
        costs[trace.jobs[row.job.value].stream.value] += row.cost;
    }
    return costs;
}

}  // namespace

std::vector<Metric> metrics_of(const Scenario& scenario, const Strategy& strategy, const Trace& trace,
                               const std::vector<JobRow>& rows, const std::vector<MachineSums>& pools) {
    MetricList list;
    MachineSums all;
    for (const MachineSums& pool : pools) {
        all += pool;
    }
    const AllJobSums jobs = sum_jobs(scenario, trace, rows);
    add_run(list, all, jobs.run, trace.end);
    std::vector<bool> listed(pools.size(), false);
    for (const PoolUse& use : strategy.pools) {
        if (!listed[use.pool.value]) {
            listed[use.pool.value] = true;
            list.prefix("pool." + scenario.pool(use.pool).name + ".");
            add_pool(list, pools[use.pool.value]);
        }
    }
    for (std::size_t i = 0; i < jobs.teams.size(); ++i) {
        list.prefix("team." + trace.teams[i] + ".");
        add_team(list, jobs.teams[i]);
    }
    const std::vector<Money> streams = costs_by_stream(scenario, trace, rows);
    for (std::size_t i = 0; i < streams.size(); ++i) {
        list.prefix("stream." + scenario.streams[i].name + ".");
        list.add_usd("total_cost_usd", streams[i]);
    }
    return list.take();
}

}  // namespace trainyard
