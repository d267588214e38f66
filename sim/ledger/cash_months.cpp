#include "sim/ledger/cash_months.hpp"

#include <algorithm>

#include "sim/ledger/calendar.hpp"

namespace trainyard {
namespace {

// When a line's money counts: just after it for what is bought, so that it falls in the month to come.
SimTime counted_at(const LedgerLine& line) {
    return line.category == CostCategory::purchase ? line.when + Seconds{1} : line.when;
}

}  // namespace

std::vector<Money> cumulative_cash_by_month(const Scenario& scenario, const Outcome& outcome) {
    SimTime last{scenario.horizon};
    for (const LedgerLine& line : outcome.cash) {
        last = std::max(last, counted_at(line));
    }
    const std::vector<SimTime> months = month_ends(scenario.start_unix_s, last);
    std::vector<Money> paid(months.size());
    for (const LedgerLine& line : outcome.cash) {
        const auto month = std::lower_bound(months.begin(), months.end(), counted_at(line));
        paid[static_cast<std::size_t>(month - months.begin())] += line.amount;
    }
    for (std::size_t i = 1; i < paid.size(); ++i) {
        paid[i] += paid[i - 1];
    }
    return paid;
}

}  // namespace trainyard
