// What a spot trace says about its market.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/spot_series.hpp"

namespace trainyard {

// Times are in seconds, weighted by how long each step held.
struct SpotSummary {
    double length_s = 0;
    std::int64_t steps_up = 0;    // times at which more instances could be had than before
    std::int64_t steps_down = 0;  // fewer
    int least = 0;
    int most = 0;
    double mean_available = 0;
    double share_available = 0;  // of the time with at least one instance
    double instance_h = 0;       // the sum of the instances over time
    std::int64_t instances_lost = 0;
    // Instances lost ÷ instance-hours. Absent when there were none.
    std::optional<double> losses_per_instance_h;
    // Time with at least one instance ÷ how often that ended, and time without ÷ how often that ended: what
    // is cut short by the end of the series counts as time, not as an end. Absent when none ended.
    std::optional<double> mean_up_s;
    std::optional<double> mean_down_s;
    // Of the price.
    std::optional<double> lowest_usd_per_h;
    std::optional<double> mean_usd_per_h;
    std::optional<double> highest_usd_per_h;
};

SpotSummary summarize(const SpotSeries& series);

// A row of `width` characters, each the mean of its stretch of time, from nothing to `most`; of the prices
// where nothing is known of availability.
std::string drawn(const SpotSeries& series, std::size_t width, bool ascii);

// The figures and the drawing, for people.
std::string described(const SpotSeries& series, bool ascii);

}  // namespace trainyard
