#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "tests/validation/interruptions.hpp"
#include "tests/validation/systems.hpp"

namespace trainyard::theory {

namespace {

constexpr double hour_s = 3600;
constexpr double minute = 1.0 / 60;  // in hours
constexpr double boot_and_load = 7 * minute;

// Boot, load and restore as in all files of this kind.
Checkpointing job(double rate, double work, double every, double write) {
    return {.rate = rate,
            .work = work,
            .every = every,
            .write = write,
            .first = boot_and_load,
            .later = boot_and_load + 6 * minute};
}

Quantity makespan_h(const std::string& formula, double expected) {
    return {"mean makespan, h", "turnaround_mean_s", "", hour_s, formula, expected};
}

Quantity a_job(const std::string& what, const std::string& metric, const std::string& formula,
               double expected) {
    return {what + " a job", metric, "jobs_submitted", 1, formula, expected};
}

// A machine runs as long as the job is open, and is billed by the second.
System on_one_machine(const std::string& file, const std::string& how, const JobMeans& means) {
    return {file,
            {makespan_h(how, means.makespan),
             a_job("billed hours", "cost_spot_usd", how, means.makespan),  // at 1 USD an hour
             a_job("rework, h,", "rework_gpu_h", how, means.rework),
             a_job("interruptions", "interruptions", how, means.interruptions)}};
}

System blocking(const std::string& file, const Checkpointing& what) {
    const JobMeans means = with_blocking_writes(what);
    return {file,
            {makespan_h("A + (n − 1) B(τ + w) + B(r)", means.makespan),
             a_job("billed hours", "paid_gpu_h", "the same", means.makespan),
             a_job("rework, h,", "rework_gpu_h", "n R(τ, w) + R(r, 0)", means.rework),
             a_job("writes, h,", "checkpoint_gpu_h", "n (e^(λw) − 1) / λ", time_in_writes(what)),
             a_job("interruptions", "interruptions", "λ E[makespan], Wald", means.interruptions)}};
}

System without_checkpoints() {
    Checkpointing what = job(0.05, 20, 20, 0);
    const JobMeans means = with_blocking_writes(what);
    return {"no-checkpoints.yaml",
            {makespan_h("(e^(λ(D + W)) − 1) / λ", means.makespan),
             a_job("rework, h,", "rework_gpu_h", "(e^(λW) − 1) / λ − W", means.rework),
             a_job("interruptions", "interruptions", "λ E[makespan], Wald", means.interruptions)}};
}

// Each loss, and a submission while the pool is gone, is followed by the time that it is gone.
System comes_and_goes() {
    const double rate = 0.05, gone = 5;
    const JobMeans means = with_blocking_writes(job(rate, 100, 1, 5 * minute));
    const double share_gone = rate * gone / (1 + rate * gone);  // of the time
    return {
        "market.yaml",
        {{"mean turnaround, h", "turnaround_mean_s", "", hour_s, "E[makespan] (1 + λG) + G · λG / (1 + λG)",
          means.makespan * (1 + rate * gone) + share_gone * gone},
         a_job("interruptions", "interruptions", "λ E[makespan]", means.interruptions)}};
}

// Boot, load and work are twelve hours.
System billed_by_the_hour() {
    return {"scratch.yaml",
            {a_job("billed hours", "cost_spot_usd", "(e^(12λ) − 1) / (1 − e^(−λ))", billed_hours(0.1, 12))}};
}

System pair() {
    const Checkpointing what = job(0.1, 20, 1, 5 * minute);  // 0.05/h each
    const JobMeans means = with_blocking_writes(what);
    return {"pair.yaml",
            {makespan_h("as one machine at 2λ", means.makespan),
             a_job("billed machine-hours", "cost_spot_usd", "2 E[makespan]", 2 * means.makespan),
             a_job("rework, GPU-h,", "rework_gpu_h", "2 (n R(τ, w) + R(r, 0))", 2 * means.rework),
             a_job("launches", "launches", "1 + E[losses] + E[boots of both]",
                   launches_of_a_pair(what, 4 * minute))}};
}

// An attempt fails with probability p, on average in the middle of its compute.
System failing() {
    const double again = 0.3 / 0.7;
    return {"failing.yaml",
            {makespan_h("(D + W) + p / (1 − p) (D + W / 2)", 10.25 + again * (0.25 + 5)),
             a_job("rework, h,", "rework_gpu_h", "p / (1 − p) W / 2", again * 5)}};
}

constexpr double interval_rate = 0.05, interval_write = 5 * minute;

}  // namespace

std::vector<System> interruption_systems() {
    constexpr double notice = 10 * minute;
    return {
        blocking("checkpoints.yaml", job(0.05, 100, 1, 5 * minute)),
        without_checkpoints(),
        comes_and_goes(),
        billed_by_the_hour(),
        on_one_machine("async.yaml", "recursion over writes",
                       with_async_writes(job(0.1, 20, 1, 15 * minute))),
        on_one_machine("notice-only.yaml", "C(D₀) + W + λ(W − ν)(w + C(D₁))",
                       with_writes_on_notice(job(0.1, 20, 20, 5 * minute), notice)),
        on_one_machine("notice-short.yaml", "recursion over stretches",
                       with_short_notice(job(0.1, 20, 1, 15 * minute), notice)),
        on_one_machine("notice-long.yaml", "integral equation",
                       with_long_notice(job(0.1, 20, 1, 5 * minute), notice, 60)),
        pair(),
        failing(),
    };
}

// All divide the work, so that no last stretch is longer or shorter than the others.
IntervalCurve interval_curve() {
    IntervalCurve curve{{1, 1.25, 1.5, 2, 2.5, 3}, {}};
    for (const double hours : curve.hours) {
        curve.makespan_h.push_back(makespan(job(interval_rate, 240, hours, interval_write)));
    }
    return curve;
}

std::vector<System> interval_systems() {
    std::vector<System> all;
    const IntervalCurve curve = interval_curve();
    for (std::size_t i = 0; i < curve.hours.size(); ++i) {
        all.push_back({"intervals.yaml",
                       {makespan_h("A + (n − 1) B(τ + w) + B(r)", curve.makespan_h[i])},
                       {fmt::format("strategies.only.checkpoint={} h", curve.hours[i])}});
    }
    const double young = young_interval(interval_rate, interval_write);
    const double daly = daly_interval(interval_rate, interval_write);
    for (const auto& [name, hours] : {std::pair{"young", young}, std::pair{"daly", daly}}) {
        const double whole_h = std::round(hours * hour_s) / hour_s;
        all.push_back({"intervals.yaml",
                       {makespan_h("A + (n − 1) B(τ + w) + B(r)",
                                   makespan(job(interval_rate, 240, whole_h, interval_write)))},
                       {fmt::format("strategies.only.checkpoint={}", name)}});
    }
    return all;
}

}  // namespace trainyard::theory
