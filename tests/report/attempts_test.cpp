#include "analysis/report/attempts.hpp"

#include <catch2/catch.hpp>

#include "tests/report/fixture.hpp"

using namespace trainyard;

TEST_CASE("checkpoints within compute are one phase with it") {
    const MachineRows machines = read_timeline(fixture::day(), "mixed");
    CHECK(machines.pools == std::vector<std::string>{"rig", "spot"});
    REQUIRE(machines.rows.size() == 2);
    const std::vector<MachinePhase>& rig = machines.rows[0].phases;
    REQUIRE(rig.size() == 2);
    CHECK(rig[0].state == GpuState::compute);
    CHECK(rig[0].until_s == 7200);
    CHECK(rig[0].checkpoints == 1);
    CHECK(rig[0].checkpoint_s == 60);
    CHECK(rig[1].state == GpuState::idle);
    CHECK(machines.end_s == 86400);
}

TEST_CASE("an attempt ends with its interruption, and the next has queued since") {
    const MachineRows machines = read_timeline(fixture::day(), "mixed");
    const auto attempts = attempts_of(machines, read_jobs(fixture::day_jobs()));
    REQUIRE(attempts.size() == 3);
    CHECK(attempts[0].in(GpuState::compute) == 7140);
    CHECK(attempts[0].in(GpuState::checkpoint) == 60);
    CHECK(attempts[1].job == 2);
    CHECK(attempts[1].waited_s() == 3600);
    CHECK(attempts[1].ended == "interruption");
    CHECK(attempts[1].in(GpuState::rework) == 600);
    CHECK(attempts[2].from_s == 9200);
    CHECK(attempts[2].waited_s() == 3600);
    CHECK(attempts[2].ended.empty());
}

TEST_CASE("an attempt that begins in the second of the interruption is another") {
    using namespace fixture;
    const std::string text =
        events({named("process_name", 1, 0, "mixed / spot"), named("thread_name", 1, 1, "spot[1]"),
                job_phase(1, 1, "compute", 0, 100, 1, 1), instant(1, 1, "failure", 100, 1),
                job_phase(1, 1, "compute", 100, 200, 1, 1)});
    const auto attempts = attempts_of(read_timeline(text, "mixed"), {JobLine{}});
    REQUIRE(attempts.size() == 2);
    CHECK(attempts[0].ended == "failure");
    CHECK(attempts[1].from_s == 100);
    CHECK(attempts[1].waited_s() == 0);
}

TEST_CASE("a gang is one attempt on several machines, its seconds counted once") {
    using namespace fixture;
    const std::string text =
        events({named("process_name", 1, 0, "mixed / spot"), named("thread_name", 1, 1, "spot[1]"),
                named("thread_name", 1, 2, "spot[2]"), job_phase(1, 1, "boot", 0, 60, 1),
                job_phase(1, 1, "compute", 60, 100, 1), job_phase(1, 2, "boot", 0, 60, 1),
                job_phase(1, 2, "compute", 60, 100, 1)});
    const auto attempts = attempts_of(read_timeline(text, "mixed"), {JobLine{}});
    REQUIRE(attempts.size() == 1);
    CHECK(attempts[0].machines == std::vector<std::string>{"spot[1]", "spot[2]"});
    CHECK(attempts[0].in(GpuState::compute) == 40);
    CHECK(attempts[0].booted);
}

TEST_CASE("why there: the order of the pools, the wait, the machine") {
    const MachineRows machines = read_timeline(fixture::day(), "mixed");
    const ScenarioFacts facts = fixture::facts();
    const auto attempts = attempts_of(machines, read_jobs(fixture::day_jobs()));
    const StrategyFacts* strategy = facts.strategy("mixed");
    CHECK(why_there(attempts[0], machines, strategy) ==
          "first choice, and it had room at once; a machine that was ready");
    CHECK(why_there(attempts[1], machines, strategy) ==
          "rig was full, and spot opened just then, after 1.0 h of waiting; a new instance");
    CHECK(why_there(attempts[1], machines, nullptr) == "a new instance");
}

TEST_CASE("a time line that is damaged is said to be") {
    CHECK_THROWS_AS(read_timeline("{\"ph\":", "mixed"), DamagedRows);
    CHECK_THROWS_AS(read_timeline(fixture::job_phase(1, 1, "dreaming", 0, 1, 1), "mixed"), DamagedRows);
    CHECK_THROWS_AS(read_timeline(fixture::job_phase(1, 1, "compute", 0, 1, 1), "mixed"),
                    DamagedRows);  // of no pool
}
