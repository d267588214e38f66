#include "analysis/verify/closed_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/verify/formulas.hpp"
#include "sim/strategy/checkpoint_interval.hpp"

namespace trainyard {
namespace {

constexpr double hour_s = 3600;
constexpr double enough_windows = 200;  // of the time in which a queue forgets how it began

bool is_zero(const Distribution& distribution) {
    const Constant* constant = std::get_if<Constant>(&distribution);
    return constant != nullptr && constant->value == 0;
}

std::optional<double> constant(const Distribution& distribution) {
    const Constant* found = std::get_if<Constant>(&distribution);
    return found == nullptr ? std::nullopt : std::optional{found->value};
}

// Machines that are there from the beginning to the end, at any time, at their own storage.
bool is_steady(const Pool& pool) {
    if (pool.shared_storage) {
        return false;
    }
    if (const RigTerms* rigs = pool.rigs()) {
        return !rigs->failures && rigs->available == Seconds{0};
    }
    return !pool.rented()->has_market() && !pool.rented()->reservation;
}

bool lingers(const JobSpec& job) {
    const Distribution* linger = std::get_if<Distribution>(&job.linger);
    return linger == nullptr || !is_zero(*linger);
}

bool writes_regularly(const JobSpec& job, const Strategy& strategy) {
    const bool fixed = std::holds_alternative<Seconds>(strategy.checkpoint);
    const IntervalRule* rule = std::get_if<IntervalRule>(&strategy.checkpoint);
    const bool never = rule != nullptr && *rule == IntervalRule::never;
    return job.checkpoint && !never && (fixed || job.checkpoint->every_s);
}

// One stream through one pool, or through rigs and what they cannot take.
class System {
public:
    System(const Scenario& scenario, const Strategy& strategy)
        : scenario_{scenario},
          strategy_{strategy},
          stream_{scenario.streams.front()},
          job_{stream_.kinds.front()} {}

    std::variant<ClosedForm, std::string> form() const {
        const Pool& first = scenario_.pool(strategy_.pools.front().pool);
        const bool steady =
            std::all_of(strategy_.pools.begin(), strategy_.pools.end(),
                        [&](const PoolUse& use) { return is_steady(scenario_.pool(use.pool)); });
        if (!steady) {
            return "machines come and go, or share a storage";
        }
        if (job_.failure || !is_zero(job_.setup_s) || lingers(job_)) {
            return "jobs fail, are set up or linger";
        }
        if (job_.pilot || job_.least_gpus) {
            return "jobs have pilot runs or moldable gangs";
        }
        if (strategy_.guard || strategy_.monthly_budget || strategy_.choose != PoolChoice::in_order) {
            return "a guard, a budget or a choice among pools decides";
        }
        if (strategy_.pools.size() == 1 && first.rigs() == nullptr) {
            return makespan(first);
        }
        if (first.rigs() == nullptr || strategy_.pools.size() > 2) {
            return "there is none for these pools";
        }
        if (const std::string why = why_no_queue(); !why.empty()) {
            return why;
        }
        return strategy_.pools.size() == 1 ? wait(first) : overflow(first);
    }

private:
    double rate_per_s() const { return std::get<PoissonArrivals>(stream_.arrivals).rate_per_s; }

    std::string why_no_queue() const {
        const PoissonArrivals* poisson = std::get_if<PoissonArrivals>(&stream_.arrivals);
        if (poisson == nullptr || poisson->profile || constant(poisson->batch) != 1.0) {
            return "arrivals are no steady Poisson stream of single jobs";
        }
        if (job_.gpus.count != 1) {
            return "jobs are gangs";
        }
        return writes_regularly(job_, strategy_) ? "jobs write checkpoints" : "";
    }

    double work_time_s(const Pool& pool) const {
        return 1 / work_rate(scenario_, pool, job_, job_.gpus);  // of a GPU-second
    }

    double mean_service_s(const Pool& pool) const {
        return mean(job_.load_s) + mean(job_.work_gpu_s) * work_time_s(pool);
    }

    double variance_of_service(const Pool& pool) const {
        return formulas::variance(job_.load_s) +
               formulas::variance(job_.work_gpu_s) * work_time_s(pool) * work_time_s(pool);
    }

    int servers(const Pool& rigs) const {
        return strategy_.pools.front().count.value_or(rigs.rigs()->count) * rigs.gpus_per_machine.count;
    }

    std::variant<ClosedForm, std::string> wait(const Pool& rigs) const {
        const int many = servers(rigs);
        const double mean_s = mean_service_s(rigs);
        const double second_moment = variance_of_service(rigs) + mean_s * mean_s;
        const double load = rate_per_s() * mean_s / many;
        if (strategy_.queue == QueueDiscipline::sjf) {
            return "the queue goes by the jobs' work";
        }
        // P. Morse, "Stochastic properties of waiting lines", Operations Research 3 (1955); of M/M/1.
        const double relaxation_s = load < 1 ? mean_s / many / std::pow(1 - std::sqrt(load), 2) : 0;
        if (load >= 1 || relaxation_s * enough_windows > static_cast<double>(scenario_.horizon.count())) {
            return fmt::format("a load of {:.2f} does not settle within the horizon", load);
        }
        if (many == 1) {
            return ClosedForm{"mean wait, h",
                              "queue_time_mean_s",
                              "",
                              hour_s,
                              formulas::wait_of_one(rate_per_s(), mean_s, second_moment) / hour_s,
                              "Pollaczek-Khinchine",
                              1 / hour_s};
        }
        if (!std::holds_alternative<Exponential>(job_.work_gpu_s) || !is_zero(job_.load_s)) {
            return "several servers have one for exponential work without load alone";
        }
        return ClosedForm{"mean wait, h",
                          "queue_time_mean_s",
                          "",
                          hour_s,
                          formulas::wait_of_many(many, rate_per_s(), mean_s) / hour_s,
                          "Erlang C",
                          1 / hour_s};
    }

