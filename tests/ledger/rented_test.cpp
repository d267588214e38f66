// What rented machines are paid for, and what their GPU-seconds were spent on.
#include <catch2/catch.hpp>

#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

// 100-160 boot, 160-200 load, 200-420 two rounds of 100 s and a write of 10 s, 420-500 compute; idle
// until 760. 660 s at 1000 micro-dollars.
TEST_CASE("an instance is paid for from launch to release, each second in one state") {
    Facts facts{1000};
    const auto job = facts.job(100);
    const auto machine = facts.machine(cloud, 100, 160, 760);
    facts.attempt(job, cloud, 100, {.boot = 60, .load = 40, .legs = {rounds(100, 10, 2), compute(80)}},
                  AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    const Outcome outcome = fold_all(fleet(), facts);

    REQUIRE(outcome.lines.size() == 1);
    CHECK(outcome.lines[0].when == at_second(760));
    CHECK(outcome.lines[0].category == CostCategory::on_demand);
    CHECK(outcome.lines[0].amount == Money::micro_usd(660'000));
    CHECK(outcome.lines[0].machine == MachineIndex{machine});
    CHECK_FALSE(outcome.lines[0].job.has_value());
    CHECK(value(outcome, "boot_gpu_h") == Approx(60 / 3600.0));
    CHECK(value(outcome, "load_gpu_h") == Approx(40 / 3600.0));
    CHECK(value(outcome, "compute_gpu_h") == Approx(280 / 3600.0));
    CHECK(value(outcome, "checkpoint_gpu_h") == Approx(20 / 3600.0));
    CHECK(value(outcome, "idle_gpu_h") == Approx(260 / 3600.0));
    CHECK(value(outcome, "paid_gpu_h") == Approx(660 / 3600.0));
    CHECK(value(outcome, "utilization") == Approx(280.0 / 660));
    CHECK(value(outcome, "useful_usd") == 0.28);
    CHECK(value(outcome, "idle_waste_usd") == 0.26);
    CHECK(value(outcome, "overhead_usd") == 0.12);
    CHECK(value(outcome, "rework_usd") == 0);
    CHECK(outcome.jobs[job].cost == Money::micro_usd(400'000));
}

TEST_CASE("a bill is rounded up to its unit and to its minimum") {
    Scenario scenario = fleet();
    rented(scenario, cloud).billing = {seconds_per_hour, Seconds{60}, true};
    rented(scenario, spot).billing = {Seconds{1}, Seconds{60}, true};
    Facts facts{4000};
    facts.machine(cloud, 0, 0, 3600);    // an hour: 3.60 USD
    facts.machine(cloud, 10, 10, 3611);  // a second more than an hour: 7.20 USD
    facts.machine(spot, 0, 0, 59);       // 60 s: 0.12 USD
    facts.machine(spot, 0, 0, 61);       // 61 s: 0.122 USD
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(total(outcome.lines, CostCategory::on_demand) == Money::micro_usd(10'800'000));
    CHECK(total(outcome.lines, CostCategory::spot) == Money::micro_usd(242'000));
    // GPU-seconds are those that passed, not those that were billed.
    CHECK(value(outcome, "pool.cloud.paid_gpu_h") == Approx((3600 + 3601) / 3600.0));
}

// Ready at 30 and 50 in a gang that goes on at 50: A is paid for 120 s, 20 of them boot; B for 100.
TEST_CASE("unbilled boot: a member's wait for the gang is paid from its own readiness on") {
    Scenario scenario = fleet();
    rented(scenario, spot).billing.boot = false;
    Facts facts{1000};
    const auto job = facts.job(0, 8);
    const auto a = facts.machine(spot, 0, 30, 150);
    const auto b = facts.machine(spot, 0, 50, 150);
    facts.attempt(job, spot, 0, {.boot = 50, .legs = {compute(100)}}, AttemptEnd::finished, {{a, 4}, {b, 4}});
    facts.finish(job);
    const Outcome outcome = fold_all(scenario, facts);

    REQUIRE(outcome.lines.size() == 2);
    CHECK(outcome.lines[0].amount == Money::micro_usd(240'000));
    CHECK(outcome.lines[1].amount == Money::micro_usd(200'000));
    CHECK(value(outcome, "boot_gpu_h") == Approx(80 / 3600.0));
    CHECK(value(outcome, "compute_gpu_h") == Approx(800 / 3600.0));
    CHECK(value(outcome, "paid_gpu_h") == Approx(880 / 3600.0));
    CHECK(seconds(outcome, job, JobState::boot) == 50);
    CHECK(outcome.jobs[job].cost == Money::micro_usd(440'000));
}

TEST_CASE("unbilled boot: an instance lost before it is ready costs nothing") {
    Scenario scenario = fleet();
    rented(scenario, spot).billing.boot = false;
    Facts facts{200};
    const auto job = facts.job(0, 4);
    const auto machine = facts.machine(spot, 0, 100, 40);
    facts.attempt(job, spot, 0, {.boot = 40}, AttemptEnd::interrupted, {{machine, 4}});
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(outcome.lines.empty());
    CHECK(outcome.cash.empty());
    CHECK(value(outcome, "paid_gpu_h") == 0);
    CHECK(value(outcome, "launches") == 1);
    CHECK(is_null(outcome, "utilization"));
    CHECK(is_null(outcome, "idle_waste_share"));
    CHECK(seconds(outcome, job, JobState::boot) == 40);
    CHECK(seconds(outcome, job, JobState::queued) == 160);
}

// 3 of 4 GPUs used for 100 s of compute and 30 of linger; 500 micro-dollars a GPU-second.
TEST_CASE("stranded GPUs and linger are idle waste, and the job's") {
    Facts facts{1000};
    const auto job = facts.job(0, 3);
    const auto machine = facts.machine(spot, 0, 0, 130);
    const auto attempt =
        facts.attempt(job, spot, 0, {.legs = {compute(100)}}, AttemptEnd::finished, {{machine, 3}});
    facts.member(attempt).stranded = Gpus{1};
    facts.member(attempt).held_until = at_second(130);
    facts.finish(job);
    const Outcome outcome = fold_all(fleet(), facts);

    CHECK(value(outcome, "compute_gpu_h") == Approx(300 / 3600.0));
    CHECK(value(outcome, "linger_gpu_h") == Approx(90 / 3600.0));
    CHECK(value(outcome, "stranded_gpu_h") == Approx(130 / 3600.0));
    CHECK(value(outcome, "idle_gpu_h") == 0);
    CHECK(value(outcome, "idle_waste_usd") == 0.11);
    CHECK(value(outcome, "useful_usd") == 0.15);
    CHECK(outcome.jobs[job].cost == Money::micro_usd(260'000));
    CHECK(value(outcome, "turnaround_mean_s") == 100);
}

TEST_CASE("at the end of the window a machine is billed as if given back, and linger is cut") {
    Facts facts{500};
    const auto open = facts.job(0);
    const auto lingering = facts.job(0);
    const auto a = facts.machine(cloud, 0, 0);
    const auto b = facts.machine(cloud, 0, 0, 900);
    facts.attempt(open, cloud, 0, {.legs = {compute(500)}}, AttemptEnd::open, {{a, 1}});
    const auto attempt =
        facts.attempt(lingering, cloud, 0, {.legs = {compute(400)}}, AttemptEnd::finished, {{b, 1}});
    facts.member(attempt).held_until = at_second(900);
    facts.finish(lingering);
    const Outcome outcome = fold_all(fleet(), facts);

    REQUIRE(outcome.lines.size() == 2);
    CHECK(outcome.lines[0].amount == Money::micro_usd(500'000));
    CHECK(outcome.lines[1].amount == Money::micro_usd(500'000));
    CHECK(outcome.lines[1].when == at_second(500));
    CHECK(value(outcome, "compute_gpu_h") == Approx(900 / 3600.0));
    CHECK(value(outcome, "linger_gpu_h") == Approx(100 / 3600.0));
    CHECK(value(outcome, "jobs_unfinished") == 1);
}

// Second 31 d is the first of February: 100 s of 300 fall in January.
TEST_CASE("rent is cash of the calendar month that it falls in") {
    const std::int64_t february = 31 * 86400;
    Facts facts{60 * 86400};
    facts.machine(cloud, february - 100, february - 100, february + 200);
    const Outcome outcome = fold_all(fleet(), facts);

    REQUIRE(outcome.lines.size() == 1);
    CHECK(outcome.lines[0].when == at_second(february + 200));
    REQUIRE(outcome.cash.size() == 2);
    CHECK(outcome.cash[0].when == at_second(february));
    CHECK(outcome.cash[0].amount == Money::micro_usd(100'000));
    CHECK(outcome.cash[1].when == at_second(february + 200));
    CHECK(outcome.cash[1].amount == Money::micro_usd(200'000));
    CHECK(value(outcome, "cash_usd") == 0.3);
}

// Three instances of 6 s at a sixth of a micro-dollar a second, each idle for its last second: half a
// micro-dollar of idle time altogether.
TEST_CASE("a share of the waterfall is rounded once a run, halves up, and useful takes the rest") {
    Scenario scenario = fleet();
    rented(scenario, cloud).price = Price{1000, 6};
    rented(scenario, cloud).billing.minimum = Seconds{0};
    Facts facts{100};
    for (int i = 0; i < 3; ++i) {
        const auto job = facts.job(0);
        const auto machine = facts.machine(cloud, 0, 0, 6);
        facts.attempt(job, cloud, 0, {.legs = {compute(5)}}, AttemptEnd::finished, {{machine, 1}});
        facts.finish(job);
    }
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(value(outcome, "total_cost_usd") == 3e-6);
    CHECK(value(outcome, "idle_waste_usd") == 1e-6);
    CHECK(value(outcome, "useful_usd") == 2e-6);
    CHECK(outcome.jobs[0].cost == Money::micro_usd(1));
}
