// Deadline guards: which pools a waiting job may use, and when one leaves the fallback.
#include <algorithm>

#include "sim/engine/dispatcher.hpp"

namespace trainyard {

// The fallback must be able to run it.
bool Dispatcher::guarded(const OpenJob& job) const {
    return strategy_.guard && job.request.deadline && could_start(job, strategy_.pools.back());
}

GuardedJob Dispatcher::guard_view(const OpenJob& job) const {
    const PoolUse& use = strategy_.pools.back();
    const Pool& pool = scenario_.pool(use.pool);
    const Gpus gang = gangs_at(use, job.request).least;
    const double rate = work_rate(scenario_, pool, *job.spec, gang);
    return {.submit = trace_.jobs[job.request.job.value].submit,
            .deadline = *job.request.deadline,
            .total_s = job.request.estimate_gpu_s / rate,
            .done_s = job.safe_gpu_s / rate,
            .changeover = expected_changeover(scenario_, strategy_, pool, known(job, Rest::job), gang)};
}

// Once the safety net has caught a job, it keeps it.
void Dispatcher::set_guard_phase(JobIndex index) {
    OpenJob& job = state(index);
    if (!guarded(job) || job.guard == GuardPhase::fallback) {
        return;
    }
    const GuardOutlook outlook = guard_outlook(strategy_.guard->kind, guard_view(job), agenda_.now());
    job.guard = outlook.phase;
    if (outlook.changes) {
        guard_openings_.push({*outlook.changes, job.request.queued_since, index});
    }
}

void Dispatcher::pass_guard_openings() {
    while (!guard_openings_.empty() && guard_openings_.top().at <= agenda_.now()) {
        const Opening opening = guard_openings_.top();
        guard_openings_.pop();
        if (!waits(opening.job, opening.since)) {
            continue;
        }
        OpenJob& job = state(opening.job);
        queue_.remove({queue_key(strategy_.queue, job.request), job.request});
        set_guard_phase(opening.job);
        job.request.shape = shape_of(job);
        queue_.push(job.request);
    }
}

void Dispatcher::expect_guard_openings() {
    while (!guard_openings_.empty() && !waits(guard_openings_.top().job, guard_openings_.top().since)) {
        guard_openings_.pop();
    }
    if (!guard_openings_.empty()) {
        agenda_.set(next_guard_, guard_openings_.top().at, {DueClass::opening, 0});
    }
}

// Whether some job left the fallback at this very second.
bool Dispatcher::leave_fallback() {
    bool left = false;
    const std::vector<JobIndex> there{on_fallback_.begin(), on_fallback_.end()};
    for (const JobIndex index : there) {
        left = leave_fallback(index) || left;
    }
    return left;
}

bool Dispatcher::leave_fallback(JobIndex index) {
    const OpenJob& job = state(index);
    Attempt& attempt = attempt_of(index);
    if (agenda_.now() < attempt.training_begins()) {
        return false;
    }
    GuardedJob view = guard_view(job);
    const Standing standing = attempt.training.at(attempt.trained(agenda_.now()));
    view.done_s += static_cast<double>(standing.compute.count()) * view.total_s * attempt.rate /
                   job.request.estimate_gpu_s;
    if (!may_leave(view, agenda_.now())) {
        if (const auto at = may_leave_at(view, agenda_.now())) {
            agenda_.set(attempt.leaves, *at, {DueClass::opening, 0});
        }
        return false;
    }
    if (!room_elsewhere(job) || !leave_machines(attempt, agenda_.now())) {
        return false;
    }
    if (attempt.natural_end() == agenda_.now()) {
        end_attempt(index, AttemptEnd::moved);
        return true;
    }
    on_fallback_.erase(index);
    agenda_.set(attempt.end, attempt.natural_end(), {DueClass::phase_end, index.value});
    return false;
}

// Another pool has a machine for it, and nobody who waits could use that pool.
bool Dispatcher::room_elsewhere(const OpenJob& job) const {
    for (std::size_t i = 0; i < strategy_.pools.size(); ++i) {
        const PoolUse& use = strategy_.pools[i];
        const bool waited_for =
            std::any_of(queue_.lines().begin(), queue_.lines().end(), [&](const WaitingQueue::Line& line) {
                return !line.empty() && admission_[line.head().request.shape][i];
            });
        if (!waited_for && use.after == Seconds{0} && admits(strategy_, use, GuardPhase::ahead) &&
            could_start(job, use) && !full(i) && fits(i, gangs_at(use, job.request).least)) {
            return true;
        }
    }
    return false;
}

}  // namespace trainyard