    std::variant<ClosedForm, std::string> overflow(const Pool& rigs) const {
        const PoolUse& use = strategy_.pools.back();
        const Pool& rest = scenario_.pool(use.pool);
        const bool takes_all = rest.rented() != nullptr && !rest.rented()->max_instances &&
                               use.after == Seconds{0} &&
                               interruption_rate_per_s(rest.rented()->interruptions) == 0;
        if (!takes_all) {
            return "what the rigs cannot take is not taken at once by a pool without limit or interruptions";
        }
        return ClosedForm{"share of jobs that overflows",
                          "pool." + rest.name + ".attempts",
                          "attempts",
                          1,
                          formulas::lost_share(servers(rigs), rate_per_s() * mean_service_s(rigs)),
                          "Erlang B",
                          0};
    }

    std::string why_no_makespan(const Pool& pool) const {
        const RentedTerms& rented = *pool.rented();
        if (rented.max_instances || strategy_.pools.front().after > Seconds{0} ||
            strategy_.idle_timeout > Seconds{0}) {
            return "instances are limited, late or kept warm";
        }
        if (std::holds_alternative<InstanceLife>(rented.interruptions)) {
            return "interruptions have no constant rate";
        }
        if (std::holds_alternative<TraceArrivals>(stream_.arrivals) ||
            scenario_.after_horizon != AfterHorizon::drain || machines_for(pool, job_.gpus) != 1 ||
            !constant(job_.work_gpu_s) || !constant(job_.load_s) || !constant(rented.boot_s)) {
            return "jobs differ, are cut at the horizon, or need several instances";
        }
        const bool notice = rented.notice > Seconds{0} && strategy_.heed_notice;
        if (job_.checkpoint && (notice || job_.checkpoint->async)) {
            return "checkpoints are written on notice or while computing";
        }
        return "";
    }

    // Whole seconds of a size or a stated time; absent where it is drawn.
    std::optional<double> transfer_s(const Pool& pool, const std::optional<Distribution>& stated) const {
        const auto from = stated ? stated : job_.checkpoint->size_bytes;
        const auto value = constant(*from);
        return value ? std::optional{static_cast<double>(
                           whole_seconds(stated ? *value : *value / pool.storage_bytes_per_s).count())}
                     : std::nullopt;
    }

    std::variant<ClosedForm, std::string> makespan(const Pool& pool) const {
        if (const std::string why = why_no_makespan(pool); !why.empty()) {
            return why;
        }
        const double rate = interruption_rate_per_s(pool.rented()->interruptions);
        const double work_s = *constant(job_.work_gpu_s) / work_rate(scenario_, pool, job_, job_.gpus);
        formulas::RestartedWork job{rate, work_s, work_s, 0, 0, 0};
        job.first = job.later = *constant(pool.rented()->boot_s) + *constant(job_.load_s);
        if (writes_regularly(job_, strategy_)) {
            const auto write = transfer_s(pool, job_.checkpoint->write_s);
            const auto restore = transfer_s(pool, job_.checkpoint->restore_s);
            const auto own = job_.checkpoint->every_s ? constant(*job_.checkpoint->every_s) : std::nullopt;
            if (!write || !restore || (job_.checkpoint->every_s && !own)) {
                return "checkpoints differ from job to job";
            }
            const auto every = checkpoint_interval(strategy_.checkpoint,
                                                   own ? std::optional{whole_seconds(*own)} : std::nullopt,
                                                   whole_seconds(*write), rate);
            job.every = every ? static_cast<double>(every->count()) : work_s;
            job.write = *write;
            job.later += *restore;
        }
        const double phases = 2 * std::ceil(job.work / job.every) + 4;  // each rounded to a second
        return ClosedForm{"mean turnaround, h",
                          "turnaround_mean_s",
                          "",
                          hour_s,
                          formulas::makespan(job) / hour_s,
                          "renewal",
                          phases / 2 / hour_s};
    }

    const Scenario& scenario_;
    const Strategy& strategy_;
    const Stream& stream_;
    const JobSpec& job_;
};

}  // namespace

std::variant<ClosedForm, std::string> closed_form(const Scenario& scenario, const Strategy& strategy) {
    if (scenario.streams.size() != 1 || scenario.streams.front().kinds.size() != 1) {
        return "there are several kinds of jobs";
    }
    const bool partly = std::any_of(strategy.pools.begin(), strategy.pools.end(), [&](const PoolUse& use) {
        return !serves(use, StreamIndex{0}, 0, scenario.streams.front().kinds.front().gpus);
    });
    return partly ? std::variant<ClosedForm, std::string>{"a pool does not serve these jobs"}
                  : System{scenario, strategy}.form();
}

}  // namespace trainyard
