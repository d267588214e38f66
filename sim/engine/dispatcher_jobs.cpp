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
         .egress_bytes = job.truth.egress_bytes});
    ++open_jobs_;
    queue(index);
}

std::uint32_t Dispatcher::shape_of(const OpenJob& job) {
    const auto kind = static_cast<std::uint32_t>(job.spec - scenario_.stream(job.stream).kinds.data());
    const auto [found, made] = shapes_.try_emplace(
        {job.stream.value, kind, job.request.gpus.count, job.memory_bytes}, std::uint32_t{0});
    if (made) {
        std::vector<bool> admitted;
        for (const PoolUse& use : strategy_.pools) {
            admitted.push_back(serves(use, job.stream, kind, job.request.gpus) &&
                               could_run(scenario_, scenario_.pool(use.pool), *job.spec, job.request.gpus,
                                         job.memory_bytes, use.count));
        }
        found->second = number_of_shape(job.request.gpus, std::move(admitted));
    }
    return found->second;
}

// The same for all that may run on the same pools with as many GPUs.
std::uint32_t Dispatcher::number_of_shape(Gpus gpus, std::vector<bool> admitted) {
    for (std::uint32_t shape = 0; shape < admission_.size(); ++shape) {
        if (gpus_of_shape_[shape] == gpus && admission_[shape] == admitted) {
            return shape;
        }
    }
    admission_.push_back(std::move(admitted));
    gpus_of_shape_.push_back(gpus);
    return static_cast<std::uint32_t>(admission_.size() - 1);
}

void Dispatcher::queue(JobIndex index) {
    state(index).request.queued_since = agenda_.now();
    queue_.push(state(index).request);
    if (has_openings_) {
        newly_queued_.push_back(index);
    }
}

bool Dispatcher::full(std::size_t entry) const { return machines_.full(strategy_.pools[entry].pool); }

bool Dispatcher::place(const JobRequest& request, std::size_t entry) {
    const PoolIndex pool = strategy_.pools[entry].pool;
    const auto gang = machines_.acquire(pool, request.job, request.gpus);
    if (!gang) {
        return false;
    }
    for (std::uint32_t i = 0; i < gang->count; ++i) {
        trace_.members[gang->first + i].held_until = still_held;
    }
    OpenJob& job = state(request.job);
    job.request.queued_since = OpenJob::not_queued;
    job.last_attempt = attempts_.take();
    Attempt& attempt = attempts_[job.last_attempt];
    attempt.fact = static_cast<std::uint32_t>(trace_.attempts.size());
    attempt.gang = *gang;
    attempt.allocated = agenda_.now();
    plan_attempt(attempt, scenario_, strategy_, seed_, scenario_.pool(pool), job);
    ++job.attempts;
    if (job.spec->failure && job.spec->failure->from_scratch) {
        job.facts.push_back(attempt.fact);
    }
    trace_.attempts.push_back({.job = request.job,
                               .pool = pool,
                               .first_member = gang->first,
                               .members = gang->count,
                               .allocated = agenda_.now()});
    if (attempt.progress) {
        begin_sharing(request.job);
    } else {
        agenda_.set(attempt.end, attempt.natural_end(), {DueClass::phase_end, request.job.value});
    }
    return true;
}

// Its machines are given back, but for a lost one, unless the job is over and lingers on them.
void Dispatcher::end_attempt(JobIndex index, AttemptEnd how) {
    OpenJob& job = state(index);
    Attempt& attempt = attempt_of(index);
    agenda_.cancel(attempt.end);
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
    if (standing.saved) {
        job.safe_gpu_s += static_cast<double>(standing.safe.count()) * attempt.rate;
        job.has_checkpoint = true;
    }
    if (how == AttemptEnd::failed) {
        retry_or_fail(index);
        return;
    }
    release_gang(attempt);
    attempts_.give_back(job.last_attempt);
    queue(index);
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
    release_gang(attempt_of(index));
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
    release_gang(attempt);
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
void Dispatcher::release_gang(const Attempt& attempt) {
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
