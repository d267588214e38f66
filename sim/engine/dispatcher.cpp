#include "sim/engine/dispatcher.hpp"

#include <algorithm>

namespace trainyard {

namespace {

bool charges_for_storage(const Pool& pool) {
    return pool.rented() != nullptr && pool.rented()->storage.nano_usd > 0;
}

}  // namespace

Dispatcher::Dispatcher(const Scenario& scenario, const Strategy& strategy, RunSeed seed, Agenda& agenda,
                       Trace& trace)
    : scenario_{scenario},
      strategy_{with_all_entries(strategy)},
      seed_{seed},
      agenda_{agenda},
      trace_{trace},
      maker_{scenario, seed, trace.teams},
      machines_{scenario, strategy_, seed, agenda, trace},
      rig_life_{scenario, strategy, seed, agenda, trace, machines_},
      lives_through_{rig_life_.can_fail() || machines_.reserves()},
      stores_{std::any_of(scenario.pools.begin(), scenario.pools.end(), charges_for_storage)},
      arrivals_{first_arrivals(scenario, seed)},
      has_openings_{std::any_of(strategy.pools.begin(), strategy.pools.end(),
                                [](const PoolUse& use) { return use.after > Seconds{0}; })},
      queue_{strategy.queue, has_openings_},
      fair_share_{strategy.queue == QueueDiscipline::fair_share},
      backfills_{backfills(strategy.queue)},
      has_limits_{strategy.guard.has_value() || strategy.monthly_budget.has_value()},
      shapes_change_{strategy.guard.has_value() || backfills_},
      held_by_(scenario.pools.size()) {
    for (const PoolUse& use : strategy.pools) {
        const Pool& pool = scenario.pool(use.pool);
        if (pool.shared_storage) {
            storages_.try_emplace(use.pool, agenda, use.pool.value, pool.storage_bytes_per_s);
        }
    }
    make_room();
}

// Room for what a job usually leaves, so that facts rarely move; what is not used costs no memory.
void Dispatcher::make_room() {
    const std::size_t jobs = arrivals_.known();
    slot_of_job_.reserve(jobs);
    trace_.jobs.reserve(jobs);
    trace_.attempts.reserve(2 * jobs);
    trace_.members.reserve(2 * jobs);
    trace_.legs.reserve(4 * jobs);
    trace_.machines.reserve(trace_.machines.size() + jobs);
}

void Dispatcher::live_through(const std::vector<Due>& due) {
    const SimTime horizon{scenario_.horizon};
    const bool cut = scenario_.after_horizon == AfterHorizon::cut;
    const SimTime limit = cut ? horizon : horizon + scenario_.drain_limit;
    if (agenda_.now() == SimTime{}) {
        agenda_.set(end_of_window_, limit, {DueClass::end_of_window, 0});
        rig_life_.begin();
        machines_.begin();
        if (!cut && lives_through_) {
            agenda_.set(horizon_, horizon, {DueClass::opening, 0});
        }
    }
    handle(due);
    const bool lived_through = !lives_through_ || agenda_.now() >= horizon;
    if (agenda_.now() == limit || (!cut && lived_through && all_done())) {
        close(cut ? horizon : std::max(horizon, agenda_.now()));
        agenda_.clear();
    }
}

void Dispatcher::handle(const std::vector<Due>& due) {
    bool closing = false;
    for (const Due& what : due) {
        switch (what.when) {
            case DueClass::end_of_window:
                closing = true;
                break;
            case DueClass::transfer:
                end_transfers(PoolIndex{what.of});
                break;
            case DueClass::phase_end:
                end_phase(JobIndex{what.of});
                break;
            case DueClass::loss:
                lose(MachineIndex{what.of});
                break;
            case DueClass::market_change:
                change_market(PoolIndex{what.of});
                break;
            case DueClass::failure:
                fail_rig(MachineIndex{what.of});
                break;
            case DueClass::repair:
                rig_life_.come_up(MachineIndex{what.of});
                break;
            case DueClass::delivery:
                rig_life_.deliver(what.of);
                break;
            case DueClass::reservation:
                machines_.start_reservation(PoolIndex{what.of});
                break;
            case DueClass::notice:
                notify(MachineIndex{what.of});
                break;
            case DueClass::market_notice:
                announce_market(PoolIndex{what.of});
                break;
            case DueClass::arrival:
            case DueClass::opening:
            case DueClass::idle_timeout:
                break;  // below, once all before them are dealt with
        }
    }
    if (closing) {
        return;
    }
    submit_arrivals();
    decide_now();
    for (const Due& what : due) {
        if (what.when == DueClass::idle_timeout) {
            machines_.expire_idle(MachineIndex{what.of});
        }
    }
    machines_.expire_freed();
}

void Dispatcher::end_phase(JobIndex job) {
    const Attempt& attempt = attempt_of(job);
    if (attempt.lingering) {
        release_gang(job);
        forget(job);
        return;
    }
    if (attempt.progress) {
        go_on_sharing(job);
        return;
    }
    end_attempt(job, attempt.ends_as);
}

void Dispatcher::lose(MachineIndex machine) {
    const auto job = machines_.lose(machine);
    if (!job) {
        return;
    }
    const Attempt& attempt = attempt_of(*job);
    const auto first = trace_.members.begin() + attempt.gang.first;
    const auto member = std::find_if(first, first + attempt.gang.count,
                                     [machine](const GangMember& m) { return m.machine == machine; });
    member->held_until = agenda_.now();
    if (!attempt.lingering) {
        interrupt(*job);
    }
}

// As an interruption without notice, for every job on the rig.
void Dispatcher::fail_rig(MachineIndex rig) {
    for (const JobIndex job : machines_.holders(rig)) {
        const Attempt& attempt = attempt_of(job);
        if (!attempt.lingering) {
            interrupt(job);
            continue;
        }
        for (std::uint32_t i = 0; i < attempt.gang.count; ++i) {
            GangMember& member = trace_.members[attempt.gang.first + i];
            if (member.machine == rig) {
                machines_.give_back(member);
            }
        }
    }
    rig_life_.fail(rig);
}

void Dispatcher::notify(MachineIndex machine) {
    const auto job = machines_.notify(machine);
    if (!job) {
        return;
    }
    Attempt& attempt = attempt_of(*job);
    if (attempt.lingering) {
        return;
    }
    if (attempt.progress) {
        heed_notice_sharing(*job, machines_.notice_of(machine));
    } else if (heed_notice(attempt, agenda_.now(), machines_.notice_of(machine))) {
        interrupt(*job);
    } else if (attempt.warned) {
        agenda_.set(attempt.end, attempt.natural_end(), {DueClass::phase_end, job->value});
    }
}

void Dispatcher::submit_arrivals() {
    while (!arrivals_.empty() && arrivals_.next().submit <= agenda_.now()) {
        submit(arrivals_.take());
    }
    if (!arrivals_.empty() && arrivals_.next().submit != next_arrival_at_) {
        next_arrival_at_ = arrivals_.next().submit;
        agenda_.set(next_arrival_, next_arrival_at_, {DueClass::arrival, 0});
    }
}

void Dispatcher::decide_now() {
    if (has_limits_) {
        decide_within_limits();
    } else {
        decide_once();
    }
    if (has_openings_) {
        expect_openings();
    }
}

// With what a budget and a deadline guard open and close.
void Dispatcher::decide_within_limits() {
    look_at_budget();
    pass_guard_openings();
    decide_once();
    if (leave_fallback()) {
        decide_once();
    }
    expect_guard_openings();
    expect_next_month();
}

void Dispatcher::decide_once() {
    if (fair_share_) {
        std::vector<double> ranks;
        for (const Shape& shape : shape_facts_) {
            const GpuSeconds used = usage_.until(static_cast<std::uint32_t>(shape.apart), agenda_.now());
            ranks.push_back(static_cast<double>(used.count));
        }
        queue_.set_ranks(ranks);
    }
    if (backfills_) {
        backfill(strategy_, admission_, queue_, agenda_.now(), *this);
    } else {
        decide(strategy_, admission_, queue_, agenda_.now(), *this);
    }
}

// Since that very second, and not since an earlier or later return to the queue.
bool Dispatcher::waits(JobIndex index, SimTime since) {
    const JobRequest& request = state(index).request;
    return request.job == index && request.queued_since == since;
}

void Dispatcher::expect_openings() {
    for (const JobIndex index : newly_queued_) {
        const JobRequest& request = state(index).request;
        if (request.job != index || state(index).holds_machines()) {
            continue;  // it was given machines at once, and may have gone since
        }
        for (std::size_t i = 0; i < strategy_.pools.size(); ++i) {
            const SimTime opens = request.queued_since + strategy_.pools[i].after;
            if (opens > agenda_.now() && admission_[request.shape][i]) {
                openings_.push({opens, request.queued_since, index});
            }
        }
    }
    newly_queued_.clear();
    while (!openings_.empty() &&
           (openings_.top().at <= agenda_.now() || !waits(openings_.top().job, openings_.top().since))) {
        openings_.pop();
    }
    if (!openings_.empty() && openings_.top().at != next_opening_at_) {
        next_opening_at_ = openings_.top().at;
        agenda_.set(next_opening_, next_opening_at_, {DueClass::opening, 0});
    }
}

bool Dispatcher::all_done() const { return open_jobs_ == 0 && arrivals_.empty() && machines_.running() == 0; }

void Dispatcher::close(SimTime end) {
    trace_.end = end;
    for (std::size_t i = 0; i < trace_.jobs.size(); ++i) {
        const JobIndex index{i};
        if (trace_.jobs[i].status == JobStatus::unfinished && state(index).holds_machines()) {
            const Attempt& attempt = attempt_of(index);
            if (record_attempt(attempt, AttemptEnd::open, end, trace_).saved && stores_) {
                trace_.attempts[attempt.fact].saved = first_saved(attempt, end);
            }
        }
    }
    for (GangMember& member : trace_.members) {
        member.held_until = std::min(member.held_until, end);
    }
    for (DownFact& down : trace_.downs) {
        down.until = std::min(down.until, end);
    }
}

}  // namespace trainyard
