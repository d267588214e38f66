#include "sim/engine/platform.hpp"

#include <fmt/format.h>

#include <set>
#include <simgrid/s4u.hpp>

namespace trainyard {

namespace {

namespace s4u = simgrid::s4u;

void add_hosts(s4u::NetZone* zone, const Pool& pool, int hosts) {
    // SimGrid's speed is informative here: work is counted in whole seconds by our own arithmetic.
    constexpr double flops = 1e12;
    for (int i = 1; i <= hosts; ++i) {
        zone->create_host(fmt::format("{}[{}]", pool.name, i), flops)
            ->set_core_count(pool.gpus_per_machine.count);
    }
}

}  // namespace

int owned_count(const Strategy& strategy, PoolIndex pool, int pools_own) {
    for (const PoolUse& use : strategy.pools) {
        if (use.pool == pool && use.count) {
            return *use.count;
        }
    }
    return pools_own;
}

void build_platform(const Scenario& scenario, const Strategy& strategy) {
    s4u::NetZone* world = s4u::create_empty_zone("trainyard");
    std::set<PoolIndex> built;
    for (const PoolUse& use : strategy.pools) {
        if (!built.insert(use.pool).second) {
            continue;
        }
        const Pool& pool = scenario.pool(use.pool);
        s4u::NetZone* zone = s4u::create_empty_zone(fmt::format("pool {}", use.pool.value));
        zone->set_parent(world);
        add_hosts(zone, pool,
                  pool.rigs() != nullptr ? owned_count(strategy, use.pool, pool.rigs()->count) : 1);
        zone->seal();
    }
    world->seal();
}

}  // namespace trainyard
