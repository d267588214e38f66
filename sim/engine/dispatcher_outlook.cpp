// What the strategy is shown of machines and jobs: expectations, and what was spent.
#include <algorithm>
#include <limits>

#include "sim/engine/dispatcher.hpp"
#include "sim/strategy/expected_finish.hpp"

namespace trainyard {

KnownJob Dispatcher::known(const OpenJob& job, Rest rest) const {
    const bool pilot = rest == Rest::attempt && job.pilot_pending;
    const double goal_gpu_s = job.request.estimate_gpu_s * (pilot ? job.spec->pilot->share : 1);
    return {.spec = job.spec,
            .left_gpu_s = goal_gpu_s - job.safe_gpu_s,
            .setup_done = job.setup_done,
            .has_checkpoint = job.has_checkpoint,
            .checkpoint_bytes = job.traced_checkpoint_bytes};
}

bool Dispatcher::fits(std::size_t entry, Gpus gang) const {
    const PoolUse& use = strategy_.pools[entry];
    return use.opening == PoolUse::Opening::warm_only ? machines_.fits_warm(use.pool, gang)
                                                      : machines_.fits(use.pool, gang);
}

double Dispatcher::expected_to_finish(const JobRequest& request, std::size_t entry) const {
    const PoolUse& use = strategy_.pools[entry];
    const GangRange gangs = gangs_at(use, request);
    Gpus gang = gangs.most;
    while (gang >= gangs.least && !fits(entry, gang)) {
        gang -= Gpus{1};
    }
    if (gang < gangs.least) {
        return std::numeric_limits<double>::infinity();
    }
    const Start start{scenario_.pool(use.pool), known(state(request.job), Rest::job), gang,
                      machines_.fits_warm(use.pool, gang)};
    return strategy_.choose == PoolChoice::fastest ? expected_seconds(scenario_, strategy_, start)
                                                   : expected_usd(scenario_, strategy_, start);
}

Outlook::Stay Dispatcher::stay(const JobRequest& request, std::size_t entry, Gpus gang) const {
    const PoolIndex index = strategy_.pools[entry].pool;
    const Pool& pool = scenario_.pool(index);
    const OpenJob& job = state(request.job);
    const ExpectedAttempt cold =
        expected_attempt(scenario_, strategy_, pool, known(job, Rest::attempt), gang);
    ExpectedAttempt warm = cold;
    warm.boot = machines_.fits_warm(index, gang) ? Seconds{0} : cold.boot;
    const auto held = [&](const ExpectedAttempt& attempt) {
        const Seconds length = attempt.length();
        return length + expected_linger(scenario_, *job.spec, agenda_.now() + length);
    };
    return {pool.rigs() != nullptr ? gang.count : machines_for(pool, gang), held(warm), held(cold)};
}

// A gang that did not boot at all was warm.
void Dispatcher::note_begin(JobIndex index, Attempt& attempt, const PoolUse& use) {
    const OpenJob& job = state(index);
    if (fair_share_) {
        usage_.take(job.team, attempt.gpus, agenda_.now());
    }
    if (backfills_) {
        ExpectedAttempt expected = expected_attempt(scenario_, strategy_, scenario_.pool(use.pool),
                                                    known(job, Rest::attempt), attempt.gpus);
        expected.boot = attempt.boot > Seconds{0} ? expected.boot : Seconds{0};
        const SimTime end = agenda_.now() + expected.length();
        attempt.expected_release = end + expected_linger(scenario_, *job.spec, end);
        held_by_[use.pool.value].insert(index);
    }
    const bool may_go_back = use.opening == PoolUse::Opening::by_guard && job.guard == GuardPhase::behind;
    if (may_go_back && strategy_.guard->kind == DeadlineGuard::Kind::uniform_progress) {
        on_fallback_.insert(index);
        if (const auto at = may_leave_at(guard_view(job), attempt.training_begins())) {
            agenda_.set(attempt.leaves, *at, {DueClass::opening, 0});
        }
    }
}

// A job past its estimate is taken to end next second. Nothing is promised on what a budget has closed.
Timetable Dispatcher::timetable(std::size_t entry) const {
    const PoolIndex pool = strategy_.pools[entry].pool;
    const RentedTerms* rented = scenario_.pool(pool).rented();
    const bool rigs = rented == nullptr;
    if (spent_ && !rigs && !rented->reservation) {
        return {agenda_.now(), {0}, {}};
    }
    std::vector<Timetable::Freed> freed;
    for (const JobIndex index : held_by_[pool.value]) {
        const Attempt& attempt = attempts_[state(index).last_attempt];
        const SimTime at = std::max(attempt.expected_release, agenda_.now() + Seconds{1});
        for (std::uint32_t i = 0; i < attempt.gang.count; ++i) {
            const GangMember& member = trace_.members[attempt.gang.first + i];
            if (!trace_.machines[member.machine.value].released) {
                freed.push_back({at, machines_.part_of(member.machine), rigs ? member.gpus.count : 1});
            }
        }
    }
    return {agenda_.now(), machines_.free_units(pool), std::move(freed)};
}

bool Dispatcher::place_on(const JobRequest& request, std::size_t entry, Gpus gang, std::uint32_t part) {
    if (!fits(entry, gang)) {
        return false;
    }
    const auto got = machines_.acquire_on(strategy_.pools[entry].pool, request.job, gang, part);
    if (got) {
        begin(request, entry, gang, *got);
    }
    return got.has_value();
}

void Dispatcher::look_at_budget() {
    if (strategy_.monthly_budget) {
        spent_ = machines_.spent_this_month() >= *strategy_.monthly_budget;
    }
}

void Dispatcher::expect_next_month() {
    if (spent_ && !queue_.empty()) {
        agenda_.set(next_month_, next_month(scenario_, agenda_.now()), {DueClass::opening, 0});
    }
}

}  // namespace trainyard
