// The simulated team: takes what falls due second by second, in the order of SPEC section 3, and
// makes one scheduling decision on the outcome of all of it.
#pragma once

#include <map>
#include <queue>
#include <set>
#include <tuple>
#include <vector>

#include "sim/engine/agenda.hpp"
#include "sim/engine/arrivals.hpp"
#include "sim/engine/attempt.hpp"
#include "sim/engine/machines.hpp"
#include "sim/engine/open_job.hpp"
#include "sim/engine/rig_life.hpp"
#include "sim/engine/shared_storage.hpp"
#include "sim/engine/slots.hpp"
#include "sim/engine/team_usage.hpp"
#include "sim/strategy/backfill.hpp"
#include "sim/strategy/estimate.hpp"
#include "sim/strategy/guard.hpp"

namespace trainyard {

class Dispatcher : private Outlook {
public:
    Dispatcher(const Scenario& scenario, const Strategy& strategy, RunSeed seed, Agenda& agenda,
               Trace& trace);

    // What falls due at the agenda's second; the first time at second 0, with nothing due. Ends the
    // simulation at the end of the accounting window.
    void live_through(const std::vector<Due>& due);

private:
    void make_room();

    // Facts of a second.
    void handle(const std::vector<Due>& due);
    void end_phase(JobIndex job);
    void lose(MachineIndex machine);
    void fail_rig(MachineIndex rig);
    void notify(MachineIndex machine);
    void change_market(PoolIndex pool);
    void announce_market(PoolIndex pool);
    void submit_arrivals();
    void decide_now();
    void decide_within_limits();
    void decide_once();

    // The life of a job.
    void submit(const Arrival& arrival);
    void queue(JobIndex index);
    void end_attempt(JobIndex index, AttemptEnd how);
    void interrupt(JobIndex index);
    void retry_or_fail(JobIndex index);
    void end_job(JobIndex index, JobStatus status);
    Seconds linger_time(const OpenJob& job) const;
    void release_gang(JobIndex index);
    void end_pilot(OpenJob& job);
    void forget(JobIndex index);

    // An attempt on shared storage, from step to step.
    void begin_sharing(JobIndex index);
    void go_on_sharing(JobIndex index);
    void end_transfers(PoolIndex pool);
    void follow(JobIndex index, SharedTraining::Step step);
    void expect_step(JobIndex index);
    void heed_notice_sharing(JobIndex index, Seconds notice);
    SharedStorage& storage_of(JobIndex index);

    // Placer
    bool full(std::size_t entry) const override;
    bool place(const JobRequest& request, std::size_t entry) override;
    double expected_to_finish(const JobRequest& request, std::size_t entry) const override;
    // Outlook
    Timetable timetable(std::size_t entry) const override;
    Stay stay(const JobRequest& request, std::size_t entry, Gpus gang) const override;
    bool place_on(const JobRequest& request, std::size_t entry, Gpus gang, std::uint32_t part) override;

    void begin(const JobRequest& request, std::size_t entry, Gpus gpus, const Gang& gang);
    bool fits(std::size_t entry, Gpus gang) const;
    void note_begin(JobIndex index, Attempt& attempt, const PoolUse& use);
    // Up to the end of its next attempt, or of the whole job.
    enum class Rest { attempt, job };
    KnownJob known(const OpenJob& job, Rest rest) const;
    void look_at_budget();
    void expect_next_month();

    // Deadline guards.
    bool guarded(const OpenJob& job) const;
    GuardedJob guard_view(const OpenJob& job) const;
    void set_guard_phase(JobIndex index);
    void pass_guard_openings();
    void expect_guard_openings();
    bool leave_fallback();
    bool leave_fallback(JobIndex index);
    bool room_elsewhere(const OpenJob& job) const;

    // Why it is placed there: as AttemptFact::choice says it.
    std::uint32_t choice_of(const JobRequest& request, std::size_t entry);
    std::optional<PassedOver::Why> passed_over(const JobRequest& request, std::size_t entry) const;

    // `after`: the earliest opening for somebody who waits.
    void expect_openings();
    std::uint32_t shape_of(const OpenJob& job);
    bool could_start(const OpenJob& job, const PoolUse& use) const;
    bool waits(JobIndex index, SimTime since);

    bool all_done() const;
    void close(SimTime end);

    OpenJob& state(JobIndex index) { return jobs_[slot_of_job_[index.value]]; }
    const OpenJob& state(JobIndex index) const { return jobs_[slot_of_job_[index.value]]; }
    Attempt& attempt_of(JobIndex index) { return attempts_[state(index).last_attempt]; }

    const Scenario& scenario_;
    const Strategy strategy_;  // with all entries
    RunSeed seed_;
    Agenda& agenda_;
    Trace& trace_;
    JobMaker maker_;
    Machines machines_;
    RigLife rig_life_;
    bool lives_through_;  // the window, although nobody trains: machines come, fail or go meanwhile
    Alarm horizon_;       // set then
    bool stores_;         // some pool charges for storing checkpoints
    std::map<PoolIndex, SharedStorage> storages_;

    ArrivalQueue arrivals_;
    Alarm next_arrival_;
    SimTime next_arrival_at_ = SimTime::min();
    Alarm end_of_window_;

    Slots<OpenJob> jobs_;
    std::vector<std::uint32_t> slot_of_job_;  // by number
    std::int64_t open_jobs_ = 0;
    Slots<Attempt> attempts_;

    bool has_openings_;  // of pools that are open only to jobs that have waited
    WaitingQueue queue_;
    std::vector<JobIndex> newly_queued_;
    Admission admission_;
    // What jobs of a shape have in common, beside the entries that admit them.
    struct Shape {
        Gpus gpus;
        Gpus least_gpus;
        std::uint64_t apart = 0;  // what else a discipline keeps apart: a team; a kind and its estimate
        friend constexpr auto operator<=>(const Shape&, const Shape&) = default;
    };
    std::uint64_t kept_apart(const OpenJob& job, std::uint32_t kind) const;
    std::uint32_t number_of_shape(const Shape& shape, std::vector<bool> admitted);
    std::vector<Shape> shape_facts_;
    bool fair_share_;
    bool backfills_;
    bool has_limits_;     // a deadline guard or a budget
    bool shapes_change_;  // while a job is open
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::int64_t, GuardPhase, Shape>, std::uint32_t>
        shapes_;

    std::map<std::uint64_t, std::uint32_t> choices_;  // as AttemptFact::choice, by how entries stood

    struct Opening {
        SimTime at{};
        SimTime since{};
        JobIndex job;
        friend constexpr auto operator<=>(const Opening&, const Opening&) = default;
    };
    std::priority_queue<Opening, std::vector<Opening>, std::greater<>> openings_;
    Alarm next_opening_;
    SimTime next_opening_at_ = SimTime::min();

    TeamUsage usage_;
    std::vector<std::set<JobIndex>> held_by_;  // by pool: whose jobs are there, where reservations are made
    bool spent_ = false;                       // the month's budget
    Alarm next_month_;
    std::priority_queue<Opening, std::vector<Opening>, std::greater<>> guard_openings_;
    Alarm next_guard_;
    std::set<JobIndex> on_fallback_;  // jobs that uniform-progress lets go back
};

}  // namespace trainyard
