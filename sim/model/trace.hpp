// The facts of one run, as the engine leaves them: who held what from when to when and why it
// ended. Money, waiting and waste are folded out of them afterwards (sim/ledger).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"

namespace trainyard {

// `times` repetitions of `compute` and then `write`. A checkpoint that was cut short, or the last
// stretch of compute, is a leg of its own with what there was of it.
struct Leg {
    Seconds compute{0};
    Seconds write{0};
    std::int64_t times = 1;
};

enum class AttemptEnd {
    finished,     // the work was done
    failed,       // of itself
    interrupted,  // by a loss, or ended on its notice
    open,         // still going at the end of the accounting window
    piloted,      // its pilot run was done; what it computed counts
    moved,        // it left the fallback of a deadline guard for another pool
};

// A machine's part in an attempt. It is held from the attempt's allocation to `held_until`; from
// the attempt's end on it lingers.
struct GangMember {
    MachineIndex machine;
    Gpus gpus;         // that the job uses
    Gpus stranded{0};  // of a rented machine, that the job does not use
    SimTime held_until{};
};

// A pool that the strategy would rather have used, as it was when the job was placed on another.
struct PassedOver {
    enum class Why {
        not_open,  // the job had not queued long enough for it
        full,      // nobody could have started there
        no_room,   // none for its gang, or what there was is kept for a job before it
    };
    PoolIndex pool;
    Why why = Why::full;
    friend bool operator==(const PassedOver&, const PassedOver&) = default;
};

// One stay of a job on machines. The phases follow each other from `allocated` in the order of the
// fields; lengths are what was really spent, up to `end`.
struct AttemptFact {
    JobIndex job;
    PoolIndex pool;
    std::uint32_t first_member = 0;  // in Trace::members
    std::uint32_t members = 0;
    SimTime allocated{};
    Seconds boot{0};
    Seconds setup{0};
    Seconds restore{0};
    Seconds load{0};
    std::uint32_t first_leg = 0;  // in Trace::legs: compute and writes, one after another
    std::uint32_t legs = 0;
    Seconds compute{0};  // sum over the legs, thrown away or not
    Seconds write{0};    // sum over the legs
    Seconds rework{0};  // of `compute`, its last seconds: thrown away, now or by a later failure from scratch
    SimTime end{};
    AttemptEnd how = AttemptEnd::open;
    std::uint32_t choice = 0;        // why it is there: 0, as first choice; else Trace::choices[choice - 1]
    std::optional<SimTime> saved{};  // its first safe checkpoint; only where storing one costs something

    // When compute and writes begin.
    SimTime training() const { return allocated + boot + setup + restore + load; }
};

enum class JobStatus { finished, failed, unfinished };

struct JobFact {
    StreamIndex stream;
    std::uint32_t kind = 0;  // in Stream::kinds
    std::uint32_t team = 0;  // in Trace::teams
    Gpus gpus;
    double work_gpu_s = 0;  // the true work, on reference GPUs
    SimTime submit{};
    std::optional<SimTime> deadline{};
    std::optional<SimTime> end{};  // of the work; absent: unfinished
    JobStatus status = JobStatus::unfinished;
    std::int64_t checkpoint_bytes = 0;
    std::int64_t egress_bytes = 0;
    std::optional<Gpus> least_gpus{};  // of a moldable gang: an attempt has from these to `gpus`
};

// A rig, or one launch of an instance.
struct MachineFact {
    PoolIndex pool;
    std::uint32_t number = 1;  // from 1 in its pool; of an instance, its launch
    std::uint32_t place = 1;   // from 1 in its pool: the lowest free at launch; a rig's is its number
    SimTime launched{};        // of a rig: when it was bought
    SimTime ready{};           // end of its boot
    std::optional<SimTime> released{};  // absent: there until the end of the window
    std::optional<SimTime> notice{};    // when it got its notice
    bool reclaimed = false;             // got a notice, or was lost without one
    bool lost = false;                  // the interruption came while it was there
};

// A rig that was broken, from its failure until it was up again or the window ended.
struct DownFact {
    MachineIndex machine;
    SimTime from{};
    SimTime until{};
};

struct Trace {
    std::vector<JobFact> jobs;          // by number
    std::vector<AttemptFact> attempts;  // in order of allocation
    std::vector<GangMember> members;
    std::vector<Leg> legs;
    std::vector<MachineFact> machines;  // rigs first, then in order of launch
    std::vector<std::string> teams;     // by first appearance in the scenario, then in traces
    // What attempts were placed elsewhere for, in the strategy's order of preference; each list once.
    std::vector<std::vector<PassedOver>> choices;
    std::vector<DownFact> downs;  // in order of failure
    SimTime end{};                // T: the accounting window is [0, end]
    // Where in the series of a pool's price second 0 is, by PoolIndex; empty: at its beginning.
    std::vector<Seconds> price_offsets;
};

}  // namespace trainyard
