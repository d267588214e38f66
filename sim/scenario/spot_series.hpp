// What was to be had of a spot market over time, from the traces that people publish. Availability and
// prices are steps: each holds until the next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

enum class SpotFormat {
    skypilot,      // JSON of skypilot-org/spot-traces: instances available at each tick; 1 = available
    cant_be_late,  // the same JSON as the simulator of "Can't Be Late" takes it; 1 = preempted
    bamboo,        // CSV of uclasystem/bamboo: milliseconds,add or remove,node
    trainyard,     // our own CSV: t_s,available and optionally price; the last row ends the series
    aws_prices,    // JSON of `aws ec2 describe-spot-price-history`
};
inline constexpr std::array<const char*, 5> spot_format_names{"skypilot", "cant-be-late", "bamboo",
                                                              "trainyard", "aws-prices"};

struct SpotStep {
    double at_s = 0;
    std::optional<int> available;     // instances that could be had or ran; absent: only a price is known
    std::optional<double> usd_per_h;  // of an instance
};

struct SpotSeries {
    std::string name;             // of the market, where the file holds several
    std::vector<SpotStep> steps;  // by time, none twice; the first is where the series begins
    double end_s = 0;             // it is known up to there
};

struct SpotFile {
    std::vector<SpotSeries> series;  // at least one, unless there are errors
    std::vector<TraceError> errors;
    std::string polarity;     // in words: what a number of the file means
    std::string fingerprint;  // of the text
};

SpotFile read_spot_file(const std::string& path, SpotFormat format);

}  // namespace trainyard
