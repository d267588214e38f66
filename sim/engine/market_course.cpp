#include "sim/engine/market_course.hpp"

#include <algorithm>

#include "sim/core/portable_math.hpp"

namespace trainyard {

namespace {

std::optional<SeriesWalk> walk_of(const Series* series, RunSeed seed) {
    return series != nullptr ? std::optional<SeriesWalk>{std::in_place, *series, offset_of(*series, seed)}
                             : std::nullopt;
}

const Series* affordable_in(const RentedTerms& terms) {
    return terms.changing_price && terms.changing_price->affordable ? &*terms.changing_price->affordable
                                                                    : nullptr;
}

void go_to(std::optional<SeriesWalk>& walk, SimTime time) {
    if (walk && walk->until() == time) {
        walk->advance();
    }
}

}  // namespace

CapacityCourse::CapacityCourse(const RentedTerms& terms, std::uint64_t name, RunSeed seed)
    : phases_{std::get_if<UpAndDown>(&terms.availability)},
      name_{name},
      seed_{seed},
      available_{walk_of(std::get_if<Series>(&terms.availability), seed)},
      affordable_{walk_of(affordable_in(terms), seed)} {
    if (phases_ != nullptr) {
        phase_ends_ = SimTime{} + drawn_phase();
    }
}

std::optional<int> CapacityCourse::most() const {
    const bool down = phases_ != nullptr && phase_ % 2 == 1;
    if (down || (affordable_ && affordable_->value() == 0)) {
        return 0;
    }
    return available_ ? std::optional{static_cast<int>(available_->value())} : std::nullopt;
}

SimTime CapacityCourse::next() const {
    const SimTime never = SimTime::max();
    return std::min(
        {phase_ends_, available_ ? available_->until() : never, affordable_ ? affordable_->until() : never});
}

void CapacityCourse::advance() {
    const SimTime now = next();
    if (phase_ends_ == now) {
        ++phase_;
        phase_ends_ = now + drawn_phase();
    }
    go_to(available_, now);
    go_to(affordable_, now);
}

Seconds CapacityCourse::drawn_phase() const {
    RandomStream random{seed_, Purpose::availability, name_, phase_};
    const Distribution& length = phase_ % 2 == 0 ? phases_->up_s : phases_->down_s;
    return std::max(whole_seconds(sample(length, random)), Seconds{1});
}

ShockCourse::ShockCourse(const std::optional<Shocks>& shocks, std::uint64_t name, RunSeed seed)
    : shocks_{shocks ? &*shocks : nullptr}, name_{name}, seed_{seed} {
    next_.at = SimTime::max();
    if (shocks_ != nullptr) {
        advance();
    }
}

void ShockCourse::advance() {
    ++next_.number;
    RandomStream gap{seed_, Purpose::shock, name_, next_.number};
    time_s_ += -portable_log(gap.uniform()) / shocks_->rate_per_s;
    next_.at = at_second(round_half_up(std::min(time_s_, static_cast<double>(longest_duration.count()))));
    RandomStream drought{seed_, Purpose::drought, name_, next_.number};
    next_.drought = whole_seconds(sample(shocks_->drought_s, drought));
}

bool takes(const Shock& shock, const Shocks& shocks, std::uint64_t name, RunSeed seed, std::uint32_t launch) {
    constexpr int launch_bits = 32;
    RandomStream random{seed, Purpose::reclaim, name, shock.number << launch_bits | launch};
    return random.uniform() < shocks.reclaim;
}

}  // namespace trainyard
