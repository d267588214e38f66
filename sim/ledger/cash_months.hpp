// What had been paid by the end of each calendar month.
#pragma once

#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

// A payment that is dated at the end of a month belongs to it; what is bought in that very second belongs
// to the month that begins.
class CashMonths {
public:
    // `end`: of the accounting window; nothing is paid later.
    CashMonths(const Scenario& scenario, SimTime end);

    void pay(SimTime when, CostCategory category, Money amount);

    // Cumulative cash by calendar month (UTC): entry 0 is the month that holds second 0, the last one that
    // of the horizon or of the last payment, whichever is later.
    std::vector<Money> cumulative() const;

private:
    std::size_t month_of(SimTime time) const;

    std::vector<SimTime> ends_;
    std::vector<Money> paid_;  // by month
    std::size_t last_;         // month
};

}  // namespace trainyard
