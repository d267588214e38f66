#include "sim/strategy/estimate.hpp"

#include <algorithm>

#include "sim/strategy/checkpoint_interval.hpp"

namespace trainyard {

namespace {

Seconds mean_seconds(const Distribution& distribution) { return whole_seconds(mean(distribution)); }

// A write or a restore: as stated, else size / bandwidth.
std::optional<Seconds> transfer(const std::optional<Distribution>& stated, const KnownJob& job,
                                const Pool& pool, int machines) {
    if (stated) {
        return mean_seconds(*stated);
    }
    const std::optional<Checkpoint>& checkpoint = job.spec->checkpoint;
    double bytes = 0;
    if (job.checkpoint_bytes) {
        bytes = static_cast<double>(*job.checkpoint_bytes);
    } else if (checkpoint && checkpoint->size_bytes) {
        bytes = mean(*checkpoint->size_bytes);
    } else {
        return std::nullopt;
    }
    return whole_seconds(bytes / (pool.storage_bytes_per_s * machines));
}

std::optional<Seconds> own_interval(const JobSpec& job) {
    if (!job.checkpoint || !job.checkpoint->every_s) {
        return std::nullopt;
    }
    return std::max(mean_seconds(*job.checkpoint->every_s), Seconds{1});
}

Seconds mean_restore(const KnownJob& job, const Pool& pool, int machines) {
    const auto stated = job.spec->checkpoint ? job.spec->checkpoint->restore_s : std::nullopt;
    return transfer(stated, job, pool, machines).value_or(Seconds{0});
}

}  // namespace

Seconds ExpectedAttempt::writing() const {
    return every && write && !async ? (compute - Seconds{1}) / *every * *write : Seconds{0};
}

std::optional<Seconds> interval_on(const Strategy& strategy, const Pool& pool, std::optional<Seconds> own,
                                   Seconds write, int machines) {
    double gang_rate_per_s = 0;
    if (const RentedTerms* rented = pool.rented()) {
        gang_rate_per_s = interruption_rate_per_s(rented->interruptions) * machines;
    }
    return checkpoint_interval(strategy.checkpoint, own, write, gang_rate_per_s);
}

ExpectedAttempt expected_attempt(const Scenario& scenario, const Strategy& strategy, const Pool& pool,
                                 const KnownJob& job, Gpus gang) {
    const int machines = machines_for(pool, gang);
    const JobSpec& spec = *job.spec;
    ExpectedAttempt expected;
    if (const RentedTerms* rented = pool.rented()) {
        expected.boot = mean_seconds(rented->boot_s);
    }
    expected.setup = job.setup_done ? Seconds{0} : mean_seconds(spec.setup_s);
    expected.restore = job.has_checkpoint ? mean_restore(job, pool, machines) : Seconds{0};
    expected.load = mean_seconds(spec.load_s);
    const double rate = work_rate(scenario, pool, spec, gang);
    expected.compute = std::max(whole_seconds(job.left_gpu_s / rate), Seconds{1});
    expected.write = transfer(spec.checkpoint ? spec.checkpoint->write_s : std::nullopt, job, pool, machines);
    expected.async = spec.checkpoint && spec.checkpoint->async;
    if (expected.write) {
        expected.every = interval_on(strategy, pool, own_interval(spec), *expected.write, machines);
    }
    return expected;
}

Seconds expected_linger(const Scenario& scenario, const JobSpec& job, SimTime end) {
    if (const auto* drawn = std::get_if<Distribution>(&job.linger)) {
        return mean_seconds(*drawn);
    }
    return until_attended(scenario, std::get<LingerUntil>(job.linger).profile, end);
}

Seconds expected_changeover(const Scenario& scenario, const Strategy& strategy, const Pool& pool,
                            const KnownJob& job, Gpus gang) {
    const ExpectedAttempt expected = expected_attempt(scenario, strategy, pool, job, gang);
    return expected.boot + mean_restore(job, pool, machines_for(pool, gang)) + expected.load;
}

}  // namespace trainyard
