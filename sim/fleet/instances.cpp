#include "sim/fleet/instances.hpp"

namespace trainyard {

bool Instances::available(int machines) const {
    if (!max_running_) {
        return true;
    }
    return machines <= static_cast<int>(warm_.size()) + *max_running_ - running_;
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
