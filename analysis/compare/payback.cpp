#include "analysis/compare/payback.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/statistics/quantile.hpp"

namespace trainyard {
namespace {

// Two amounts of cash are alike when less than a cent apart.
constexpr double cent = 0.01;

// other - baseline by month; as long as the longest run of the study.
std::vector<CashByMonth> leads(const std::vector<CashByMonth>& baseline,
                               const std::vector<CashByMonth>& other) {
    std::size_t months = 0;
    const std::size_t replications = std::min(baseline.size(), other.size());
    for (std::size_t r = 0; r < replications; ++r) {
        months = std::max({months, baseline[r].size(), other[r].size()});
    }
    std::vector<CashByMonth> found;
    for (std::size_t r = 0; r < replications; ++r) {
        if (baseline[r].empty() || other[r].empty()) {
            continue;
        }
        CashByMonth& lead = found.emplace_back(months);
        for (std::size_t m = 0; m < months; ++m) {
            lead[m] =
                other[r][std::min(m, other[r].size() - 1)] - baseline[r][std::min(m, baseline[r].size() - 1)];
        }
    }
    return found;
}

// Negative: the baseline has paid more, in the first month in which the means differ. 0: in none.
double first_lead(const std::vector<CashByMonth>& leads) {
    for (std::size_t m = 0; !leads.empty() && m < leads.front().size(); ++m) {
        double sum = 0;
        for (const CashByMonth& lead : leads) {
            sum += lead[m];
        }
        if (std::abs(sum) >= cent * static_cast<double>(leads.size())) {
            return sum;
        }
    }
    return 0;
}

// The first month, from 1, from which on `sign` x lead stays above zero or at it; one past the last
// month: never.
std::size_t month_of_payback(const CashByMonth& lead, double sign) {
    std::size_t month = lead.size() + 1;
    while (month > 1 && sign * lead[month - 2] > -cent) {
        --month;
    }
    return month;
}

std::optional<std::size_t> within(double month, std::size_t months) {
    return month <= static_cast<double>(months) ? std::optional{static_cast<std::size_t>(std::ceil(month))}
                                                : std::nullopt;
}

std::string range_text(const Payback& payback) {
    if (!payback.range) {
        return "";
    }
    const auto& [low, high] = *payback.range;
    if (!high) {
        return fmt::format(" ({} – not within the horizon)", low.value_or(0));
    }
    return low == high ? "" : fmt::format(" ({}–{})", *low, *high);
}

}  // namespace

std::optional<Payback> payback(const std::vector<CashByMonth>& baseline,
                               const std::vector<CashByMonth>& other) {
    const std::vector<CashByMonth> by_replication = leads(baseline, other);
    const double first = first_lead(by_replication);
    if (first == 0) {
        return std::nullopt;
    }
    const std::size_t months = by_replication.front().size();
    std::vector<double> ends;
    std::size_t never = 0;
    for (const CashByMonth& lead : by_replication) {
        const std::size_t month = month_of_payback(lead, first < 0 ? 1 : -1);
        never += month > months ? 1U : 0U;
        ends.push_back(static_cast<double>(month));
    }
    std::sort(ends.begin(), ends.end());
    Payback result;
    result.baseline_pays_first = first < 0;
    result.replications = ends.size();
    result.share_within = 1 - static_cast<double>(never) / static_cast<double>(ends.size());
    result.month = within(quantile(ends, 0.5), months);
    if (const auto interval = quantile_interval(ends, 0.5)) {
        result.range = Payback::Range{within(interval->low, months), within(interval->high, months)};
    }
    return result;
}

std::string payback_text(const Payback& payback, const std::string& payer, const std::string& against,
                         bool rigs) {
    const std::string who = rigs ? payer + ": the rigs have" : payer + " has";
    const std::string whom = rigs ? "themselves against " + against : "itself against " + against;
    if (payback.share_within == 0) {
        return fmt::format("{} not paid for {} within the horizon.", who, whom);
    }
    const std::string share = fmt::format("{:.0f} %", payback.share_within * 100);
    if (!payback.month) {
        return fmt::format("{} paid for {} within the horizon in {} of the replications only.", who, whom,
                           share);
    }
    const std::string others =
        payback.share_within < 1 ? fmt::format("; within the horizon in {} of the replications", share) : "";
    return fmt::format("{} paid for {} in month {}{}{}.", who, whom, *payback.month, range_text(payback),
                       others);
}

}  // namespace trainyard
