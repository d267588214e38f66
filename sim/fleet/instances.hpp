// Rented instances of a pool: which are warm, how many run, what the next launch is called.
#pragma once

#include <optional>
#include <queue>
#include <set>
#include <vector>

#include "sim/core/ids.hpp"

namespace trainyard {

class Instances {
public:
    struct Launch {
        std::uint32_t number = 1;  // from 1, never used twice
        std::uint32_t place = 1;   // from 1, the lowest that is free
    };

    explicit Instances(std::optional<int> max_running) : max_running_{max_running}, most_{max_running} {}

    // What the market allows: so many at once, and that none is launched.
    void limit(std::optional<int> most_of_market, bool no_launches);

    // Whether that many can be had at once, warm ones counted.
    bool available(int machines) const;
    bool full() const { return !available(1); }
    int warm() const { return static_cast<int>(warm_.size()); }
    // How many can be had at once, warm ones counted; a billion where there is no limit.
    int room() const;

    // The warm instance with the lowest number, which is then no longer warm.
    std::optional<MachineIndex> take_warm();
    Launch launch();
    void make_warm(MachineIndex machine) { warm_.insert(machine); }
    void remove_warm(MachineIndex machine) { warm_.erase(machine); }
    void release(std::uint32_t place);
    // Of a pool with a limit and without a market: so many more, or fewer.
    void allow(int more) { max_running_ = most_ = max_running_.value_or(0) + more; }

private:
    std::optional<int> max_running_;
    std::optional<int> most_;  // of `max_running_` and of the market
    bool no_launches_ = false;
    int running_ = 0;
    std::uint32_t launches_ = 0;
    std::uint32_t places_ = 0;
    std::set<MachineIndex> warm_;  // within a pool, machine indices ascend with launch numbers
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free_places_;
};

}  // namespace trainyard
