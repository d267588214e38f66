// The attempts of jobs, found in the time line, and why each was where it was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/machine_rows.hpp"
#include "analysis/study/facts.hpp"

namespace trainyard {

struct JobAttempt {
    std::int64_t job = 0;  // its number
    std::int64_t from_s = 0;
    std::int64_t until_s = 0;
    std::int64_t queued_since_s = 0;  // submission, or the end of the attempt before
    std::size_t pool = 0;             // in MachineRows::pools
    std::vector<std::string> machines;
    bool booted = false;                                  // a machine of it was new
    std::size_t passed = 0;                               // in MachineRows::passed: why not elsewhere
    std::string ended;                                    // "interruption", "failure"; empty: otherwise
    std::array<std::int64_t, gpu_state_count> seconds{};  // of the job's, by GpuState, linger excluded

    std::int64_t in(GpuState state) const { return seconds[static_cast<std::size_t>(state)]; }
    std::int64_t waited_s() const { return from_s - queued_since_s; }
};

// By job, then time. `jobs` by number.
std::vector<JobAttempt> attempts_of(const MachineRows& machines, const std::vector<JobLine>& jobs);

// "rig was full, and spot opened just then, after 1.0 h of waiting; a new instance": what was passed over as
// the dispatcher found it, the time in the queue, and the machine. `strategy` may be unknown.
std::string why_there(const JobAttempt& attempt, const MachineRows& machines, const StrategyFacts* strategy);

}  // namespace trainyard
