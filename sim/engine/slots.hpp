// Things that come and go, in places that are used again: after a while nothing is allocated any more.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace trainyard {

// A thing does not move while it is there. What is put into a place again is what was left in it.
template <class Thing>
class Slots {
public:
    std::uint32_t take() {
        if (free_.empty()) {
            things_.emplace_back();
            return static_cast<std::uint32_t>(things_.size() - 1);
        }
        const std::uint32_t slot = free_.back();
        free_.pop_back();
        return slot;
    }
    void give_back(std::uint32_t slot) { free_.push_back(slot); }

    Thing& operator[](std::uint32_t slot) { return things_[slot]; }
    const Thing& operator[](std::uint32_t slot) const { return things_[slot]; }

private:
    std::deque<Thing> things_;
    std::vector<std::uint32_t> free_;
};

}  // namespace trainyard
