#include "sim/engine/attempt.hpp"

#include <algorithm>

#include "sim/strategy/checkpoint_interval.hpp"

namespace trainyard {

namespace {

// A failing attempt stops at a uniform point of the compute it had left to do.
Seconds point_of_failure(double uniform, double compute_s, Seconds compute) {
    return std::clamp(whole_seconds(uniform * compute_s), Seconds{1}, compute);
}

CheckpointPlan checkpoint_plan(const Strategy& strategy, const Pool& pool, const CheckpointTruth& checkpoint,
                               int machines) {
    const double gang_rate_per_s = gang_losses_per_s(pool, machines);
    const Seconds write = write_time(checkpoint, pool, machines);
    return {checkpoint_interval(strategy.checkpoint, checkpoint.every, write, gang_rate_per_s), write,
            checkpoint.async};
}

}  // namespace

namespace {

// What is said by its size contends; what is said by its duration does not.
void plan_sharing(Attempt& attempt, const Pool& pool, const OpenJob& job, Seconds compute,
                  const CheckpointPlan& plan) {
    attempt.progress.reset();
    attempt.restore_bytes = 0;
    const auto& checkpoint = job.truth.checkpoint;
    if (!pool.shared_storage || !checkpoint || checkpoint->write || checkpoint->size_bytes < 1) {
        return;
    }
    attempt.progress.emplace(compute, plan);
    attempt.write_bytes = checkpoint->size_bytes;
    if (job.has_checkpoint && !checkpoint->restore) {
        attempt.restore_bytes = checkpoint->size_bytes;
        attempt.restore = longest_duration;
    }
}

}  // namespace

void plan_attempt(Attempt& attempt, const Scenario& scenario, const Strategy& strategy, RunSeed seed,
                  const Pool& pool, const OpenJob& job) {
    const int machines = static_cast<int>(attempt.gang.count);
    attempt.boot = attempt.gang.boot;
    attempt.setup = job.setup_done ? Seconds{0} : job.truth.setup;
    attempt.restore = job.has_checkpoint ? restore_time(*job.truth.checkpoint, pool, machines) : Seconds{0};
    RandomStream load{seed, Purpose::load, job.luck, job.attempts};
    attempt.load = whole_seconds(sample(job.spec->load_s, load));

    attempt.rate = work_rate(scenario, pool, *job.spec, attempt.gpus);
    const double compute_s = (job.goal_gpu_s() - job.safe_gpu_s) / attempt.rate;
    attempt.compute_to_finish = std::max(whole_seconds(compute_s), Seconds{1});
    Seconds compute = attempt.compute_to_finish;
    attempt.ends_as = job.pilot_pending ? AttemptEnd::piloted : AttemptEnd::finished;
    if (job.spec->failure) {
        RandomStream luck{seed, Purpose::failure, job.luck, job.attempts};
        if (luck.uniform() < job.spec->failure->probability) {
            attempt.ends_as = AttemptEnd::failed;
            compute = point_of_failure(luck.uniform(), compute_s, compute);
        }
    }
    CheckpointPlan plan;
    attempt.write.reset();
    if (job.truth.checkpoint) {
        plan = checkpoint_plan(strategy, pool, *job.truth.checkpoint, machines);
        attempt.write = plan.write;
    }
    attempt.training = Training{compute, plan};
    plan_sharing(attempt, pool, job, compute, plan);
    attempt.warned = false;
    attempt.lingering = false;
}

bool heed_notice(Attempt& attempt, SimTime now, Seconds notice) {
    if (attempt.warned) {
        return false;  // settled by an earlier notice, whose machine goes first
    }
    const Seconds trained = attempt.trained(now);
    const Standing standing = attempt.training.at(trained);
    const NoticeView view{.training = now >= attempt.training_begins(),
                          .compute_left = attempt.compute_to_finish - standing.compute,
                          .since_safe = standing.compute - standing.safe,
                          .write_left = standing.write_left,
                          .async = attempt.training.async(),
                          .write = attempt.write};
    const NoticeAction action = on_notice(view, notice);
    attempt.warned = action != NoticeAction::go_on;
    switch (action) {
        case NoticeAction::go_on:
            return false;
        case NoticeAction::finish:
            attempt.training = attempt.training.finishing(trained);
            return false;
        case NoticeAction::end_with_write:
            if (attempt.training.length() - trained <= *standing.write_left) {
                return false;  // it fails before an async write has ended
            }
            attempt.training = attempt.training.ending_with_write(trained);
            break;
        case NoticeAction::leave:
            attempt.training = attempt.training.stopping(trained);
            break;
        case NoticeAction::write_now:
            attempt.training = attempt.training.writing_now(trained, *attempt.write);
            break;
    }
    attempt.ends_as = AttemptEnd::interrupted;
    return attempt.natural_end() == now;
}

SimTime first_saved(const Attempt& attempt, SimTime now) {
    if (attempt.progress) {
        return attempt.training_begins() + *attempt.progress->first_saved();
    }
    Seconds before{0};
    Seconds by = attempt.trained(now);  // once saved, saved for ever
    while (before < by) {
        const Seconds middle = before + (by - before) / 2;
        if (attempt.training.at(middle).saved) {
            by = middle;
        } else {
            before = middle + Seconds{1};
        }
    }
    return attempt.training_begins() + by;
}

bool leave_machines(Attempt& attempt, SimTime now) {
    if (attempt.progress || attempt.warned || attempt.lingering || !attempt.write ||
        now < attempt.training_begins()) {
        return false;
    }
    const Seconds trained = attempt.trained(now);
    const Standing standing = attempt.training.at(trained);
    const Seconds write = standing.write_left.value_or(*attempt.write);
    if (attempt.training.length() - trained <= write) {
        return false;
    }
    if (standing.write_left) {
        attempt.training = attempt.training.ending_with_write(trained);
    } else if (standing.compute == standing.safe) {
        attempt.training = attempt.training.stopping(trained);
    } else {
        attempt.training = attempt.training.writing_now(trained, *attempt.write);
    }
    attempt.warned = true;
    attempt.ends_as = AttemptEnd::moved;
    return true;
}

Standing record_attempt(const Attempt& attempt, AttemptEnd how, SimTime now, Trace& trace) {
    AttemptFact& fact = trace.attempts[attempt.fact];
    Seconds left = now - attempt.allocated;
    const auto spend = [&left](Seconds phase) {
        const Seconds spent = std::min(phase, left);
        left -= spent;
        return spent;
    };
    fact.boot = spend(attempt.boot);
    fact.setup = spend(attempt.setup);
    fact.restore = spend(attempt.restore);
    fact.load = spend(attempt.load);
    fact.first_leg = static_cast<std::uint32_t>(trace.legs.size());
    const auto keep = [&trace](const Training::Stretch& stretch) {
        trace.legs.push_back({stretch.compute, stretch.write, stretch.times});
    };
    if (attempt.progress) {
        const std::vector<Training::Stretch> done = attempt.progress->done(left);
        std::for_each(done.begin(), done.end(), keep);
    } else {
        const Training::Stretches done = attempt.training.done(left);
        std::for_each(done.begin(), done.end(), keep);
    }
    fact.legs = static_cast<std::uint32_t>(trace.legs.size()) - fact.first_leg;
    const Standing standing = attempt.progress ? attempt.progress->at(left) : attempt.training.at(left);
    fact.compute = standing.compute;
    fact.write = standing.written;
    const bool lost = how == AttemptEnd::failed || how == AttemptEnd::interrupted || how == AttemptEnd::moved;
    fact.rework = lost ? standing.compute - standing.safe : Seconds{0};
    fact.end = now;
    fact.how = how;
    return standing;
}

}  // namespace trainyard
