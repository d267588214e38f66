// Facts that contradict each other are found, in every build, and the message says where.
#include "sim/ledger/invariants.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;
using Catch::Matchers::Contains;

namespace {

// Job 1 computes on cloud[1] in [0, 100), which is released at 150.
struct Sound {
    Facts facts{1000};
    std::size_t job = facts.job(0);
    std::size_t machine = facts.machine(cloud, 0, 0, 150);
    std::size_t attempt =
        facts.attempt(job, cloud, 0, {.legs = {compute(100)}}, AttemptEnd::finished, {{machine, 1}});

    Sound() { facts.finish(job); }
    AttemptFact& fact() { return facts.at(attempt); }
};

std::string violation(const Facts& facts) {
    try {
        fold_all(fleet(), facts);
    } catch (const InvariantViolation& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("sound facts violate nothing") { CHECK(violation(Sound{}.facts) == "none"); }

TEST_CASE("an instance that holds two jobs at once is a violation") {
    Sound sound;
    const auto other = sound.facts.job(0);
    sound.facts.attempt(other, cloud, 99, {.legs = {compute(10)}}, AttemptEnd::finished,
                        {{sound.machine, 1}});
    sound.facts.finish(other);
    CHECK(violation(sound.facts) == "cloud[1], job 2, second 99: an instance holds two jobs at once");
}

TEST_CASE("an instance may hold one job after another at the same second") {
    Sound sound;
    const auto other = sound.facts.job(0);
    sound.facts.attempt(other, cloud, 100, {.legs = {compute(10)}}, AttemptEnd::finished,
                        {{sound.machine, 1}});
    sound.facts.finish(other);
    CHECK(violation(sound.facts) == "none");
}

TEST_CASE("more GPUs than a rig has is a violation") {
    Facts facts{1000};
    const auto machine = facts.machine(rig, 0, 0);
    for (int i = 0; i < 3; ++i) {
        const auto job = facts.job(0);
        facts.attempt(job, rig, 10, {.legs = {compute(10)}}, AttemptEnd::finished, {{machine, 1}});
        facts.finish(job);
    }
    CHECK(violation(facts) == "rig[1], job 3, second 10: more GPUs are held than it has");
}

TEST_CASE("GPUs of an instance that are neither used nor stranded are a violation") {
    Facts facts{1000};
    const auto job = facts.job(0);
    const auto machine = facts.machine(spot, 0, 0, 100);
    facts.attempt(job, spot, 0, {.legs = {compute(100)}}, AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    CHECK(violation(facts) == "spot[1], job 1, second 0: an instance's GPUs are neither used nor stranded");
}

TEST_CASE("GPU-seconds that do not add up to what is paid for are a violation") {
    const Sound sound;
    const Scenario scenario = fleet();
    MachineAccount account;
    account.paid_until = at_second(150);
    account.paid_gpu_s = GpuSeconds{150};
    account.gpu_s[index_of(GpuState::compute)] = GpuSeconds{100};
    CHECK_THROWS_WITH(check_gpu_seconds(scenario, sound.facts.trace.machines[0], account),
                      "cloud[1], released at second 150: 100 GPU-seconds are in a state, 150 are paid for");
    // A setup that ran before an unpaid boot had ended would be tallied beyond the paid time.
    Facts facts{1000};
    const auto job = facts.job(0);
    const auto machine = facts.machine(cloud, 0, 50, 100);
    facts.attempt(job, cloud, 0, {.boot = 10, .legs = {compute(90)}}, AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    Scenario unbilled = fleet();
    rented(unbilled, cloud).billing.boot = false;
    CHECK_THROWS_WITH(fold_all(unbilled, facts), Contains("90 GPU-seconds are in a state, 50 are paid for"));
}

TEST_CASE("phases or legs that do not add up are a violation") {
    Sound sound;
    sound.fact().load = Seconds{1};
    CHECK_THAT(violation(sound.facts), Contains("job 1, pool cloud, second 100: phases do not add up"));
    Sound legs;
    legs.facts.trace.legs[0].times = 2;
    CHECK_THAT(violation(legs.facts), Contains("legs do not add up"));
    Sound rework;
    rework.fact().rework = Seconds{101};
    CHECK_THAT(violation(rework.facts), Contains("more rework than compute"));
    Sound negative;
    negative.fact().boot = Seconds{-5};
    negative.fact().load = Seconds{5};
    CHECK_THAT(violation(negative.facts), Contains("a phase of negative length"));
}

TEST_CASE("attempts outside of their job's time are a violation") {
    Sound early;
    early.facts.trace.jobs[0].submit = at_second(1);
    CHECK_THAT(violation(early.facts), Contains("allocated before its submission"));
    Sound late;
    late.facts.trace.end = at_second(99);
    CHECK_THAT(violation(late.facts), Contains("ends after the window"));
    Sound overlap;
    overlap.fact().how = AttemptEnd::interrupted;
    const auto other = overlap.facts.machine(cloud, 90, 90, 200);
    overlap.facts.attempt(overlap.job, cloud, 99, {.legs = {compute(10)}}, AttemptEnd::finished,
                          {{other, 1}});
    overlap.facts.finish(overlap.job);
    CHECK(violation(overlap.facts) == "job 1, pool cloud, second 99: two attempts overlap");
    overlap.facts.trace.attempts[0].how = AttemptEnd::finished;
    overlap.facts.trace.attempts[1].allocated = at_second(100);
    overlap.facts.trace.attempts[1].end = at_second(110);
    CHECK_THAT(violation(overlap.facts), Contains("after one that ended the job"));
}

TEST_CASE("a job's end that is not its last attempt's is a violation") {
    Sound moved;
    moved.facts.trace.jobs[0].end = at_second(101);
    CHECK_THAT(violation(moved.facts), Contains("its end is not that of its last attempt"));
    Sound failed;
    failed.facts.trace.jobs[0].status = JobStatus::failed;
    CHECK_THAT(violation(failed.facts), Contains("its end is not that of its last attempt"));
    Sound open;
    open.facts.trace.jobs[0].status = JobStatus::unfinished;
    CHECK_THAT(violation(open.facts), Contains("if and only if"));
    Facts after{10};
    after.job(11);
    CHECK_THAT(violation(after), Contains("submitted after the window"));
}

TEST_CASE("machines that are not where their attempt says are a violation") {
    Sound released;
    released.facts.member(0).held_until = at_second(151);
    CHECK(violation(released.facts) == "cloud[1], job 1, second 151: held after its release");
    Sound dropped;
    dropped.facts.member(0).held_until = at_second(99);
    CHECK_THAT(violation(dropped.facts), Contains("given back before the attempt ended"));
    Sound unborn;
    unborn.facts.trace.machines[0].launched = at_second(1);
    CHECK_THAT(violation(unborn.facts), Contains("held before its launch"));
    Sound elsewhere;
    elsewhere.fact().pool = PoolIndex{spot};
    CHECK_THAT(violation(elsewhere.facts), Contains("a machine of another pool"));
    Sound wider;
    wider.facts.trace.jobs[0].gpus = Gpus{2};
    CHECK_THAT(violation(wider.facts), Contains("are not the job's"));
    Sound backwards;
    backwards.facts.trace.machines[0].released = at_second(-1);
    CHECK_THAT(violation(backwards.facts), Contains("released before its launch"));
}

TEST_CASE("indices that point nowhere are a violation") {
    Sound legs;
    legs.fact().legs = 2;
    CHECK_THAT(violation(legs.facts), Contains("legs that the trace does not have"));
    Sound members;
    members.fact().members = 2;
    CHECK_THAT(violation(members.facts), Contains("members that the trace does not have"));
    Sound job;
    job.fact().job = JobIndex{7};
    CHECK_THAT(violation(job.facts), Contains("no such job or pool"));
    Sound machine;
    machine.facts.member(0).machine = MachineIndex{7};
    CHECK_THAT(violation(machine.facts), Contains("a machine that the trace does not have"));
}

TEST_CASE("job seconds, ledger lines and the waterfall are checked against their totals") {
    Sound sound;
    const Scenario scenario = fleet();
    Outcome outcome = fold_all(scenario, sound.facts);
    outcome.jobs[0].seconds[index_of(JobState::queued)] = Seconds{3};
    CHECK_THROWS_WITH(check_job_seconds(scenario, sound.facts.trace, outcome.jobs),
                      "job 1 of nlp, closed at second 100: 103 s are in a state, its turnaround is 100 s");

    CategoryTotals posted{};
    posted[index_of(CostCategory::on_demand)] = Money::micro_usd(150'000);
    CategoryTotals totals{};
    totals[index_of(CostCategory::on_demand)] = Money::micro_usd(149'999);
    CHECK_THROWS_WITH(check_lines(posted, totals),
                      "ledger lines of on_demand sum to 150000 micro-dollars, not to 149999");

    Spending spending;
    spending.useful.add(100, 1);
    Waterfall shares;
    shares.useful = Money::micro_usd(104);
    CHECK_THROWS_AS(check_waterfall(shares, spending, 1), InvariantViolation);
    shares.useful = Money::micro_usd(102);
    CHECK_NOTHROW(check_waterfall(shares, spending, 1));
}
