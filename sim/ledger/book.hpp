// The dated lines of a run. A rented machine has one accrual line, at its release; a rig has a line a
// category and calendar month, each the difference of two amounts since it was bought that are rounded
// once, so that its lines sum to its total rounded once, and one a failure. No line has the amount 0.
#pragma once

#include <optional>
#include <vector>

#include "sim/ledger/cash_months.hpp"
#include "sim/ledger/job_bills.hpp"
#include "sim/ledger/meter.hpp"

namespace trainyard {

struct Book {
    std::vector<LedgerLine> lines;  // accrual; sorted by time, pool, machine, category
    // Rigs in full when they are bought, rent by the calendar month that it falls in, what is reserved
    // upfront and by month, energy, upkeep and financing by month, all else at once; sorted likewise.
    std::vector<LedgerLine> cash;
    CategoryTotals accrued{};  // what the lines sum to, also when they are not kept
    std::vector<Money> paid;   // by PoolIndex: what the cash lines sum to
    CashMonths months;         // the same by calendar month
};

// Posts one machine after another. `tariffs` by PoolIndex.
class Bookkeeper {
public:
    Bookkeeper(const Scenario& scenario, const Trace& trace,
               const std::vector<std::optional<EnergyTariff>>& tariffs, Lines lines);

    // Where the calendar months of the window end.
    const std::vector<SimTime>& months() const { return months_; }
    // The account has its cost.
    void post(MachineIndex machine, const MachineAccount& account, const MeterReading& meter,
              std::span<const Down> downs);
    void post(const JobBill& bill);
    // The parts that lie on the shelf when the rigs of a pool are bought; gives what they cost.
    Money post_spares(PoolIndex pool);
    Book close();

private:
    const Scenario& scenario_;
    const Trace& trace_;
    const std::vector<std::optional<EnergyTariff>>& tariffs_;
    Lines lines_;
    std::vector<SimTime> months_;
    Book book_;
};

}  // namespace trainyard
