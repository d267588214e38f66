#include "sim/fleet/instances.hpp"

#include <algorithm>

namespace trainyard {

bool Instances::available(int machines) const {
    if (no_launches_) {
        return machines <= warm();
    }
    return !most_ || machines <= warm() + *most_ - running_;
}

void Instances::limit(std::optional<int> most_of_market, bool no_launches) {
    most_ = max_running_ && most_of_market ? std::min(max_running_, most_of_market)
            : max_running_                 ? max_running_
                                           : most_of_market;
    no_launches_ = no_launches;
}

int Instances::room() const {
    if (no_launches_) {
        return warm();
    }
    return most_ ? std::max(warm() + *most_ - running_, 0) : 1'000'000'000;
}

std::optional<MachineIndex> Instances::take_warm() {
    if (warm_.empty()) {
        return std::nullopt;
    }
    const MachineIndex lowest = *warm_.begin();
    warm_.erase(warm_.begin());
    return lowest;
}

Instances::Launch Instances::launch() {
    ++running_;
    Launch launched{++launches_, places_ + 1};
    if (free_places_.empty()) {
        ++places_;
    } else {
        launched.place = free_places_.top();
        free_places_.pop();
    }
    return launched;
}

void Instances::release(std::uint32_t place) {
    --running_;
    free_places_.push(place);
}

}  // namespace trainyard
