#include "analysis/offered_load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "analysis/text/text.hpp"
#include "sim/strategy/checkpoint_interval.hpp"

namespace trainyard {
namespace {

// Jobs of one shape that a stream brings.
struct Demand {
    StreamIndex stream;
    std::uint32_t kind = 0;
    const JobSpec* job = nullptr;
    Gpus gpus;
    std::int64_t memory_bytes = 0;
    double work_gpu_s = 0;
    double jobs_per_s = 0;                   // open streams
    const ClosedArrivals* closed = nullptr;  // instead of jobs_per_s
    double share = 1;                        // that no pool has taken yet
};

double in_seconds(Seconds time) { return static_cast<double>(time.count()); }

double jobs_per_s(const Arrivals& arrivals, double horizon_s) {
    if (const auto* poisson = std::get_if<PoissonArrivals>(&arrivals)) {
        return poisson->rate_per_s * mean(poisson->batch);
    }
    if (const auto* renewal = std::get_if<RenewalArrivals>(&arrivals)) {
        return mean(renewal->batch) / mean(renewal->gap_s);
    }
    if (const auto* fixed = std::get_if<FixedArrivals>(&arrivals)) {
        return static_cast<double>(fixed->at.size()) * mean(fixed->batch) / horizon_s;
    }
    return 0;
}

void add_trace(std::vector<Demand>& demands, StreamIndex index, const Stream& stream,
               const TraceArrivals& trace, double horizon_s) {
    for (const TraceJob& job : *trace.jobs) {
        const JobSpec& spec = stream.kinds[job.kind];
        demands.push_back({.stream = index,
                           .kind = job.kind,
                           .job = &spec,
                           .gpus = job.gpus,
                           .memory_bytes = job.memory_bytes.value_or(spec.memory_bytes),
                           .work_gpu_s = job.work_gpu_s,
                           .jobs_per_s = 1 / horizon_s});
    }
}

std::vector<Demand> demands_of(const Scenario& scenario) {
    std::vector<Demand> demands;
    const double horizon_s = in_seconds(scenario.horizon);
    for (std::size_t i = 0; i < scenario.streams.size(); ++i) {
        const Stream& stream = scenario.streams[i];
        if (const auto* trace = std::get_if<TraceArrivals>(&stream.arrivals)) {
            add_trace(demands, StreamIndex{i}, stream, *trace, horizon_s);
            continue;
        }
        const JobSpec& job = stream.kinds.front();
        demands.push_back({.stream = StreamIndex{i},
                           .kind = 0,
                           .job = &job,
                           .gpus = job.least_gpus.value_or(job.gpus),
                           .memory_bytes = job.memory_bytes,
                           .work_gpu_s = mean(job.work_gpu_s),
                           .jobs_per_s = jobs_per_s(stream.arrivals, horizon_s),
                           .closed = std::get_if<ClosedArrivals>(&stream.arrivals)});
    }
    return demands;
}

// From a uniformly chosen instant of the week to the next hour of weight 1 or more.
double mean_wait_until(const WeeklyProfile& profile) {
    double hours = 0;
    for (std::size_t from = 0; from < profile.weights.size(); ++from) {
        std::size_t ahead = 0;
        while (ahead < profile.weights.size() &&
               profile.weights[(from + ahead) % profile.weights.size()] < 1) {
            ++ahead;
        }
        hours += ahead == 0 ? 0 : static_cast<double>(ahead) - 0.5;
    }
    return hours / static_cast<double>(profile.weights.size()) * in_seconds(seconds_per_hour);
}

double mean_linger_s(const Linger& linger) {
    const auto* until = std::get_if<LingerUntil>(&linger);
    return until != nullptr ? mean_wait_until(until->profile) : mean(std::get<Distribution>(linger));
}

// What the writes of a job that computes for so long take.
double writes_s(const Pool& pool, const Strategy& strategy, const Demand& demand, double compute_s) {
    const auto& checkpoint = demand.job->checkpoint;
    if (!checkpoint || checkpoint->async) {
        return 0;
    }
    const int machines = machines_for(pool, demand.gpus);
    const double write = checkpoint->write_s
                             ? mean(*checkpoint->write_s)
                             : mean(*checkpoint->size_bytes) /
                                   (pool.storage_bytes_per_s * (pool.shared_storage ? 1 : machines));
    const double rate = gang_losses_per_s(pool, machines);
    const auto own =
        checkpoint->every_s ? std::optional{whole_seconds(mean(*checkpoint->every_s))} : std::nullopt;
    const auto every = checkpoint_interval(strategy.checkpoint, own, whole_seconds(write), rate);
    return every ? std::max(0.0, std::ceil(compute_s / in_seconds(*every)) - 1) * write : 0;
}

double hold_s(const Scenario& scenario, const Pool& pool, const Strategy& strategy, const Demand& demand) {
    const double compute = demand.work_gpu_s / work_rate(scenario, pool, *demand.job, demand.gpus);
    const double boot = pool.rented() != nullptr ? mean(pool.rented()->boot_s) : 0;
    return boot + mean(demand.job->setup_s) + mean(demand.job->load_s) + compute +
           writes_s(pool, strategy, demand, compute) + mean_linger_s(demand.job->linger);
}

// GPUs of rigs, or instances, that one job occupies.
double units(const Pool& pool, const Demand& demand) {
    return pool.rigs() != nullptr ? demand.gpus.count : machines_for(pool, demand.gpus);
}

// Of the horizon, in which a rig has been bought and is up.
double share_there(const RigTerms& rigs, Seconds horizon) {
    const double owned = std::max(1 - in_seconds(rigs.available) / in_seconds(horizon), 0.0);
    if (!rigs.failures) {
        return owned;
    }
    const double up = mean(rigs.failures->time_to_failure_s);
    const double down = mean(rigs.failures->spares > 0 ? rigs.failures->swap_s : rigs.failures->repair_s);
    return owned * up / (up + down);
}

std::optional<double> capacity_of(const Pool& pool, const PoolUse& use, Seconds horizon) {
    if (const RigTerms* rigs = pool.rigs()) {
        return static_cast<double>(use.count.value_or(rigs->count)) * pool.gpus_per_machine.count *
               share_there(*rigs, horizon);
    }
    if (const auto& reserved = pool.rented()->reservation) {
        const Seconds there = std::min(reserved->term, std::max(horizon - reserved->available, Seconds{0}));
        return use.count.value_or(reserved->count) * in_seconds(there) / in_seconds(horizon);
    }
    return mean_instances(*pool.rented());
}

class Assignment {
public:
    Assignment(const Scenario& scenario, const Strategy& strategy)
        : scenario_{scenario}, strategy_{strategy}, demands_{demands_of(scenario)} {}

