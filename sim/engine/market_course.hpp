// What a pool's market does over time: the market's luck, without a clock.
#pragma once

#include <optional>
#include <variant>

#include "sim/core/random.hpp"
#include "sim/model/pool.hpp"

namespace trainyard {

// How many instances there can be, from change to change.
class CapacityCourse {
public:
    // `name`: the pool's, hashed. The terms must outlive this.
    CapacityCourse(const RentedTerms& terms, std::uint64_t name, RunSeed seed);

    // Since the last change; absent: no limit.
    std::optional<int> most() const;
    // Of the next change, which may change nothing; SimTime::max() if there is none.
    SimTime next() const;
    // Goes to the next change.
    void advance();

private:
    Seconds drawn_phase() const;

    const UpAndDown* phases_;
    std::uint64_t name_;
    RunSeed seed_;
    std::uint64_t phase_ = 0;  // of `phases_`: up if even
    SimTime phase_ends_ = SimTime::max();
    std::optional<SeriesWalk> available_;
    std::optional<SeriesWalk> affordable_;
};

struct Shock {
    SimTime at{};
    std::uint64_t number = 0;  // in its pool
    Seconds drought{0};
};

class ShockCourse {
public:
    ShockCourse(const std::optional<Shocks>& shocks, std::uint64_t name, RunSeed seed);

    // At SimTime::max() if there is none.
    const Shock& next() const { return next_; }
    void advance();

private:
    const Shocks* shocks_;
    std::uint64_t name_;
    RunSeed seed_;
    double time_s_ = 0;
    Shock next_;
};

// Whether a shock takes the n-th launch of its pool.
bool takes(const Shock& shock, const Shocks& shocks, std::uint64_t name, RunSeed seed, std::uint32_t launch);

}  // namespace trainyard
