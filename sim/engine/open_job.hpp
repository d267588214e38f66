// What the engine knows of an open job: its request, its true work, and how far it has come.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/engine/arrivals.hpp"
#include "sim/fleet/training.hpp"
#include "sim/model/scenario.hpp"
#include "sim/strategy/entries.hpp"
#include "sim/strategy/queue.hpp"

namespace trainyard {

// A job's own luck with its checkpoint, drawn once.
struct CheckpointTruth {
    double size_bytes = 0;
    std::optional<Seconds> write;  // instead of size / bandwidth
    std::optional<Seconds> restore;
    std::optional<Seconds> every;
    bool async = false;
};

struct JobTruth {
    double work_gpu_s = 0;
    Seconds setup{0};
    std::optional<CheckpointTruth> checkpoint;
    std::int64_t egress_bytes = 0;
};

struct OpenJob {
    StreamIndex stream;
    std::uint64_t place = 0;
    std::uint64_t luck = 0;  // entity of what is drawn once an attempt
    const JobSpec* spec = nullptr;
    std::int64_t memory_bytes = 0;
    std::uint32_t team = 0;
    JobRequest request;
    JobTruth truth;

    double safe_gpu_s = 0;        // work done that no interruption takes any more
    bool has_checkpoint = false;  // a safe one
    bool setup_done = false;
    std::uint64_t attempts = 0;
    int failures = 0;
    std::uint32_t last_attempt = 0;    // slot of its attempt, while it has one
    std::vector<std::uint32_t> facts;  // its attempts in the trace, where a failure can undo them all
    std::optional<std::int64_t> traced_checkpoint_bytes;
    bool pilot_pending = false;  // its next attempt, or the one it is in, is a pilot run
    GuardPhase guard = GuardPhase::none;

    // Until where the attempt goes that comes next, or that it is in.
    double goal_gpu_s() const {
        return pilot_pending ? spec->pilot->share * truth.work_gpu_s : truth.work_gpu_s;
    }

    bool holds_machines() const { return request.queued_since == not_queued; }
    static constexpr SimTime not_queued = SimTime::max();
};

// A job as it is submitted, with everything that is drawn once a job. `teams` numbers team names by
// first appearance.
class JobMaker {
public:
    JobMaker(const Scenario& scenario, RunSeed seed, std::vector<std::string>& teams);
    OpenJob make(const Arrival& arrival) const;
    // What the pilot run of a job says its work is.
    double piloted_estimate(const OpenJob& job) const;
    // The stream's name, hashed.
    std::uint64_t name_of(StreamIndex stream) const { return streams_[stream.value].name; }

private:
    struct StreamFacts {
        std::uint64_t name;  // hashed
        std::uint32_t team;
        std::vector<double> estimates_gpu_s;  // by kind
    };
    JobTruth draw(const OpenJob& job, std::uint64_t name, double traced_work_gpu_s,
                  std::optional<std::int64_t> checkpoint_bytes) const;
    Seconds once(Purpose purpose, const Distribution& distribution, std::uint64_t name,
                 std::uint64_t place) const;
    std::uint32_t team_of(const std::string& name) const;

    const Scenario& scenario_;
    RunSeed seed_;
    std::vector<std::string>& teams_;
    std::vector<StreamFacts> streams_;
};

// Seconds that a checkpoint's write or restore takes on a gang of so many machines of a pool, alone.
Seconds write_time(const CheckpointTruth& checkpoint, const Pool& pool, int machines);
Seconds restore_time(const CheckpointTruth& checkpoint, const Pool& pool, int machines);

}  // namespace trainyard
