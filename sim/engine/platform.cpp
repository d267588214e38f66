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

// What is moved at once shares the link evenly: it has no latency, and the network model no corrections.
void add_shared_storage(s4u::NetZone* zone, std::uint32_t pool, double bytes_per_s) {
    s4u::Host* machines = zone->create_host(machines_host(pool), 1);
    s4u::Host* storage = zone->create_host(storage_host(pool), 1);
    s4u::Link* link = zone->create_link(fmt::format("pool {} link", pool), bytes_per_s)->set_latency(0);
    link->seal();
    zone->add_route(machines->get_netpoint(), storage->get_netpoint(), nullptr, nullptr,
                    {s4u::LinkInRoute{link}}, true);
}

}  // namespace

std::string machines_host(std::uint32_t pool) { return fmt::format("pool {} machines", pool); }
std::string storage_host(std::uint32_t pool) { return fmt::format("pool {} storage", pool); }

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
        const std::string name = fmt::format("pool {}", use.pool.value);
        s4u::NetZone* zone = pool.shared_storage ? s4u::create_full_zone(name) : s4u::create_empty_zone(name);
        zone->set_parent(world);
        add_hosts(zone, pool,
                  pool.rigs() != nullptr ? owned_count(strategy, use.pool, pool.rigs()->count) : 1);
        if (pool.shared_storage) {
            add_shared_storage(zone, use.pool.value, pool.storage_bytes_per_s);
        }
        zone->seal();
    }
    world->seal();
}

}  // namespace trainyard
