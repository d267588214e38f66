// A fingerprint of a run's answer.
#pragma once

#include <string>
#include <vector>

#include "sim/ledger/accounts.hpp"

namespace trainyard {

// 16 hexadecimal digits over every job's row (what jobs.csv says of it) and the totals by category.
std::string digest_of(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows,
                      const CategoryTotals& totals);

}  // namespace trainyard
