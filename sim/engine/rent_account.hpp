// The running account of what rented machines cost: what a budget goes by.
#pragma once

#include <map>

#include "sim/model/scenario.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

// A bill belongs to the calendar months (UTC) in proportion to the paid time that falls in each; a machine
// that still runs owes what it would if it were given back now.
class RentAccount {
public:
    explicit RentAccount(const Scenario& scenario) : scenario_{scenario} {}

    // `price_offset`: where second 0 is in the series of a price that changes.
    void launched(MachineIndex machine, const MachineFact& fact, const RentedTerms& terms,
                  Seconds price_offset);
    void released(MachineIndex machine, SimTime now);
    // So far; `now` does not go back.
    Money this_month(SimTime now);

private:
    struct Running {
        const RentedTerms* terms = nullptr;
        SimTime paid_from{};
        Seconds price_offset{0};
    };
    Money share(const Running& machine, SimTime until) const;
    void enter(SimTime now);

    const Scenario& scenario_;
    SimTime month_begins_ = SimTime::min();
    SimTime month_ends_ = SimTime::min();
    Money given_back_;  // of this month, of machines that are gone
    std::map<MachineIndex, Running> running_;
};

// The first second of the calendar month after that of `time`.
SimTime next_month(const Scenario& scenario, SimTime time);

}  // namespace trainyard
