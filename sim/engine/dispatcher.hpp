// The simulated team: takes what falls due second by second, in the order of SPEC section 3, and
// makes one scheduling decision on the outcome of all of it.
#pragma once

#include <map>
#include <queue>
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
#include "sim/strategy/dispatch.hpp"

namespace trainyard {

class Dispatcher : private Placer {
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
    void submit_arrivals();
    void decide_now();

    // The life of a job.
    void submit(const Arrival& arrival);
    void queue(JobIndex index);
    void end_attempt(JobIndex index, AttemptEnd how);
    void interrupt(JobIndex index);
    void retry_or_fail(JobIndex index);
    void end_job(JobIndex index, JobStatus status);
    Seconds linger_time(const OpenJob& job) const;
    void release_gang(const Attempt& attempt);
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

    // `after`: the earliest opening for somebody who waits.
    void expect_openings();
    std::uint32_t shape_of(const OpenJob& job);
    std::uint32_t number_of_shape(Gpus gpus, std::vector<bool> admitted);
    bool waits(JobIndex index, SimTime since);

    bool all_done() const;
    void close(SimTime end);

    OpenJob& state(JobIndex index) { return jobs_[slot_of_job_[index.value]]; }
    Attempt& attempt_of(JobIndex index) { return attempts_[state(index).last_attempt]; }

    const Scenario& scenario_;
    const Strategy& strategy_;
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
    std::vector<Gpus> gpus_of_shape_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::int32_t, std::int64_t>, std::uint32_t> shapes_;

    struct Opening {
        SimTime at{};
        SimTime since{};
        JobIndex job;
        friend constexpr auto operator<=>(const Opening&, const Opening&) = default;
    };
    std::priority_queue<Opening, std::vector<Opening>, std::greater<>> openings_;
    Alarm next_opening_;
    SimTime next_opening_at_ = SimTime::min();
};

}  // namespace trainyard
