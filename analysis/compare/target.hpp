// What a metric is wanted to be: `queue_time_p95_s<6h`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "analysis/statistics/summary.hpp"

namespace trainyard {

struct Target {
    enum class Relation { below, at_most, above, at_least };

    std::string text;  // as it was given
    std::string metric;
    Relation relation = Relation::below;
    double bound = 0;  // in the metric's unit

    bool holds(double value) const;
};

// METRIC, one of < <= > >=, and a value: a plain number in the metric's unit, or one with a unit that
// fits: `6h` and `30 min` for `_s`, `$500` and `500 USD` for `_usd`, `80 %` for shares, `10 gpu-h` for
// `_gpu_h`. Else what is wrong with it.
std::variant<Target, std::string> parse_target(std::string_view text);

struct TargetResult {
    Summary summary;          // of the metric
    std::optional<bool> met;  // by the mean; absent where there is none
    bool sure = false;        // the whole 95 % interval says so
};
TargetResult check_target(const Target& target, const Summary& summary);

}  // namespace trainyard
