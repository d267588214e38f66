// Free GPUs of the rigs of a pool. GPUs of one rig are shared by several jobs, whole GPUs each.
#pragma once

#include <optional>
#include <vector>

#include "sim/core/ids.hpp"

namespace trainyard {

class Rigs {
public:
    Rigs(int count, Gpus each);

    int count() const { return count_; }
    Gpus free_on(int rig) const { return most_free_[static_cast<std::size_t>(leaves_ + rig)]; }
    bool full() const { return most_free_[1].count == 0; }
    // The lowest rig (from 0) with that many GPUs free; O(log n).
    std::optional<int> lowest_with(Gpus gang) const;
    void take(int rig, Gpus gang) { change(rig, Gpus{-gang.count}); }
    void give_back(int rig, Gpus gang) { change(rig, gang); }

private:
    void change(int rig, Gpus by);

    int count_;
    int leaves_;                   // a power of two
    std::vector<Gpus> most_free_;  // a tree: node i holds the most free GPUs of one rig below it
};

}  // namespace trainyard
