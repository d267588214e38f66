#include "sim/fleet/rigs.hpp"

#include <algorithm>
#include <bit>

namespace trainyard {

namespace {

std::size_t at(int position) { return static_cast<std::size_t>(position); }

}  // namespace

Rigs::Rigs(int count, Gpus each)
    : count_{count},
      leaves_{static_cast<int>(std::bit_ceil(static_cast<unsigned>(std::max(count, 1))))},
      free_{count * each.count},
      most_free_(at(2 * leaves_)) {
    std::fill_n(most_free_.begin() + leaves_, count, each);
    for (int node = leaves_ - 1; node > 0; --node) {
        most_free_[at(node)] = std::max(most_free_[at(2 * node)], most_free_[at(2 * node + 1)]);
    }
}

std::optional<int> Rigs::lowest_with(Gpus gang) const {
    if (most_free_[1] < gang) {
        return std::nullopt;
    }
    int node = 1;
    while (node < leaves_) {
        node *= 2;
        if (most_free_[at(node)] < gang) {
            ++node;
        }
    }
    return node - leaves_;
}

Gpus Rigs::free_on(int rig) const { return most_free_[at(leaves_ + rig)]; }

void Rigs::change(int rig, Gpus by) {
    free_ += by;
    int node = leaves_ + rig;
    most_free_[at(node)] += by;
    for (node /= 2; node > 0; node /= 2) {
        most_free_[at(node)] = std::max(most_free_[at(2 * node)], most_free_[at(2 * node + 1)]);
    }
}

}  // namespace trainyard
