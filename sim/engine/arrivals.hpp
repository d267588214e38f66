// When jobs are submitted: the streams' luck, without a clock.
#pragma once

#include <functional>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/model/scenario.hpp"

namespace trainyard {

struct Arrival {
    SimTime submit{};
    StreamIndex stream;
    // Within its stream, from 0; of a closed stream user << 32 | how many the user submitted before.
    std::uint64_t place = 0;

    friend constexpr auto operator<=>(const Arrival&, const Arrival&) = default;
};

// The arrivals of all streams in [0, horizon) that do not depend on how jobs fare, in order of time,
// stream and place; of closed streams each user's first.
std::vector<Arrival> first_arrivals(const Scenario& scenario, RunSeed seed);

// A closed stream's user whose job has ended at `ended` thinks and submits again; none at or beyond
// the horizon.
std::optional<Arrival> next_arrival(const Scenario& scenario, RunSeed seed, StreamIndex stream,
                                    std::uint64_t place, SimTime ended);

// What has still to arrive: what is known from the beginning, in order, and what is added later.
class ArrivalQueue {
public:
    explicit ArrivalQueue(std::vector<Arrival> ascending) : known_{std::move(ascending)} {}

    std::size_t known() const { return known_.size(); }  // from the beginning
    bool empty() const { return taken_ == known_.size() && added_.empty(); }
    // The earliest; the queue must not be empty.
    const Arrival& next() const { return added_is_next() ? added_.top() : known_[taken_]; }
    Arrival take();
    void add(const Arrival& arrival) { added_.push(arrival); }

private:
    bool added_is_next() const {
        return !added_.empty() && (taken_ == known_.size() || added_.top() < known_[taken_]);
    }

    std::vector<Arrival> known_;
    std::size_t taken_ = 0;
    std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>> added_;
};

}  // namespace trainyard
