#include "sim/ledger/book.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "sim/ledger/bills.hpp"
#include "sim/ledger/calendar.hpp"
#include "sim/model/rent.hpp"

namespace trainyard {
namespace {

// Posts the lines of one machine, of a pool or of a job.
class Posting {
public:
    Posting(Book& book, Lines lines, PoolIndex pool, std::optional<MachineIndex> machine,
            std::optional<JobIndex> job = std::nullopt)
        : book_{book}, lines_{lines}, pool_{pool}, machine_{machine}, job_{job} {}

    void accrue(SimTime when, CostCategory category, Money amount) {
        book_.accrued[index_of(category)] += amount;
        keep(book_.lines, when, category, amount);
    }
    void pay(SimTime when, CostCategory category, Money amount) {
        book_.paid[pool_.value] += amount;
        book_.months.pay(when, category, amount);
        keep(book_.cash, when, category, amount);
    }

private:
    void keep(std::vector<LedgerLine>& lines, SimTime when, CostCategory category, Money amount) {
        if (lines_ == Lines::kept && amount != Money{}) {
            lines.push_back({when, pool_, machine_, job_, category, amount});
        }
    }

    Book& book_;
    Lines lines_;
    PoolIndex pool_;
    std::optional<MachineIndex> machine_;  // absent: of the pool as a whole, or of a job
    std::optional<JobIndex> job_;
};

// What of a bill falls before `reached`: in proportion to time, or at the prices in force until then.
Money rent_until(const RentedTerms& terms, const MachineAccount& account, Money bill, SimTime reached,
                 Seconds price_offset) {
    if (terms.changing_price && reached < account.paid_until) {
        return std::min(bill, rent_between(*terms.changing_price, price_offset, account.paid_from,
                                           reached - account.paid_from));
    }
    return rounded_micro_usd(product(bill.micro(), (reached - account.paid_from).count()),
                             account.paid().count());
}

void post_rent(Posting& posting, const RentedTerms& terms, const MachineAccount& account,
               const std::vector<SimTime>& months, Seconds price_offset) {
    const CostCategory category = category_of(terms.market);
    const Money bill = account.cost[index_of(category)];
    posting.accrue(account.paid_until, category, bill);
    Money paid;
    auto month = std::upper_bound(months.begin(), months.end(), account.paid_from);
    for (SimTime reached = account.paid_from; reached < account.paid_until; ++month) {
        reached = std::min(*month, account.paid_until);
        const Money due = rent_until(terms, account, bill, reached, price_offset);
        posting.pay(reached, category, due - paid);
        paid = due;
    }
}

void post_reserved(Posting& posting, const Reservation& terms, const MachineAccount& account,
                   const std::vector<SimTime>& months) {
    if (account.paid() == Seconds{0}) {
        return;
    }
    posting.pay(account.paid_from, CostCategory::reserved, terms.upfront);
    Money accrued;
    Money paid;
    auto month = std::upper_bound(months.begin(), months.end(), account.paid_from);
    for (SimTime reached = account.paid_from; reached < account.paid_until; ++month) {
        reached = std::min(*month, account.paid_until);
        const Money cost = reserved_until(terms, reached - account.paid_from);
        const Money due = cost_of(terms.monthly, (reached - account.paid_from).count());
        posting.accrue(reached, CostCategory::reserved, cost - accrued);
        posting.pay(reached, CostCategory::reserved, due - paid);
        accrued = cost;
        paid = due;
    }
}

struct RigCosts {
    Money depreciation, upkeep, financing, energy;
};

void post_repairs(Posting& posting, const RigTerms& terms, std::span<const Down> downs) {
    for (const Down& down : downs) {
        posting.accrue(down.from, CostCategory::repair, parts_of(terms, 1));
        posting.pay(down.from, CostCategory::repair, parts_of(terms, 1));
    }
}

void post_rig(Posting& posting, const RigTerms& terms, const std::optional<EnergyTariff>& tariff,
              const std::vector<SimTime>& months, const MachineAccount& account, const MeterReading& meter) {
    posting.pay(account.paid_from, CostCategory::purchase, terms.price);
    RigCosts before;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (months[i] <= account.paid_from) {
            continue;
        }
        const Seconds owned = months[i] - account.paid_from;
        const RigCosts now{depreciation_until(terms, owned), upkeep_until(terms, owned),
                           financing_until(terms, owned),
                           tariff ? energy_for(tariff, meter.by_month[i]) : Money{}};
        posting.accrue(months[i], CostCategory::depreciation, now.depreciation - before.depreciation);
        for (const auto& [category, amount] :
             {std::pair{CostCategory::energy, now.energy - before.energy},
              std::pair{CostCategory::upkeep, now.upkeep - before.upkeep},
              std::pair{CostCategory::financing, now.financing - before.financing}}) {
            posting.accrue(months[i], category, amount);
            posting.pay(months[i], category, amount);
        }
        before = now;
    }
}

void sort_lines(std::vector<LedgerLine>& lines) {
    // Lines come as a few ascending runs, which quicksort takes badly and merging takes well.
    std::stable_sort(lines.begin(), lines.end(), [](const LedgerLine& a, const LedgerLine& b) {
        return std::tie(a.when, a.pool, a.machine, a.category, a.job) <
               std::tie(b.when, b.pool, b.machine, b.category, b.job);
    });
}

}  // namespace

Bookkeeper::Bookkeeper(const Scenario& scenario, const Trace& trace,
                       const std::vector<std::optional<EnergyTariff>>& tariffs, Lines lines)
    : scenario_{scenario},
      trace_{trace},
      tariffs_{tariffs},
      lines_{lines},
      months_{month_ends(scenario.start_unix_s, trace.end)},
      book_{{}, {}, {}, std::vector<Money>(scenario.pools.size()), CashMonths{scenario, trace.end}} {}

void Bookkeeper::post(MachineIndex machine, const MachineAccount& account, const MeterReading& meter,
                      std::span<const Down> downs) {
    const PoolIndex index = trace_.machines[machine.value].pool;
    const Pool& pool = scenario_.pool(index);
    Posting posting{book_, lines_, index, machine};
    const RentedTerms* rented = pool.rented();
    if (rented != nullptr && rented->reservation) {
        post_reserved(posting, *rented->reservation, account, months_);
    } else if (rented != nullptr) {
        post_rent(posting, *rented, account, months_, price_offset(trace_, index));
    } else if (const RigTerms* rigs = pool.rigs(); trace_.machines[machine.value].launched < trace_.end) {
        post_rig(posting, *rigs, tariffs_[index.value], months_, account, meter);
        post_repairs(posting, *rigs, downs);
    }
}

Money Bookkeeper::post_spares(PoolIndex index) {
    const RigTerms* rigs = scenario_.pool(index).rigs();
    if (rigs == nullptr || !rigs->failures || SimTime{rigs->available} >= trace_.end) {
        return {};
    }
    const Money stock = parts_of(*rigs, rigs->failures->spares);
    Posting posting{book_, lines_, index, std::nullopt};
    posting.accrue(SimTime{rigs->available}, CostCategory::repair, stock);
    posting.pay(SimTime{rigs->available}, CostCategory::repair, stock);
    return stock;
}

void Bookkeeper::post(const JobBill& bill) {
    Posting posting{book_, lines_, bill.pool, std::nullopt, bill.job};
    posting.accrue(bill.when, bill.category, bill.amount);
    posting.pay(bill.when, bill.category, bill.amount);
}

Book Bookkeeper::close() {
    sort_lines(book_.lines);
    sort_lines(book_.cash);
    return std::move(book_);
}

}  // namespace trainyard
