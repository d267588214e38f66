// When rigs were broken: the machine's side of the failures.
#pragma once

#include <span>
#include <vector>

#include "sim/ledger/holds.hpp"

namespace trainyard {

// A stretch in which a rig was down, [from, until); several of one rig follow each other.
struct Down {
    SimTime from{};
    SimTime until{};  // within the accounting window
};

// All failures, grouped by machine, each group in order of time.
class DownsByMachine {
public:
    explicit DownsByMachine(const Trace& trace);
    std::span<const Down> of(MachineIndex machine) const;

private:
    std::vector<Down> downs_;
    std::vector<std::size_t> first_;  // by machine, and one past the last; empty where nothing failed
};

// Throws InvariantViolation when a broken rig was held.
void check_downs(const Scenario& scenario, const Trace& trace, MachineIndex machine,
                 std::span<const Hold> holds, std::span<const Down> downs);

// GPU-seconds of `gpus` in the downs, up to `time`.
GpuSeconds down_until(std::span<const Down> downs, Gpus gpus, SimTime time);

}  // namespace trainyard
