#include <catch2/catch.hpp>

#include "sim/model/rent.hpp"
#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

// 1000 micro-dollars a second, 2000 from second 100 on, 500 from second 150 on; over again after 200.
ChangingPrice price(bool repeat) {
    ChangingPrice made;
    made.nano_usd.steps = std::make_shared<const std::vector<SeriesStep>>(std::vector<SeriesStep>{
        {Seconds{0}, 3'600'000'000}, {Seconds{100}, 7'200'000'000}, {Seconds{150}, 1'800'000'000}});
    made.nano_usd.length = Seconds{200};
    made.nano_usd.repeat = repeat;
    made.per = 3600;
    return made;
}

std::int64_t rent(bool repeat, std::int64_t offset, std::int64_t from, std::int64_t paid) {
    return rent_between(price(repeat), Seconds{offset}, at_second(from), Seconds{paid}).micro();
}

}  // namespace

TEST_CASE("each second costs what is in force then") {
    CHECK(rent(false, 0, 0, 100) == 100'000);
    CHECK(rent(false, 0, 90, 20) == 10'000 + 20'000);
    CHECK(rent(false, 0, 0, 200) == 100'000 + 100'000 + 25'000);
    CHECK(rent(false, 0, 190, 1000) == 500'000);
    CHECK(rent(true, 0, 190, 20) == 5'000 + 10'000);
    CHECK(rent(true, 95, 0, 10) == 5'000 + 10'000);
    CHECK(rent(true, 0, 0, 2000) == 10 * 225'000);
    CHECK(rent(false, 0, 50, 0) == 0);
}

TEST_CASE("it is rounded once, not a step") {
    ChangingPrice third;
    third.nano_usd.steps = std::make_shared<const std::vector<SeriesStep>>(
        std::vector<SeriesStep>{{Seconds{0}, 1000}, {Seconds{1}, 1001}, {Seconds{2}, 999}});
    third.nano_usd.length = Seconds{3};
    third.per = 3;  // a third of a micro-dollar a second, more or less
    CHECK(rent_between(third, Seconds{0}, {}, Seconds{3}) == Money::micro_usd(1));
}

// From 50 s before the end of a month, at 1000 micro-dollars a second until the price doubles 20 s before
// it; 60 s after it, the instance goes.
TEST_CASE("rent falls into the month at the prices in force there, to the micro-dollar") {
    constexpr std::int64_t february = 27 * 86400;  // 2026-01-05 to 2026-02-01
    Scenario scenario = fleet();
    scenario.start_unix_s = 1'767'571'200;
    ChangingPrice changing;
    changing.nano_usd.steps = std::make_shared<const std::vector<SeriesStep>>(
        std::vector<SeriesStep>{{Seconds{0}, 3'600'000'000}, {Seconds{february - 20}, 7'200'000'000}});
    changing.nano_usd.length = Seconds{february - 20};
    changing.per = 3600;
    rented(scenario, cloud).changing_price = changing;
    Facts facts{february + 1000};
    const auto job = facts.job(february - 50);
    const auto machine = facts.machine(cloud, february - 50, february - 50, february + 60);
    facts.attempt(job, cloud, february - 50, {.legs = {compute(110)}}, AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    const Outcome outcome = fold_all(scenario, facts);

    REQUIRE(outcome.lines.size() >= 1);
    CHECK(total(outcome.lines, CostCategory::on_demand) == Money::micro_usd(30'000 + 80 * 2000));
    std::vector<LedgerLine> rents;
    for (const LedgerLine& line : outcome.cash) {
        if (line.category == CostCategory::on_demand) {
            rents.push_back(line);
        }
    }
    REQUIRE(rents.size() == 2);
    CHECK(rents[0].when == at_second(february));
    CHECK(rents[0].amount == Money::micro_usd(30 * 1000 + 20 * 2000));
    CHECK(rents[1].amount == Money::micro_usd(60 * 2000));
}
