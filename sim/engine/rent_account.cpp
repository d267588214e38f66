#include "sim/engine/rent_account.hpp"

#include <algorithm>
#include <chrono>

#include "sim/model/rent.hpp"

namespace trainyard {

namespace {

using std::chrono::floor;
using std::chrono::months;

// The first second of a calendar month, so many after that of `time`.
SimTime month_begin(const Scenario& scenario, SimTime time, int after) {
    const std::chrono::sys_seconds when{Seconds{scenario.start_unix_s} + time.time_since_epoch()};
    const std::chrono::year_month_day date{floor<std::chrono::days>(when)};
    const auto first = date.year() / date.month() / 1 + months{after};
    return SimTime{std::chrono::sys_seconds{std::chrono::sys_days{first}}.time_since_epoch() -
                   Seconds{scenario.start_unix_s}};
}

}  // namespace

SimTime next_month(const Scenario& scenario, SimTime time) { return month_begin(scenario, time, 1); }

void RentAccount::launched(MachineIndex machine, const MachineFact& fact, const RentedTerms& terms,
                           Seconds price_offset) {
    running_[machine] = {&terms, terms.billing.boot ? fact.launched : fact.ready, price_offset};
}

void RentAccount::released(MachineIndex machine, SimTime now) {
    enter(now);
    const auto found = running_.find(machine);
    given_back_ += share(found->second, now);
    running_.erase(found);
}

Money RentAccount::this_month(SimTime now) {
    enter(now);
    Money sum = given_back_;
    for (const auto& [machine, running] : running_) {
        sum += share(running, now);
    }
    return sum;
}

// Of the bill up to now, what belongs to the month that now is in.
Money RentAccount::share(const Running& machine, SimTime until) const {
    const Seconds paid = std::max(until - machine.paid_from, Seconds{0});
    if (paid == Seconds{0}) {
        return {};
    }
    const RentedTerms& terms = *machine.terms;
    const Money owed = rent_of(terms, machine.paid_from, paid, machine.price_offset);
    if (terms.changing_price && machine.paid_from < month_begins_) {
        return owed - std::min(owed, rent_between(*terms.changing_price, machine.price_offset,
                                                  machine.paid_from, month_begins_ - machine.paid_from));
    }
    const Seconds within = until - std::max(machine.paid_from, month_begins_);
    const int128 bill = owed.micro();
    return Money::micro_usd(static_cast<std::int64_t>(divide_half_up(bill * within.count(), paid.count())));
}

void RentAccount::enter(SimTime now) {
    if (now < month_ends_) {
        return;
    }
    given_back_ = {};
    month_begins_ = month_begin(scenario_, now, 0);
    month_ends_ = month_begin(scenario_, now, 1);
}

}  // namespace trainyard
