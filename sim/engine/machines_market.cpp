// Machines of pools with a market.
#include "sim/engine/machines.hpp"

namespace trainyard {

void Machines::open_market(RentedPool& pool, PoolIndex index, const RentedTerms& terms) {
    if (terms.has_market()) {
        const Seconds notice = strategy_.heed_notice ? terms.notice : Seconds{0};
        pool.market = std::make_unique<PoolMarket>(terms, index, pool.name, seed_, notice, agenda_);
        pool.instances.limit(pool.market->most(), pool.market->closed());
    }
}

bool Machines::starts(RentedPool& pool, int machines) {
    const int cold = machines - pool.instances.warm();
    if (pool.market == nullptr || cold <= 0 || pool.market->starts(cold)) {
        return true;
    }
    pool.instances.limit(pool.market->most(), pool.market->closed());
    return false;
}

std::vector<MachineIndex> Machines::change_market(PoolIndex pool) {
    RentedPool& changed = rented(pool);
    std::vector<MachineIndex> taken = changed.market->change();
    changed.instances.limit(changed.market->most(), changed.market->closed());
    return taken;
}

std::optional<MachineIndex> Machines::excess(PoolIndex pool) { return rented(pool).market->excess(); }

std::vector<MachineIndex> Machines::announce_market(PoolIndex pool) {
    return rented(pool).market->announce();
}

}  // namespace trainyard
