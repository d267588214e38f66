// Why a job is placed where it is: what became of the entries that its strategy prefers.
#include <algorithm>
#include <utility>

#include "sim/engine/dispatcher.hpp"

namespace trainyard {

namespace {

constexpr std::size_t most_entries = 32;  // two bits each; what lies behind them is not told

}  // namespace

// Absent: the entry is not for the job, or for warm machines alone.
std::optional<PassedOver::Why> Dispatcher::passed_over(const JobRequest& request, std::size_t entry) const {
    const bool warm_only = strategy_.pools[entry].opening == PoolUse::Opening::warm_only;
    if (warm_only || !admission_[request.shape][entry]) {
        return std::nullopt;
    }
    if (!open_to(strategy_.pools[entry], request, agenda_.now())) {
        return PassedOver::Why::not_open;
    }
    return full(entry) ? PassedOver::Why::full : PassedOver::Why::no_room;
}

std::uint32_t Dispatcher::choice_of(const JobRequest& request, std::size_t entry) {
    if (strategy_.choose != PoolChoice::in_order) {
        return 0;  // what it prefers is not an order of pools
    }
    const std::size_t before = std::min(entry, most_entries);
    std::uint64_t stood = 0;
    for (std::size_t i = 0; i < before; ++i) {
        if (const auto why = passed_over(request, i)) {
            stood |= (static_cast<std::uint64_t>(*why) + 1) << (2 * i);
        }
    }
    if (stood == 0) {
        return 0;
    }
    const auto [known, fresh] = choices_.try_emplace(stood, std::uint32_t{0});
    if (fresh) {
        std::vector<PassedOver> list;
        for (std::size_t i = 0; i < before; ++i) {
            if (const auto why = passed_over(request, i)) {
                list.push_back({strategy_.pools[i].pool, *why});
            }
        }
        trace_.choices.push_back(std::move(list));
        known->second = static_cast<std::uint32_t>(trace_.choices.size());
    }
    return known->second;
}

}  // namespace trainyard
