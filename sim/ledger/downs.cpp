#include "sim/ledger/downs.hpp"

#include <algorithm>

#include "sim/ledger/invariants.hpp"

namespace trainyard {

DownsByMachine::DownsByMachine(const Trace& trace) {
    if (trace.downs.empty()) {
        return;
    }
    first_.assign(trace.machines.size() + 1, 0);
    for (const DownFact& down : trace.downs) {
        ++first_[down.machine.value + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) {
        first_[i] += first_[i - 1];
    }
    downs_.resize(trace.downs.size());
    std::vector<std::size_t> next = first_;
    for (const DownFact& down : trace.downs) {
        downs_[next[down.machine.value]++] = {down.from, std::min(down.until, trace.end)};
    }
}

std::span<const Down> DownsByMachine::of(MachineIndex machine) const {
    if (first_.empty()) {
        return {};
    }
    const std::size_t first = first_[machine.value];
    return {downs_.data() + first, first_[machine.value + 1] - first};
}

void check_downs(const Scenario& scenario, const Trace& trace, MachineIndex machine,
                 std::span<const Hold> holds, std::span<const Down> downs) {
    for (const Hold& hold : holds) {
        const auto down = std::upper_bound(downs.begin(), downs.end(), hold.from,
                                           [](SimTime time, const Down& each) { return time < each.until; });
        if (down != downs.end() && down->from < hold.until) {
            violated(scenario, trace, machine, hold.job, down->from, "a rig that is down is held");
        }
    }
}

GpuSeconds down_until(std::span<const Down> downs, Gpus gpus, SimTime time) {
    Seconds sum{0};
    for (const Down& down : downs) {
        if (down.from >= time) {
            break;
        }
        sum += std::min(down.until, time) - down.from;
    }
    return gpus * sum;
}

}  // namespace trainyard
