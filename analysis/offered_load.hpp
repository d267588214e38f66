// How much work a strategy's jobs bring, against what its pools can carry; from means alone,
// without a simulation.
//
// A stream brings lambda jobs a second on average: rate x mean batch (Poisson), mean batch / mean gap
// (renewal), jobs / horizon (fixed times and traces). A job of k GPUs holds its gang on a pool for
//     W / (k s e(k) efficiency) + writes + load + setup + linger (+ boot, on rented machines)
// seconds, W the mean work; writes are one after each `every` of compute but the last, as the
// strategy's checkpoint rule has it, and take no time when they are asynchronous. The product with k
// (rigs, in GPUs) or with ceil(k / gpus) (instances) is what the pool is offered; divided by what it
// has (count x gpus, but for the share of the time in which rigs are not bought yet or broken; or
// max_instances and what there is of them on average) that is its load. Not in it: retries, interruptions
// and what they cost, GPUs of a rig that no waiting job fits on, idle timeouts.
//
// Jobs go to the first pool of the strategy that serves them and could run them; what it cannot carry
// goes on to the next one that could. A closed stream brings at most what its users do when nobody
// waits, users / (think + hold), and waits instead of overflowing: it never makes a pool fall behind,
// so it takes only what the open streams leave.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.hpp"

namespace trainyard {

struct PoolLoad {
    PoolIndex pool;
    double offered = 0;              // GPUs of rigs, or instances, that would be busy on average
    std::optional<double> capacity;  // likewise; absent: no limit
    bool full = false;               // open streams offer as much as it has, or more
};

struct OfferedLoad {
    std::vector<PoolLoad> pools;  // that are offered something, in the order of the strategy
    bool catches_up = true;       // the pools together carry all that open streams bring
};

OfferedLoad offered_load(const Scenario& scenario, const Strategy& strategy);

// "own-first: dual-4090 1.30, the rest overflows to spot-a100 (no limit, 2.10 busy on average)";
// "own-only: 1.30, never catches up". Names are made printable.
std::string describe(const Scenario& scenario, const Strategy& strategy, const OfferedLoad& load);

}  // namespace trainyard
