// When what was paid first has paid for itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trainyard {

// Of one run: USD paid by the end of each calendar month, cumulative. Empty where the run failed.
using CashByMonth = std::vector<double>;

struct Payback {
    bool baseline_pays_first = true;  // its mean cash is ahead in the first month in which the two differ
    // Counted from 1, the first month from which on the cash of the one that pays first is no more than
    // the other's, to the end: the median over replications, absent if that is not within the horizon.
    std::optional<std::size_t> month;
    // 95 % interval of the median by order statistics; absent below 6 replications. A bound that is not
    // within the horizon is absent.
    struct Range {
        std::optional<std::size_t> low;
        std::optional<std::size_t> high;
    };
    std::optional<Range> range;
    double share_within = 0;  // of the replications in which it comes within the horizon
    std::size_t replications = 0;
};

// Both by replication. A run whose cash ends earlier than another's pays nothing more. Absent when no
// replication has both, or the two never differ.
std::optional<Payback> payback(const std::vector<CashByMonth>& baseline,
                               const std::vector<CashByMonth>& other);

// "own-first: the rigs have paid for themselves against cloud-only in month 8 (7–9)". `rigs`: whether it
// is rigs that the strategy pays for first, and the other does not.
std::string payback_text(const Payback& payback, const std::string& payer, const std::string& against,
                         bool rigs);

}  // namespace trainyard
