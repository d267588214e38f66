// A scenario as the reader hands it on: complete, checked, immutable.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/job.hpp"
#include "sim/model/pool.hpp"
#include "sim/model/strategy.hpp"

namespace trainyard {

enum class AfterHorizon { drain, cut };

// One bound of `expect`: on a metric's mean, or on its ratio to another strategy's.
struct Expectation {
    std::string strategy;
    std::string metric;
    std::optional<std::string> relative_to;            // a strategy; bounds are then ratios (1.2 = 120 %)
    std::optional<double> above;                       // exclusive
    std::optional<double> below;                       // exclusive
    std::optional<std::pair<double, double>> between;  // inclusive
    std::string where;                                 // "file:line:column" for messages
};

// How the points of a study are chosen from what is varied.
struct Design {
    enum class Kind {
        grid,             // every value with every other
        latin_hypercube,  // so many points: each axis in as many strata, each stratum once
        sobol             // so many points of Sobol's sequence
    };
    Kind kind = Kind::grid;
    int points = 0;  // of a sampled design, >= 1

    bool sampled() const { return kind != Kind::grid; }
};

// What is varied is not part of it: a Scenario is one point.
struct Study {
    int replications = 1;
    Design design;
    std::optional<std::string> baseline;  // a strategy: the one that others are compared to
    std::vector<std::string> metrics;     // to show; empty: the usual ones
};

struct Scenario {
    std::string name;
    std::string question;
    std::int64_t start_unix_s = 0;  // what second 0 is, UTC
    Seconds horizon = std::chrono::days{365};
    AfterHorizon after_horizon = AfterHorizon::drain;
    Seconds drain_limit = std::chrono::days{365};
    std::uint64_t seed = 1;
    std::vector<GpuType> gpus;
    std::vector<Stream> streams;
    std::vector<Pool> pools;
    std::vector<Strategy> strategies;
    Study study;
    std::vector<Expectation> expectations;

    const Pool& pool(PoolIndex index) const { return pools[index.value]; }
    const Stream& stream(StreamIndex index) const { return streams[index.value]; }
};

// Where in the series of a pool's price second 0 of a run is, by PoolIndex; empty where none changes.
std::vector<Seconds> price_offsets(const Scenario& scenario, RunSeed seed);

// Hour of the week at a simulated time: 0 is Monday 00:00 UTC.
int hour_of_week(const Scenario& scenario, SimTime time);

// How long it is until an hour whose weight in the profile is at least 1; 0 within such an hour.
Seconds until_attended(const Scenario& scenario, const WeeklyProfile& profile, SimTime time);

// Reference GPU-seconds of work that one second of a gang's compute does on a pool:
// k x speed x scaling(k) x efficiency.
double work_rate(const Scenario& scenario, const Pool& pool, const JobSpec& job, Gpus gang);

// Machines that a gang holds on a pool: ceil(k / gpus) instances, or one rig; where it may span rigs, at
// least so many.
int machines_for(const Pool& pool, Gpus gang);

// Whether the machines of a pool could ever run such a gang (GPU type, memory, size, quota), were
// they all free. `count` overrides the number of rigs, or of reserved instances.
bool could_run(const Scenario& scenario, const Pool& pool, const JobSpec& job, Gpus gang,
               std::int64_t memory_bytes, std::optional<int> count);

// Whether a strategy's entry admits the job: `for` and `gpus`.
bool serves(const PoolUse& use, StreamIndex stream, std::uint32_t kind, Gpus gang);

// The least gang of a job of `least` to `most` GPUs that an entry admits; none if it admits none.
std::optional<Gpus> least_served(const PoolUse& use, StreamIndex stream, std::uint32_t kind, Gpus least,
                                 Gpus most);

}  // namespace trainyard