    OfferedLoad run() {
        OfferedLoad load;
        for (const PoolUse& use : strategy_.pools) {
            const PoolLoad of_pool = assign(use);
            if (of_pool.offered > 0) {
                load.pools.push_back(of_pool);
            }
        }
        load.catches_up = std::none_of(demands_.begin(), demands_.end(), [](const Demand& demand) {
            return demand.closed == nullptr && demand.jobs_per_s > 0 && demand.share > 0;
        });
        return load;
    }

private:
    bool fits(const PoolUse& use, const Demand& demand) const {
        return demand.share > 0 && serves(use, demand.stream, demand.kind, demand.gpus) &&
               could_run(scenario_, scenario_.pool(use.pool), *demand.job, demand.gpus, demand.memory_bytes,
                         use.count);
    }

    PoolLoad assign(const PoolUse& use) {
        const Pool& pool = scenario_.pool(use.pool);
        PoolLoad load{use.pool, 0, capacity_of(pool, use, scenario_.horizon), false};
        std::vector<Demand*> taken;
        double closed = 0;
        for (Demand& demand : demands_) {
            if (!fits(use, demand)) {
                continue;
            }
            const double hold = hold_s(scenario_, pool, strategy_, demand);
            const double busy_per_rate = hold * units(pool, demand);
            if (demand.closed == nullptr) {
                load.offered += demand.share * demand.jobs_per_s * busy_per_rate;
                taken.push_back(&demand);
            } else {
                closed += demand.closed->users / (mean(demand.closed->think_s) + hold) * busy_per_rate;
                demand.share = 0;
            }
        }
        load.full = load.capacity && load.offered >= *load.capacity * (1 - 1e-9);
        const double rest = load.full ? std::max(1 - *load.capacity / load.offered, 1e-12) : 0;
        for (Demand* demand : taken) {
            demand->share *= rest;
        }
        const double room = load.capacity ? std::max(*load.capacity - load.offered, 0.0) : closed;
        load.offered += std::min(closed, room);
        return load;
    }

    const Scenario& scenario_;
    const Strategy& strategy_;
    std::vector<Demand> demands_;
};

std::string describe(const PoolLoad& load) {
    return load.capacity ? fmt::format("{:.2f}", load.offered / *load.capacity)
                         : fmt::format("no limit, {:.2f} busy on average", load.offered);
}

}  // namespace

OfferedLoad offered_load(const Scenario& scenario, const Strategy& strategy) {
    return Assignment{scenario, strategy}.run();
}

std::string describe(const Scenario& scenario, const Strategy& strategy, const OfferedLoad& load) {
    std::string text = printable(strategy.name) + ":";
    bool overflows = false;
    for (const PoolLoad& pool : load.pools) {
        const std::string name = printable(scenario.pool(pool.pool).name);
        if (strategy.pools.size() == 1) {
            text += " " + describe(pool);
            break;
        }
        text += &pool == &load.pools.front() ? " " : overflows ? ", the rest overflows to " : ", ";
        text += pool.capacity ? fmt::format("{} {}", name, describe(pool))
                              : fmt::format("{} ({})", name, describe(pool));
        overflows = pool.full;
    }
    if (load.pools.empty()) {
        text += " no jobs";
    }
    return text + (load.catches_up ? "" : ", never catches up");
}

}  // namespace trainyard
