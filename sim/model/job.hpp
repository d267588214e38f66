// What a team trains: job kinds, streams of jobs, and the jobs themselves.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/money.hpp"
#include "sim/model/distribution.hpp"
#include "sim/model/model_training.hpp"

namespace trainyard {

// Hourly weights of a week of mean 1; hour 0 is Monday 00:00-01:00 UTC.
struct WeeklyProfile {
    std::array<double, 168> weights{};
};

WeeklyProfile flat_profile();
// Monday to Friday 09:00-17:00 UTC carry 6/7 of the week (weight 3.6), the other hours 0.1875.
WeeklyProfile office_hours_profile();

struct Checkpoint {
    std::optional<Distribution> size_bytes;
    std::optional<Distribution> write_s;    // instead of size / bandwidth
    std::optional<Distribution> restore_s;  // instead of size / bandwidth
    std::optional<Distribution> every_s;    // compute between two writes; absent: only on notice
    bool async = false;                     // compute goes on during a write
    // Invariant: size_bytes, or both write_s and restore_s.
};

struct Failure {
    double probability = 0;  // that an attempt which would have ended well fails instead, [0, 1]
    int retries = 3;
    bool from_scratch = false;  // a failure loses the safe checkpoint too
};

// A short run first, from which the estimate comes.
struct Pilot {
    double share = 0;  // of the job's work, (0, 1); it counts as done
    double error = 0;  // relative standard error of the estimate
};

// `linger: {until: PROFILE}`: until the next hour whose weight is at least 1.
struct LingerUntil {
    WeeklyProfile profile;
};
using Linger = std::variant<Distribution, LingerUntil>;

// A job kind as a stream uses it: a catalogue entry with the stream's own changes applied.
struct JobSpec {
    std::string kind;  // name of the entry of `jobs:`, or of the stream that spells the job out
    Gpus gpus{1};
    std::int64_t memory_bytes = 0;             // per GPU; 0: fits everywhere
    Distribution work_gpu_s = Constant{};      // on reference GPUs, > 0
    std::vector<std::optional<double>> speed;  // by GpuTypeIndex: this kind's own speed, if it has one
    std::vector<bool> gpu_types;               // by GpuTypeIndex: may run on it (all true by default)
    double efficiency = 1;                     // (0, 1]
    Distribution load_s = Constant{};
    Distribution setup_s = Constant{};
    Linger linger = Distribution{Constant{}};
    std::optional<Checkpoint> checkpoint;  // absent: it never writes
    std::optional<Failure> failure;
    std::optional<ModelTraining> model = {};        // where the job was said so; all above follows from it
    std::optional<Distribution> egress_bytes = {};  // that leave the pool when the job ends
    std::optional<Pilot> pilot = {};
    std::optional<Gpus> least_gpus = {};  // of a moldable gang, whose largest size is `gpus`
};

struct PoissonArrivals {
    double rate_per_s = 0;  // of arrivals, > 0
    std::optional<WeeklyProfile> profile;
    Distribution batch = Constant{1};
};
struct RenewalArrivals {
    Distribution gap_s = Constant{};
    std::optional<double> first_s;  // absent: after one gap
    Distribution batch = Constant{1};
};
struct FixedArrivals {
    std::vector<SimTime> at;  // in any order
    Distribution batch = Constant{1};
};
// Each user submits at second 0, waits for the job to end, thinks, submits again.
struct ClosedArrivals {
    int users = 1;
    Distribution think_s = Constant{};
};

// One job of a trace, its submission already shifted, scaled, cut and repeated to the horizon.
struct TraceJob {
    SimTime submit{};
    Gpus gpus{1};
    double work_gpu_s = 0;   // on reference GPUs, > 0
    std::uint32_t kind = 0;  // in Stream::kinds
    std::optional<std::string> team;
    std::optional<Seconds> deadline;
    std::optional<int> priority;
    std::optional<std::int64_t> memory_bytes;
    std::optional<std::int64_t> checkpoint_bytes;
};
// What decides where a job of a trace fits.
struct JobSize {
    std::uint32_t kind = 0;  // in Stream::kinds
    Gpus gpus{1};
    std::optional<std::int64_t> memory_bytes;  // absent: its kind's

    friend auto operator<=>(const JobSize&, const JobSize&) = default;
};
struct TraceArrivals {
    std::shared_ptr<const std::vector<TraceJob>> jobs;  // in the order of the file
    double mean_work_gpu_s = 0;                         // over the jobs: the estimate that strategies see
    std::shared_ptr<const std::vector<JobSize>> sizes = {};  // of the jobs, each once
};

using Arrivals = std::variant<PoissonArrivals, RenewalArrivals, FixedArrivals, ClosedArrivals, TraceArrivals>;

struct Stream {
    std::string name;
    std::vector<JobSpec> kinds;  // kinds[0] is `job`; more where a trace names other kinds
    Arrivals arrivals;
    std::optional<Seconds> deadline;    // after submission
    int priority = 0;                   // higher first
    std::string team;                   // default: the stream's name
    std::optional<Price> waiting_cost;  // of a second of turnaround
};

}  // namespace trainyard
