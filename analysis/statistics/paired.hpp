// Differences of two strategies on the same luck: replication by replication.
#pragma once

#include <optional>

#include "analysis/statistics/sample.hpp"
#include "analysis/statistics/summary.hpp"

namespace trainyard {

// other - baseline by replication, as long as the shorter of the two; absent where either has no value.
// What two values differ by in the last digits of a double is no difference.
Sample differences(const Sample& baseline, const Sample& other);

// Over the replications that have both values.
struct PairedDifference {
    Summary difference;  // of other - baseline: mean, sd and Student-t interval
    std::optional<double> mean_baseline;
    std::optional<double> mean_other;
    // Two-sided, of Student's t on the differences, that there is none. Absent with fewer than two pairs;
    // where all pairs differ by the same amount it is 0, or 1 if that amount is 0.
    std::optional<double> p_value;
    // Var(difference of unpaired means) / Var(difference of paired means) = (var(baseline) + var(other)) /
    // var(other - baseline): as many times more replications would do the same without the pairing.
    // Absent where the differences do not vary.
    std::optional<double> variance_reduction;

    // Mean difference over the baseline's mean; absent where that is 0.
    std::optional<double> relative() const;
};

PairedDifference paired_difference(const Sample& baseline, const Sample& other);

}  // namespace trainyard
