#include "tests/validation/interruptions.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace trainyard::theory {

namespace {

// An exponential life X, from any second at which the machine still runs.
struct Life {
    double rate;

    double outlives(double length) const { return std::exp(-rate * length); }
    double ends_by(double length) const { return -std::expm1(-rate * length); }
    double spent(double length) const { return ends_by(length) / rate; }  // E[min(X, length)]
    double lost(double length) const {                                    // E[X; X < length]
        return spent(length) - length * outlives(length);
    }
    // Mean time, and mean number of losses, until a launch has lived for `length`.
    double until_done(double length) const { return std::expm1(rate * length) / rate; }
    double losses(double length) const { return std::expm1(rate * length); }
};

JobMeans operator+(const JobMeans& a, const JobMeans& b) {
    return {a.makespan + b.makespan, a.rework + b.rework, a.interruptions + b.interruptions};
}

JobMeans operator*(double share, const JobMeans& means) {
    return {share * means.makespan, share * means.rework, share * means.interruptions};
}

int stretches_with_writes(const Checkpointing& job) {
    return static_cast<int>(std::ceil(job.work / job.every)) - 1;
}

double overhead(const Checkpointing& job, int safe) { return safe == 0 ? job.first : job.later; }

// Rework until a stretch of compute and the write after it have been lived through.
double rework_of_stretch(Life life, double compute, double write) {
    return life.spent(compute) / life.outlives(compute + write) - compute;
}

}  // namespace

JobMeans with_blocking_writes(const Checkpointing& job) {
    const Life life{job.rate};
    const int writes = stretches_with_writes(job);
    const double rework = writes * rework_of_stretch(life, job.every, job.write) +
                          rework_of_stretch(life, job.work - writes * job.every, 0);
    return {makespan(job), rework, job.rate * makespan(job)};
}

double time_in_writes(const Checkpointing& job) {
    return stretches_with_writes(job) * Life{job.rate}.until_done(job.write);
}

JobMeans with_async_writes(const Checkpointing& job) {
    const Life life{job.rate};
    int safe = 0;
    while ((safe + 1) * job.every + job.write < job.work) {
        ++safe;
    }
    // From the last safe point back to the first: what is still to come from a launch, and from the
    // second at which write `safe` has ended on a machine that goes on.
    JobMeans running;
    for (double ahead = job.work - safe * job.every; safe >= 0; ahead = job.every + job.write, --safe) {
        const JobMeans launched =
            JobMeans{life.until_done(overhead(job, safe) + ahead), rework_of_stretch(life, ahead, 0), 0} +
            running;
        if (safe == 0) {
            return {launched.makespan, launched.rework, job.rate * launched.makespan};
        }
        const double left = ahead - job.write;
        const double lost = life.ends_by(left);
        running = JobMeans{life.spent(left), life.lost(left) + lost * job.write, 0} + lost * launched +
                  life.outlives(left) * running;
    }
    return {};
}

namespace {

// Until a launch has reached compute without a notice; a loss in the first `notice` of compute belongs
// to it, since its notice came before. The compute of the launch that gets there is not counted.
JobMeans reaching_compute(Life life, double overhead, double notice) {
    return {life.until_done(overhead + notice) - notice, rework_of_stretch(life, notice, 0),
            life.losses(overhead + notice)};
}

}  // namespace

JobMeans with_writes_on_notice(const Checkpointing& job, double notice) {
    const Life life{job.rate};
    const double notices = job.rate * (job.work - notice);
    return reaching_compute(life, job.first, notice) + JobMeans{job.work, 0, 0} +
           notices * (JobMeans{job.write, 0, 1} + reaching_compute(life, job.later, notice));
}

