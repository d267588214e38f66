// One stay of a job on machines. What it will do is settled when it begins - boot, setup, restore,
// load, then a training with its checkpoints - so its natural end is one wait; where it stands when
// something cuts it is worked out then.
#pragma once

#include "sim/engine/agenda.hpp"
#include "sim/engine/machines.hpp"
#include "sim/engine/open_job.hpp"
#include "sim/fleet/notice.hpp"
#include "sim/fleet/shared_training.hpp"
#include "sim/fleet/training.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

struct Attempt {
    std::uint32_t fact = 0;  // in Trace::attempts
    Gang gang;
    Gpus gpus;  // of the gang
    SimTime allocated{};
    Seconds boot{0}, setup{0}, restore{0}, load{0};
    Training training{Seconds{1}, {}};
    double rate = 0;               // reference GPU-seconds of work a second of compute
    Seconds compute_to_finish{0};  // of the whole rest of the work, also when it will fail before
    std::optional<Seconds> write;  // what a write takes here; absent: the job cannot checkpoint
    AttemptEnd ends_as = AttemptEnd::finished;  // when nothing more cuts it
    bool warned = false;                        // a notice has settled how it ends
    bool lingering = false;
    Alarm end;
    SimTime expected_release{};  // of its machines, where reservations are made
    Alarm leaves;                // when it may leave the fallback of a guard

    // On shared storage nothing is settled: `progress` says how it goes instead of `training`, its restore is
    // `longest_duration` until it has ended, and the alarm is that of its next step.
    std::optional<SharedTraining> progress;
    double restore_bytes = 0;  // 0: nothing contends, or is restored
    double write_bytes = 0;

    SimTime restore_begins() const { return allocated + boot + setup; }
    bool restored() const { return restore != longest_duration; }

    SimTime training_begins() const { return allocated + boot + setup + restore + load; }
    SimTime natural_end() const { return training_begins() + training.length(); }
    Seconds trained(SimTime now) const { return std::max(now - training_begins(), Seconds{0}); }
};

// Settles what an attempt will do, for a job that has just got its machines.
void plan_attempt(Attempt& attempt, const Scenario& scenario, const Strategy& strategy, RunSeed seed,
                  const Pool& pool, const OpenJob& job);

// Applies the notice rule at `now`. Returns whether the attempt is to end at this very second.
bool heed_notice(Attempt& attempt, SimTime now, Seconds notice);

// When its first safe checkpoint was there; it has one at `now`.
SimTime first_saved(const Attempt& attempt, SimTime now);

// Makes an attempt that computes leave its machines: it writes what is not safe yet, and ends as `moved`.
// Returns false, and changes nothing, where it cannot write, shares its storage, or is done as soon.
bool leave_machines(Attempt& attempt, SimTime now);

// Writes what the attempt came to into its fact, and returns where its training stood.
Standing record_attempt(const Attempt& attempt, AttemptEnd how, SimTime now, Trace& trace);

}  // namespace trainyard
