// What it is expected to take, and to cost, to finish a job on a pool: the closed forms of docs/model.md,
// section 11. What `choose: cheapest` and `choose: fastest` go by.
#pragma once

#include "sim/strategy/estimate.hpp"

namespace trainyard {

// Mean seconds until the job is done, on machines that are launched anew whenever one of the gang is
// interrupted (exponentially, at `gang_rate_per_s`). `first`: its next attempt. `later_boot`,
// `later_restore`: of the attempts after an interruption. `saves_on_notice`: the notice is long enough for a
// write, so that no compute is lost. Infinite where it will never be done.
struct Interruption {
    double gang_rate_per_s = 0;
    Seconds later_boot{0};
    Seconds later_restore{0};
    bool saves_on_notice = false;
};
double expected_seconds(const ExpectedAttempt& first, const Interruption& interruption);

// A job about to start on a pool now.
struct Start {
    const Pool& pool;
    KnownJob job;
    Gpus gang;
    bool warm = false;  // no machine of the gang has to boot
};
double expected_seconds(const Scenario& scenario, const Strategy& strategy, const Start& start);

// Dollars that it adds to what is paid anyway: of rented machines the bill, of rigs the energy that computing
// draws beyond idling.
double expected_usd(const Scenario& scenario, const Strategy& strategy, const Start& start);

}  // namespace trainyard
