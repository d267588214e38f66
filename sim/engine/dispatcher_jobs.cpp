// The life of a job: submitted, queued, started, cut, ended.
#include <algorithm>
#include <utility>

#include "sim/engine/dispatcher.hpp"

namespace trainyard {

namespace {

// The end of what is held with no end in sight; the end of the window cuts it back.
constexpr SimTime still_held = SimTime::max();

}  // namespace

void Dispatcher::submit(const Arrival& arrival) {
    const JobIndex index{trace_.jobs.size()};
    slot_of_job_.push_back(jobs_.take());
    OpenJob& job = state(index);
    job = maker_.make(arrival);
    job.request.job = index;
    job.request.shape = shape_of(job);
    trace_.jobs.push_back(
        {.stream = job.stream,
         .kind = static_cast<std::uint32_t>(job.spec - scenario_.stream(job.stream).kinds.data()),
         .team = job.team,
         .gpus = job.request.gpus,
         .work_gpu_s = job.truth.work_gpu_s,
         .submit = arrival.submit,
         .deadline = job.request.deadline,
         .checkpoint_bytes = job.truth.checkpoint ? round_half_up(job.truth.checkpoint->size_bytes) : 0,
         .egress_bytes = job.truth.egress_bytes,
         .least_gpus = job.spec->least_gpus});
    ++open_jobs_;
    queue(index);
}

bool Dispatcher::could_start(const OpenJob& job, const PoolUse& use) const {
    const auto kind = static_cast<std::uint32_t>(job.spec - scenario_.stream(job.stream).kinds.data());
    const auto gang = least_served(use, job.stream, kind, job.request.least_gpus, job.request.gpus);
    return gang &&
           could_run(scenario_, scenario_.pool(use.pool), *job.spec, *gang, job.memory_bytes, use.count);
}

std::uint64_t Dispatcher::kept_apart(const OpenJob& job, std::uint32_t kind) const {
    if (fair_share_) {
        return job.team;
    }
    if (backfills_) {
        return (std::uint64_t{job.stream.value} << 32U | kind) << 1U | (job.request.own_estimate ? 1U : 0U);
    }
    return 0;
}

std::uint32_t Dispatcher::shape_of(const OpenJob& job) {
    const auto kind = static_cast<std::uint32_t>(job.spec - scenario_.stream(job.stream).kinds.data());
    const Shape shape{job.request.gpus, job.request.least_gpus, kept_apart(job, kind)};
    const auto [found, made] =
        shapes_.try_emplace({job.stream.value, kind, job.memory_bytes, job.guard, shape}, std::uint32_t{0});
    if (made) {
        std::vector<bool> admitted;
        for (const PoolUse& use : strategy_.pools) {
            admitted.push_back(admits(strategy_, use, job.guard) && could_start(job, use));
        }
        found->second = number_of_shape(shape, std::move(admitted));
    }
    return found->second;
}

// The same for all that may run on the same pools with as many GPUs.
std::uint32_t Dispatcher::number_of_shape(const Shape& shape, std::vector<bool> admitted) {
    for (std::uint32_t number = 0; number < admission_.size(); ++number) {
        if (shape_facts_[number] == shape && admission_[number] == admitted) {
            return number;
        }
    }
    admission_.push_back(std::move(admitted));
    shape_facts_.push_back(shape);
    return static_cast<std::uint32_t>(admission_.size() - 1);
}

void Dispatcher::queue(JobIndex index) {
    OpenJob& job = state(index);
    job.request.queued_since = agenda_.now();
    if (shapes_change_) {
        job.request.own_estimate = job.attempts > 0;
        set_guard_phase(index);
        job.request.shape = shape_of(job);
    }
    queue_.push(job.request);
    if (has_openings_) {
        newly_queued_.push_back(index);
    }
}

bool Dispatcher::full(std::size_t entry) const {
    const PoolUse& use = strategy_.pools[entry];
    const RentedTerms* rented = scenario_.pool(use.pool).rented();
    if (spent_ && rented != nullptr && !rented->reservation) {
        return true;
    }
    if (use.opening == PoolUse::Opening::warm_only) {
        return !machines_.fits_warm(use.pool, Gpus{1});
    }
    return machines_.full(use.pool);
}

bool Dispatcher::place(const JobRequest& request, std::size_t entry) {
    const PoolUse& use = strategy_.pools[entry];
    const GangRange gangs = gangs_at(use, request);
    for (Gpus gang = gangs.most; gang >= gangs.least; gang -= Gpus{1}) {
        if (use.opening == PoolUse::Opening::warm_only && !machines_.fits_warm(use.pool, gang)) {
            continue;
        }
        if (const auto got = machines_.acquire(use.pool, request.job, gang)) {
            begin(request, entry, gang, *got);
            return true;
        }
    }
    return false;
}

void Dispatcher::begin(const JobRequest& request, std::size_t entry, Gpus gpus, const Gang& gang) {
    const PoolUse& use = strategy_.pools[entry];
    const std::uint32_t choice = strategy_.choose == PoolChoice::in_order ? choice_of(request, entry) : 0;
    for (std::uint32_t i = 0; i < gang.count; ++i) {
        trace_.members[gang.first + i].held_until = still_held;
    }
    OpenJob& job = state(request.job);
    job.request.queued_since = OpenJob::not_queued;
    job.last_attempt = attempts_.take();
    Attempt& attempt = attempts_[job.last_attempt];
    attempt.fact = static_cast<std::uint32_t>(trace_.attempts.size());
    attempt.gang = gang;
    attempt.gpus = gpus;
    attempt.allocated = agenda_.now();
    plan_attempt(attempt, scenario_, strategy_, seed_, scenario_.pool(use.pool), job);
    if (fair_share_ || backfills_ || has_limits_) {
        note_begin(request.job, attempt, use);
    }
    ++job.attempts;
    if (job.spec->failure && job.spec->failure->from_scratch) {
        job.facts.push_back(attempt.fact);
    }
    trace_.attempts.push_back({.job = request.job,
                               .pool = use.pool,
                               .first_member = gang.first,
                               .members = gang.count,
                               .allocated = agenda_.now(),
                               .choice = choice});
    if (attempt.progress) {
        begin_sharing(request.job);
    } else {
        agenda_.set(attempt.end, attempt.natural_end(), {DueClass::phase_end, request.job.value});
    }
}

// Its machines are given back, but for a lost one, unless the job is over and lingers on them.
void Dispatcher::end_attempt(JobIndex index, AttemptEnd how) {
    OpenJob& job = state(index);
    Attempt& attempt = attempt_of(index);
    agenda_.cancel(attempt.end);
    if (has_limits_) {
        agenda_.cancel(attempt.leaves);
        on_fallback_.erase(index);
    }
    if (attempt.progress) {
        storage_of(index).stop(index);
    }
    const Standing standing = record_attempt(attempt, how, agenda_.now(), trace_);
    if (stores_ && standing.saved) {
        trace_.attempts[attempt.fact].saved = first_saved(attempt, agenda_.now());
    }
    job.setup_done = job.setup_done || agenda_.now() >= attempt.allocated + attempt.boot + attempt.setup;
    if (how == AttemptEnd::finished) {
        end_job(index, JobStatus::finished);
        return;
    }
    if (how == AttemptEnd::piloted) {
        end_pilot(job);
    } else if (standing.saved) {
        job.safe_gpu_s += static_cast<double>(standing.safe.count()) * attempt.rate;
        job.has_checkpoint = true;
    }
    if (how == AttemptEnd::failed) {
        retry_or_fail(index);
        return;
    }
    release_gang(index);
    attempts_.give_back(job.last_attempt);
    queue(index);
}

// What the pilot did counts as done; a job that can checkpoint restores it.
void Dispatcher::end_pilot(OpenJob& job) {
    job.safe_gpu_s = job.goal_gpu_s();
    job.has_checkpoint = job.truth.checkpoint.has_value();
    job.pilot_pending = false;
    job.request.estimate_gpu_s = maker_.piloted_estimate(job);
}

void Dispatcher::interrupt(JobIndex index) { end_attempt(index, AttemptEnd::interrupted); }

void Dispatcher::retry_or_fail(JobIndex index) {
    OpenJob& job = state(index);
    const Failure& failure = *job.spec->failure;
    if (failure.from_scratch) {
        job.safe_gpu_s = 0;
        job.has_checkpoint = false;
        for (const std::uint32_t undone : job.facts) {
            trace_.attempts[undone].rework = trace_.attempts[undone].compute;
        }
        job.facts.clear();
    }
    if (++job.failures > failure.retries) {
        end_job(index, JobStatus::failed);
        return;
    }
    release_gang(index);
    attempts_.give_back(job.last_attempt);
    queue(index);
}

void Dispatcher::end_job(JobIndex index, JobStatus status) {
    OpenJob& job = state(index);
    JobFact& fact = trace_.jobs[index.value];
    fact.status = status;
    fact.end = agenda_.now();
    --open_jobs_;
    if (const auto next = next_arrival(scenario_, seed_, job.stream, job.place, agenda_.now())) {
        arrivals_.add(*next);
    }
    Attempt& attempt = attempt_of(index);
    const Seconds linger = linger_time(job);
    if (linger > Seconds{0}) {
        attempt.lingering = true;
        const SimTime until = agenda_.now() + linger;
        for (std::uint32_t i = 0; i < attempt.gang.count; ++i) {
            trace_.members[attempt.gang.first + i].held_until = until;
        }
        agenda_.set(attempt.end, until, {DueClass::phase_end, index.value});
        return;
    }
    release_gang(index);
    forget(index);
}

Seconds Dispatcher::linger_time(const OpenJob& job) const {
    if (const auto* drawn = std::get_if<Distribution>(&job.spec->linger)) {
        RandomStream random{seed_, Purpose::linger, maker_.name_of(job.stream), job.place};
        return whole_seconds(sample(*drawn, random));
    }
    const WeeklyProfile& profile = std::get<LingerUntil>(job.spec->linger).profile;
    return until_attended(scenario_, profile, agenda_.now());
}

// Members that were lost are no longer held.
void Dispatcher::release_gang(JobIndex index) {
    const Attempt& attempt = attempt_of(index);
    if (fair_share_) {
        usage_.give_back(state(index).team, attempt.gpus, agenda_.now());
    }
    if (backfills_) {
        held_by_[trace_.attempts[attempt.fact].pool.value].erase(index);
    }
    for (std::uint32_t i = 0; i < attempt.gang.count; ++i) {
        GangMember& member = trace_.members[attempt.gang.first + i];
        const bool lost = trace_.machines[member.machine.value].released || member.held_until < agenda_.now();
        if (!lost) {
            machines_.give_back(member);
        }
    }
}

void Dispatcher::forget(JobIndex index) {
    attempts_.give_back(state(index).last_attempt);
    jobs_.give_back(slot_of_job_[index.value]);
}

}  // namespace trainyard
