// What goes by steps over time: how many instances a market has, or what one costs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/core/time.hpp"

namespace trainyard {

// Holds until the next step.
struct SeriesStep {
    Seconds at{0};  // since the series begins
    std::int64_t value = 0;
};

struct Series {
    std::shared_ptr<const std::vector<SeriesStep>> steps;  // ascending; at least one, the first at 0
    Seconds length{0};    // it is known up to there; not before the last step
    bool repeat = false;  // it begins anew after `length`, then > 0; else the last step holds on
    Seconds offset{0};    // where in the series second 0 of the run is
    // The offset is drawn instead, from 0 up to and without this, once a replication and alike for all
    // series: those of the same length stay in step with each other.
    std::optional<Seconds> random_offsets{};
};

Seconds offset_of(const Series& series, RunSeed seed);

std::int64_t least(const Series& series);
std::int64_t most(const Series& series);

// Over the time that it is known, what is above `limit` as `limit`; of one without length its value.
double mean_below(const Series& series, std::int64_t limit);

// Where a run is in a series.
class SeriesWalk {
public:
    // At `time`, when second 0 is `offset` seconds into the series, which must outlive the walk.
    SeriesWalk(const Series& series, Seconds offset, SimTime time = {});

    std::int64_t value() const { return (*series_->steps)[step_].value; }
    // The first second of the next step; SimTime::max() where this one holds on.
    SimTime until() const;
    // Goes to `until()`.
    void advance();

private:
    const Series* series_;
    SimTime round_{};  // when the round began that the walk is in
    std::size_t step_ = 0;
};

}  // namespace trainyard
