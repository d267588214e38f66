#include "sim/strategy/entries.hpp"

#include <algorithm>

namespace trainyard {

Strategy with_all_entries(const Strategy& strategy) {
    Strategy all = strategy;
    all.pools.clear();
    for (const PoolUse& use : strategy.pools) {
        if (use.warm && use.after > Seconds{0}) {
            PoolUse warm = use;
            warm.after = Seconds{0};
            warm.opening = PoolUse::Opening::warm_only;
            all.pools.push_back(warm);
        }
        all.pools.push_back(use);
    }
    if (!strategy.guard) {
        return all;
    }
    const auto fallback =
        std::find_if(strategy.pools.begin(), strategy.pools.end(),
                     [&strategy](const PoolUse& use) { return use.pool == strategy.guard->fallback; });
    PoolUse guarded = *fallback;
    guarded.after = Seconds{0};
    guarded.opening = PoolUse::Opening::by_guard;
    all.pools.push_back(guarded);
    return all;
}

bool admits(const Strategy& strategy, const PoolUse& use, GuardPhase phase) {
    const bool by_guard = use.opening == PoolUse::Opening::by_guard;
    const bool to_fallback = !by_guard && strategy.guard && use.pool == strategy.guard->fallback;
    switch (phase) {
        case GuardPhase::none:
            return !by_guard;
        case GuardPhase::net:
            return !by_guard && (!to_fallback || use.after > Seconds{0});
        case GuardPhase::ahead:
            return !by_guard && !to_fallback;
        case GuardPhase::behind:
            return !to_fallback;
        case GuardPhase::fallback:
            return by_guard;
    }
    return false;
}

}  // namespace trainyard