JobMeans with_short_notice(const Checkpointing& job, double notice) {
    const Life life{job.rate};
    const double unwarned = life.outlives(notice);
    const double rest = job.work - stretches_with_writes(job) * job.every;
    const double cycle = job.every + job.write;
    // What is still to come from a launch, and on a machine that goes on and has had no notice: it lives
    // for `notice` and an exponential time.
    JobMeans launched{life.until_done(job.later + rest), rework_of_stretch(life, rest, 0),
                      life.losses(job.later + rest)};
    JobMeans running = JobMeans{notice * life.ends_by(rest - notice) + life.lost(rest - notice) +
                                    rest * life.outlives(rest - notice),
                                notice * life.ends_by(rest - notice) + life.lost(rest - notice),
                                life.ends_by(rest - notice)} +
                       life.ends_by(rest - notice) * launched;
    for (int safe = stretches_with_writes(job) - 1; safe >= 0; --safe) {
        const double early = overhead(job, safe);
        const JobMeans saved = unwarned * running + (1 - unwarned) * (JobMeans{0, 0, 1} + launched);
        const JobMeans from_launch =
            JobMeans{life.until_done(early + cycle), rework_of_stretch(life, job.every, job.write),
                     life.losses(early + cycle)} +
            saved;
        const double lost = life.ends_by(cycle - notice), warned = life.ends_by(cycle) - lost;
        const double in_write = lost - life.ends_by(job.every - notice);
        running = JobMeans{notice * lost + life.lost(cycle - notice) + cycle * (1 - lost),
                           notice * life.ends_by(job.every - notice) + life.lost(job.every - notice) +
                               job.every * in_write,
                           lost + warned} +
                  lost * from_launch + warned * launched + life.outlives(cycle) * running;
        launched = from_launch;
    }
    return launched;
}

JobMeans with_long_notice(const Checkpointing& job, double notice, int steps) {
    const Life life{job.rate};
    const double step = job.every / steps;
    const auto points = static_cast<std::size_t>(std::lround(job.work / step));
    std::vector<JobMeans> computing(points + 1);  // by work left, on a machine without notice
    const auto fresh = [&](std::size_t left) {    // by work left, from a launch
        const double rest = static_cast<double>(left) * step;
        return rest <= notice ? JobMeans{life.until_done(job.later + rest), rework_of_stretch(life, rest, 0),
                                         life.losses(job.later + rest)}
                              : reaching_compute(life, job.later, notice) + computing[left];
    };
    for (std::size_t left = 0; left <= points; ++left) {
        const double rest = static_cast<double>(left) * step;
        const double at_risk = std::clamp(rest - notice, 0.0, job.every);  // of compute, before the write
        const auto risky = static_cast<std::size_t>(std::lround(at_risk / step));
        JobMeans& here = computing[left];
        here = {};
        // A notice after u of compute: the trapezoidal rule. What it leads to at u = 0 is not known
        // yet, but is the same to the first order as the point itself: solved for below.
        double itself = 0;
        for (std::size_t u = 0; u <= risky && risky > 0; ++u) {
            const double weight = (u == 0 || u == risky ? 0.5 : 1) * step * job.rate *
                                  life.outlives(static_cast<double>(u) * step);
            const JobMeans until{static_cast<double>(u) * step + job.write, 0, 1};
            if (u == 0) {
                here = here + weight * (until + reaching_compute(life, job.later, notice));
                itself = weight;
            } else {
                here = here + weight * (until + fresh(left - u));
            }
        }
        if (rest <= job.every) {
            here = here + life.outlives(at_risk) * JobMeans{rest, 0, 0};
        } else {
            const std::size_t after = left - static_cast<std::size_t>(steps);
            const double beyond = static_cast<double>(after) * step;
            const double ends = life.ends_by(std::clamp(job.write + beyond - notice, 0.0, job.write));
            here = here + (life.outlives(at_risk) - life.outlives(job.every)) * JobMeans{rest, 0, 0} +
                   life.outlives(job.every) *
                       (JobMeans{job.every + job.write, 0, 0} + ends * (JobMeans{0, 0, 1} + fresh(after)) +
                        (1 - ends) * computing[after]);
        }
        here = 1 / (1 - itself) * here;
    }
    return reaching_compute(life, job.first, notice) + computing[points];
}

double billed_hours(double rate, int length) { return std::expm1(rate * length) / -std::expm1(-rate); }

double launches_of_a_pair(const Checkpointing& job, double boot) {
    const double cut = Life{job.rate}.ends_by(boot);  // a boot by a loss of either machine
    const double losses = job.rate * makespan(job);
    const double both_boot = (1 + cut / 2 * (1 + losses)) / (1 - cut / 2);
    return 1 + losses + both_boot;
}

double best_interval(double rate, double write) {
    double length = young_interval(rate, write);
    for (int i = 0; i < 60; ++i) {  // Newton, of rate x length = 1 - exp(-rate x (length + write))
        const double beyond = std::exp(-rate * (length + write));
        length -= (rate * length - 1 + beyond) / (rate - rate * beyond);
    }
    return length;
}

double young_interval(double rate, double write) { return std::sqrt(2 * write / rate); }

double daly_interval(double rate, double write) {
    const double ratio = rate * write / 2;
    return young_interval(rate, write) * (1 + std::sqrt(ratio) / 3 + ratio / 9) - write;
}

}  // namespace trainyard::theory
