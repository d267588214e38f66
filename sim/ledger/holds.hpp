// Who held a machine from when to when: the machine's side of the attempts.
#pragma once

#include <span>
#include <vector>

#include "sim/ledger/accounts.hpp"

namespace trainyard {

struct Hold {
    SimTime from{};
    SimTime until{};  // within the accounting window
    Gpus gpus;        // used and stranded
    Gpus used;
    JobIndex job;
    std::uint32_t attempt = 0;  // in Trace::attempts
};

// All holds, grouped by machine, each group in order of allocation.
class HoldsByMachine {
public:
    explicit HoldsByMachine(const Trace& trace);
    std::span<const Hold> of(MachineIndex machine) const;

private:
    std::vector<Hold> holds_;
    std::vector<std::size_t> first_;  // by machine, and one past the last
};

// GPU-seconds of a machine's paid time in which no job held the GPU, summed over the gaps between
// holds. Throws InvariantViolation when more GPUs are held than there are, or an instance by two jobs.
GpuSeconds idle_gpu_seconds(const Scenario& scenario, const Trace& trace, MachineIndex machine,
                            std::span<const Hold> holds, const MachineAccount& account);

}  // namespace trainyard
