#include "sim/engine/rent_account.hpp"

#include <catch2/catch.hpp>

#include "sim/engine/team_usage.hpp"
#include "sim/model/rent.hpp"

using namespace trainyard;

namespace {

constexpr std::int64_t day_s = 86400;

// Second 0 is 2026-01-31, 00:00 UTC: February begins a day later and has 28.
Scenario january() {
    Scenario scenario;
    scenario.start_unix_s = 1769817600;
    return scenario;
}

RentedTerms dollars_an_hour(std::int64_t dollars) {
    RentedTerms terms;
    terms.price = Price{dollars * 1'000'000'000, 3600};
    return terms;
}

MachineFact launched_at(std::int64_t second) {
    MachineFact machine;
    machine.launched = at_second(second);
    machine.ready = at_second(second + 600);
    return machine;
}

}  // namespace

TEST_CASE("a machine that runs owes what it would if it were given back now") {
    const Scenario scenario = january();
    const RentedTerms terms = dollars_an_hour(36);
    RentAccount account{scenario};
    account.launched(MachineIndex{0}, launched_at(0), terms, Seconds{0});
    CHECK(account.this_month(at_second(0)) == Money{});
    CHECK(account.this_month(at_second(10)) == Money::micro_usd(600'000));  // the minimum of a minute
    CHECK(account.this_month(at_second(100)) == Money::usd(1));
    account.released(MachineIndex{0}, at_second(200));
    CHECK(account.this_month(at_second(5000)) == Money::usd(2));
}

TEST_CASE("what is billed from ready on costs nothing in its boot") {
    const Scenario scenario = january();
    RentedTerms terms = dollars_an_hour(36);
    terms.billing.boot = false;
    RentAccount account{scenario};
    account.launched(MachineIndex{0}, launched_at(0), terms, Seconds{0});
    CHECK(account.this_month(at_second(600)) == Money{});
    CHECK(account.this_month(at_second(700)) == Money::usd(1));
}

TEST_CASE("each month begins with nothing spent, and the months add up to the bills") {
    const Scenario scenario = january();
    RentedTerms terms = dollars_an_hour(1);
    terms.billing.per = Seconds{3600};
    RentAccount account{scenario};
    account.launched(MachineIndex{0}, launched_at(day_s - 5400), terms, Seconds{0});
    account.launched(MachineIndex{1}, launched_at(day_s - 7200), terms, Seconds{0});
    const Money until_the_end = account.this_month(at_second(day_s - 1));
    CHECK(until_the_end == Money::usd(4));  // two hours each, begun
    CHECK(account.this_month(at_second(day_s)) == Money{});
    account.released(MachineIndex{0}, at_second(day_s + 1800));  // two hours, a quarter of them here
    CHECK(account.this_month(at_second(day_s + 1800)) ==
          Money::micro_usd(500'000) + Money::micro_usd(600'000));  // 1800 of 9000 s of three hours
    CHECK(next_month(scenario, at_second(day_s)) == at_second(29 * day_s));
    CHECK(next_month(scenario, at_second(day_s - 1)) == at_second(day_s));
}

TEST_CASE("a team's usage is what its jobs hold, from when they get it to when they give it back") {
    TeamUsage usage;
    CHECK(usage.until(3, at_second(50)) == GpuSeconds{0});
    usage.take(3, Gpus{4}, at_second(100));
    usage.take(3, Gpus{1}, at_second(150));
    CHECK(usage.until(3, at_second(160)) == GpuSeconds{250});
    usage.give_back(3, Gpus{4}, at_second(200));
    CHECK(usage.until(3, at_second(300)) == GpuSeconds{550});
    CHECK(usage.until(0, at_second(300)) == GpuSeconds{0});
}
