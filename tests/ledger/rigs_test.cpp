// What owned rigs cost: depreciation, upkeep and energy, by rig and calendar month.
#include <catch2/catch.hpp>

#include "sim/ledger/calendar.hpp"
#include "sim/ledger/meter.hpp"
#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

constexpr std::int64_t day = 86400;

std::vector<std::int64_t> amounts(const std::vector<LedgerLine>& lines, CostCategory category) {
    std::vector<std::int64_t> micro;
    for (const LedgerLine& line : lines) {
        if (line.category == category) {
            micro.push_back(line.amount.micro());
        }
    }
    return micro;
}

}  // namespace

// An hour: 1 USD of depreciation and 0.50 of upkeep, halved between two GPUs; the busy one draws
// 50 micro-dollars a second, the idle one 5.
TEST_CASE("energy goes to the GPU-seconds that drew it") {
    Facts facts{3600};
    const auto job = facts.job(0);
    const auto machine = facts.machine(rig, 0, 0);
    facts.attempt(job, rig, 0, {.legs = {compute(3600)}}, AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    const Outcome outcome = fold_all(fleet(), facts);

    CHECK(value(outcome, "cost_depreciation_usd") == 1.0);
    CHECK(value(outcome, "cost_upkeep_usd") == 0.5);
    CHECK(value(outcome, "cost_energy_usd") == 0.198);
    CHECK(value(outcome, "energy_kwh") == 0.55);
    CHECK(value(outcome, "pool.rig.energy_kwh") == 0.55);
    CHECK(value(outcome, "idle_waste_usd") == 0.768);
    CHECK(value(outcome, "useful_usd") == 0.93);
    CHECK(outcome.jobs[job].cost == Money::micro_usd(930'000));
    CHECK(value(outcome, "cash_usd") == 1200.698);
}

// Job 1 on one GPU in [0, 400), job 2 on one in [200, 1000): of 2000 GPU-seconds 800 are idle.
TEST_CASE("a rig is shared, whole GPUs each, and idle where nobody holds them") {
    Facts facts{1000};
    const auto machine = facts.machine(rig, 0, 0);
    const auto first = facts.job(0);
    const auto second = facts.job(200);
    facts.attempt(first, rig, 0, {.legs = {compute(400)}}, AttemptEnd::finished, {{machine, 1}});
    facts.attempt(second, rig, 200, {.legs = {compute(800)}}, AttemptEnd::finished, {{machine, 1}});
    facts.finish(first);
    facts.finish(second);
    const Outcome outcome = fold_all(fleet(), facts);

    CHECK(value(outcome, "compute_gpu_h") == Approx(1200 / 3600.0));
    CHECK(value(outcome, "idle_gpu_h") == Approx(800 / 3600.0));
    CHECK(value(outcome, "utilization") == Approx(0.6));
    CHECK(value(outcome, "launches") == 0);
}

// GPU-seconds: load 100, rework 200, write 50, linger 150; idle 500. Busy power is drawn by rework
// alone: 200 x 50 + 1800 x 5 = 19,000 micro-dollars; cooling makes it 1.5 times that.
TEST_CASE("compute and rework draw the busy power, every other state the idle power, times cooling") {
    Scenario scenario = fleet();
    rigs(scenario).power->cooling_ppm = 1'500'000;
    Facts facts{1000};
    const auto machine = facts.machine(rig, 0, 0);
    const auto job = facts.job(0);
    const auto attempt =
        facts.attempt(job, rig, 0, {.load = 100, .legs = {rounds(200, 50, 1)}, .rework = 200},
                      AttemptEnd::failed, {{machine, 1}});
    facts.member(attempt).held_until = at_second(500);
    facts.finish(job);
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(value(outcome, "rework_gpu_h") == Approx(200 / 3600.0));
    CHECK(value(outcome, "linger_gpu_h") == Approx(150 / 3600.0));
    CHECK(total(outcome.lines, CostCategory::energy) == Money::micro_usd(28'500));
}

TEST_CASE("depreciation ends with the life and leaves the resale value") {
    Scenario scenario = fleet();
    rigs(scenario).resale_ppm = 250'000;  // 900 USD over 1200 h: 18 USD a day for 50 days
    Facts facts{65 * day};
    facts.machine(rig, 0, 0);
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(amounts(outcome.lines, CostCategory::depreciation) ==
          std::vector<std::int64_t>{31 * 18'000'000, 19 * 18'000'000});
    CHECK(amounts(outcome.cash, CostCategory::purchase) == std::vector<std::int64_t>{1'200'000'000});
    CHECK(outcome.cash[0].when == at_second(0));
    // 12 USD a day of upkeep: January, February, and six days of March.
    CHECK(amounts(outcome.lines, CostCategory::upkeep) ==
          std::vector<std::int64_t>{31 * 12'000'000, 28 * 12'000'000, 6 * 12'000'000});
    CHECK(amounts(outcome.cash, CostCategory::upkeep) == amounts(outcome.lines, CostCategory::upkeep));
}

// 100 micro-dollars over 90 days: 34.4, 65.6 and 100 by the ends of January, February and March.
TEST_CASE("the lines of the months sum to the total rounded once") {
    Scenario scenario = fleet();
    rigs(scenario).price = Money::micro_usd(100);
    rigs(scenario).life = Seconds{90 * day};
    Facts facts{90 * day};
    facts.machine(rig, 0, 0);
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(amounts(outcome.lines, CostCategory::depreciation) == std::vector<std::int64_t>{34, 32, 34});
    CHECK(outcome.lines[0].when == at_second(31 * day));
    CHECK(outcome.lines.back().when == at_second(90 * day));
}

// From 5000 s before February, ten rounds of 1000 s and a write of 100: four rounds and 600 s by then.
TEST_CASE("compute that spans months is counted in each without walking its checkpoints") {
    Facts facts{40 * day};
    const auto machine = facts.machine(rig, 0, 0);
    const auto job = facts.job(0);
    facts.attempt(job, rig, 31 * day - 5000, {.legs = {rounds(1000, 100, 10)}}, AttemptEnd::finished,
                  {{machine, 1}});
    facts.finish(job);
    const HoldsByMachine holds{facts.trace};
    const auto at = [&](std::int64_t second) {
        return busy_until(facts.trace, holds.of(MachineIndex{machine}), {at_second(second), facts.trace.end});
    };

    CHECK(at(31 * day) == std::vector{GpuSeconds{4600}, GpuSeconds{10000}});
    CHECK(at(31 * day + 450) == std::vector{GpuSeconds{5000}, GpuSeconds{10000}});  // in a write
    CHECK(at(31 * day - 5000) == std::vector{GpuSeconds{0}, GpuSeconds{10000}});
    // January: 4600 GPU-seconds at 50 micro-dollars, the other GPU-seconds of 31 days at 5.
    const Outcome outcome = fold_all(fleet(), facts);
    CHECK(amounts(outcome.lines, CostCategory::energy)[0] == 4600 * 50 + (2 * 31 * day - 4600) * 5);
}

TEST_CASE("months end where the calendar says, leap years too") {
    const std::int64_t january_5_2024 = 1704412800;
    CHECK(month_ends(january_5_2024, at_second(60 * day)) ==
          std::vector{at_second(27 * day), at_second(56 * day), at_second(60 * day)});
    const std::int64_t december_31_2026_noon = 1798718400;
    CHECK(month_ends(december_31_2026_noon, at_second(day / 2)) == std::vector{at_second(day / 2)});
    CHECK(month_ends(december_31_2026_noon, at_second(day / 2 + 1)) ==
          std::vector{at_second(day / 2), at_second(day / 2 + 1)});
    CHECK(month_ends(january_5_2024, at_second(0)).empty());
}

TEST_CASE("a rig without `power` bills no energy") {
    Scenario scenario = fleet();
    rigs(scenario).power.reset();
    Facts facts{3600};
    facts.machine(rig, 0, 0);
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(value(outcome, "energy_kwh") == 0);
    CHECK(value(outcome, "cost_energy_usd") == 0);
    CHECK(value(outcome, "idle_waste_usd") == 1.5);
    CHECK(value(outcome, "idle_waste_share") == 1);
}
