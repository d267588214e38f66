// What a strategy expects of a job's next stay on a pool's machines: from means, never from its true work.
#pragma once

#include <optional>

#include "sim/model/scenario.hpp"

namespace trainyard {

// What may be known of an open job.
struct KnownJob {
    const JobSpec* spec = nullptr;
    double left_gpu_s = 0;  // of its estimate, on reference GPUs; 0 or less: it is past its estimate
    bool setup_done = false;
    bool has_checkpoint = false;                   // a safe one
    std::optional<std::int64_t> checkpoint_bytes;  // where a trace says it
};

// The phases of an attempt that nothing cuts, each as a whole-second mean.
struct ExpectedAttempt {
    Seconds boot{0};  // if its machines are cold
    Seconds setup{0}, restore{0}, load{0};
    Seconds compute{0};            // at least 1 s
    std::optional<Seconds> every;  // compute between two writes
    std::optional<Seconds> write;  // what one takes; absent: the job cannot checkpoint
    bool async = false;

    // Regular writes, which a job that computes meanwhile does not wait for.
    Seconds writing() const;
    Seconds before_compute() const { return boot + setup + restore + load; }
    Seconds length() const { return before_compute() + compute + writing(); }
};

ExpectedAttempt expected_attempt(const Scenario& scenario, const Strategy& strategy, const Pool& pool,
                                 const KnownJob& job, Gpus gang);

// How long its machines are held after its end.
Seconds expected_linger(const Scenario& scenario, const JobSpec& job, SimTime end);

// Boot, restore and load on a pool: restore whether there is something to restore yet or not.
Seconds expected_changeover(const Scenario& scenario, const Strategy& strategy, const Pool& pool,
                            const KnownJob& job, Gpus gang);

// The checkpoint interval there, for a write of that length.
std::optional<Seconds> interval_on(const Strategy& strategy, const Pool& pool, std::optional<Seconds> own,
                                   Seconds write, int machines);

}  // namespace trainyard
