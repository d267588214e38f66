// What the markets of pools do to the jobs that run there.
#include "sim/engine/dispatcher.hpp"

namespace trainyard {

// One after another: the first loss of a gang may give back others of its machines.
void Dispatcher::change_market(PoolIndex pool) {
    for (const MachineIndex machine : machines_.change_market(pool)) {
        lose(machine);
    }
    while (const auto machine = machines_.excess(pool)) {
        lose(*machine);
    }
}

void Dispatcher::announce_market(PoolIndex pool) {
    for (const MachineIndex machine : machines_.announce_market(pool)) {
        notify(machine);
    }
}

}  // namespace trainyard
