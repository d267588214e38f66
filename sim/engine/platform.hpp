// The machines as SimGrid knows them: a zone a pool, in it a host a rig, or one host that stands for
// the provider of rented instances, which come and go while SimGrid's platform is fixed once a run
// has begun. What will contend for a pool's network or storage runs on these hosts.
#pragma once

#include <string>

#include "sim/model/scenario.hpp"

namespace trainyard {

// The ends of the one link of a pool whose storage is shared.
std::string machines_host(std::uint32_t pool);
std::string storage_host(std::uint32_t pool);

// Builds the platform of a strategy's pools.
void build_platform(const Scenario& scenario, const Strategy& strategy);

// The number of rigs or reserved instances that a strategy has of a pool: its own count, or the pool's.
int owned_count(const Strategy& strategy, PoolIndex pool, int pools_own);

}  // namespace trainyard
