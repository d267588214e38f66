#include "sim/ledger/cash_months.hpp"

#include <algorithm>

#include "sim/ledger/calendar.hpp"

namespace trainyard {

CashMonths::CashMonths(const Scenario& scenario, SimTime end)
    : ends_{month_ends(scenario.start_unix_s, std::max(SimTime{scenario.horizon}, end + Seconds{1}))},
      paid_(ends_.size()),
      last_{month_of(SimTime{scenario.horizon})} {}

void CashMonths::pay(SimTime when, CostCategory category, Money amount) {
    if (amount == Money{}) {
        return;
    }
    // What is bought counts just after.
    const std::size_t month = month_of(category == CostCategory::purchase ? when + Seconds{1} : when);
    paid_[month] += amount;
    last_ = std::max(last_, month);
}

std::vector<Money> CashMonths::cumulative() const {
    std::vector<Money> sums(paid_.begin(), paid_.begin() + static_cast<std::ptrdiff_t>(last_) + 1);
    for (std::size_t i = 1; i < sums.size(); ++i) {
        sums[i] += sums[i - 1];
    }
    return sums;
}

std::size_t CashMonths::month_of(SimTime time) const {
    return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), time) - ends_.begin());
}

}  // namespace trainyard
