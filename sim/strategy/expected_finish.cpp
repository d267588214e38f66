#include "sim/strategy/expected_finish.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/portable_math.hpp"

namespace trainyard {

namespace {

double seconds(Seconds time) { return static_cast<double>(time.count()); }

// Mean time until some launch lives for `length_s`, every loss being followed by a launch.
double until_lived(double length_s, double rate) { return (portable_exp(rate * length_s) - 1) / rate; }

// Mean time of a stretch that begins on running machines, where a restart takes `restart_s`.
double stretch(double length_s, double restart_s, double rate) {
    return portable_exp(rate * restart_s) * until_lived(length_s, rate);
}

// Nothing is lost but the time of the restarts.
double with_saves_on_notice(const ExpectedAttempt& first, double restart_s, double rate) {
    const double running_s = seconds(first.compute + first.writing());
    const double write_s = first.write ? seconds(*first.write) : 0;
    return until_lived(seconds(first.before_compute()), rate) + running_s +
           rate * running_s * (write_s + until_lived(restart_s, rate));
}

double with_rework(const ExpectedAttempt& first, double restart_s, double rate) {
    const double before_s = seconds(first.before_compute());
    const double compute_s = seconds(first.compute);
    if (!first.every || !first.write || first.compute <= *first.every) {
        return until_lived(before_s + compute_s, rate);
    }
    const std::int64_t writes = (first.compute - Seconds{1}) / *first.every;
    const double every_s = seconds(*first.every);
    const double cycle_s = every_s + (first.async ? 0 : seconds(*first.write));
    const double rest_s = compute_s - static_cast<double>(writes) * every_s;
    return until_lived(before_s + cycle_s, rate) +
           static_cast<double>(writes - 1) * stretch(cycle_s, restart_s, rate) +
           stretch(rest_s, restart_s, rate);
}

double with_boot(const Scenario& scenario, const Strategy& strategy, const Start& start, bool boots) {
    ExpectedAttempt first = expected_attempt(scenario, strategy, start.pool, start.job, start.gang);
    Interruption interruption;
    interruption.later_boot = boots ? first.boot : Seconds{0};
    first.boot = boots && !start.warm ? first.boot : Seconds{0};
    if (const RentedTerms* rented = start.pool.rented()) {
        const int machines = machines_for(start.pool, start.gang);
        interruption.gang_rate_per_s = interruption_rate_per_s(rented->interruptions) * machines;
        interruption.saves_on_notice = strategy.heed_notice && rented->notice > Seconds{0} && first.write &&
                                       *first.write <= rented->notice;
        KnownJob restarted = start.job;
        restarted.has_checkpoint = true;
        interruption.later_restore =
            expected_attempt(scenario, strategy, start.pool, restarted, start.gang).restore;
    }
    return expected_seconds(first, interruption);
}

// Of the GPUs that compute, beyond idling.
double energy_usd(const Power& power, const Pool& pool, Gpus gang, Seconds compute) {
    const double watts = static_cast<double>(power.busy_milliwatt - power.idle_milliwatt) / 1000 *
                         gang.count / pool.gpus_per_machine.count;
    const double usd_per_watt_second =
        static_cast<double>(power.electricity.nano_usd) / 1e9 / static_cast<double>(power.electricity.per);
    return watts * seconds(compute) * static_cast<double>(power.cooling_ppm) / 1e6 * usd_per_watt_second;
}

double rent_usd(const RentedTerms& terms, int machines, double paid_s) {
    const double per_s = seconds(terms.billing.per);
    const double billed_s = std::max(std::ceil(paid_s / per_s) * per_s, seconds(terms.billing.minimum));
    const double usd_per_s =
        static_cast<double>(terms.price.nano_usd) / 1e9 / static_cast<double>(terms.price.per);
    return billed_s * machines * usd_per_s;
}

}  // namespace

double expected_seconds(const ExpectedAttempt& first, const Interruption& interruption) {
    const double rate = interruption.gang_rate_per_s;
    if (rate <= 0) {
        return seconds(first.length());
    }
    const double restart_s = seconds(interruption.later_boot + interruption.later_restore + first.load);
    const double mean_s = interruption.saves_on_notice ? with_saves_on_notice(first, restart_s, rate)
                                                       : with_rework(first, restart_s, rate);
    return std::isfinite(mean_s) ? mean_s : std::numeric_limits<double>::infinity();
}

double expected_seconds(const Scenario& scenario, const Strategy& strategy, const Start& start) {
    return with_boot(scenario, strategy, start, true);
}

double expected_usd(const Scenario& scenario, const Strategy& strategy, const Start& start) {
    if (const RentedTerms* rented = start.pool.rented()) {
        const double paid_s = with_boot(scenario, strategy, start, rented->billing.boot);
        return rent_usd(*rented, machines_for(start.pool, start.gang), paid_s);
    }
    const std::optional<Power>& power = start.pool.rigs()->power;
    if (!power) {
        return 0;
    }
    const Seconds compute = expected_attempt(scenario, strategy, start.pool, start.job, start.gang).compute;
    return energy_usd(*power, start.pool, start.gang, compute);
}

}  // namespace trainyard
