// What had been paid by the end of each calendar month.
#pragma once

#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

// Cumulative cash by calendar month (UTC): entry 0 is the month that holds second 0, the last one that of
// the horizon or of the last cash line, whichever is later. A line that is dated at the end of a month
// belongs to it; what is bought in that very second belongs to the month that begins.
std::vector<Money> cumulative_cash_by_month(const Scenario& scenario, const Outcome& outcome);

}  // namespace trainyard
