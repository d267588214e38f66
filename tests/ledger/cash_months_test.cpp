#include "sim/ledger/cash_months.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

constexpr std::int64_t day = 86400;

// The fleet's scenario begins on 1 January 2026; the horizon is given in days.
Scenario of_days(std::int64_t days) {
    Scenario scenario = fleet();
    scenario.horizon = Seconds{days * day};
    return scenario;
}

LedgerLine line(std::int64_t second, CostCategory category, std::int64_t usd) {
    LedgerLine made;
    made.when = at_second(second);
    made.category = category;
    made.amount = Money::usd(usd);
    return made;
}

std::vector<std::int64_t> months(const Scenario& scenario, const std::vector<LedgerLine>& cash) {
    CashMonths paid{scenario, at_second(200 * day)};
    for (const LedgerLine& line : cash) {
        paid.pay(line.when, line.category, line.amount);
    }
    std::vector<std::int64_t> usd;
    for (const Money amount : paid.cumulative()) {
        usd.push_back(amount.micro() / 1'000'000);
    }
    return usd;
}

}  // namespace

TEST_CASE("cash adds up month by month, through months without any") {
    CHECK(months(of_days(120), {line(0, CostCategory::purchase, 1000), line(5 * day, CostCategory::spot, 10),
                                line(70 * day, CostCategory::spot, 20)}) ==
          std::vector<std::int64_t>{1010, 1010, 1030, 1030});
}

TEST_CASE("a line at the end of a month belongs to it, and a rig bought then to the next") {
    CHECK(months(of_days(59),
                 {line(31 * day, CostCategory::energy, 7), line(31 * day, CostCategory::purchase, 1000)}) ==
          std::vector<std::int64_t>{7, 1007});
}

TEST_CASE("cash after the horizon has its months too") {
    CHECK(months(of_days(31), {line(59 * day, CostCategory::spot, 5)}) == std::vector<std::int64_t>{0, 5});
    CHECK(months(of_days(31), {}) == std::vector<std::int64_t>{0});
}

TEST_CASE("the first month is the calendar's, however late in it the scenario begins") {
    Scenario scenario = of_days(10);
    scenario.start_unix_s += 25 * day;  // 26 January
    CHECK(months(scenario, {line(0, CostCategory::purchase, 100), line(6 * day, CostCategory::spot, 1),
                            line(6 * day + 1, CostCategory::spot, 2)}) ==
          std::vector<std::int64_t>{101, 103});
}

TEST_CASE("a run's cash in its last month is all of its cash") {
    Facts facts{40 * day};
    facts.machine(rig, 0, 0);
    facts.machine(cloud, 10 * day, 10 * day, 35 * day);
    Scenario scenario = of_days(40);
    const Outcome outcome = fold_all(scenario, facts);
    const std::vector<Money>& cash = outcome.cash_by_month;
    REQUIRE(cash.size() == 2);
    CHECK(cash.back().in_usd() == value(outcome, "cash_usd"));
    // The rig, its upkeep at 0.50 USD/h, its idle energy at 0.036 USD/h, and 21 days of rent in January.
    CHECK(cash.front().in_usd() == Approx(1200 + 31 * 24 * (0.5 + 0.036) + 21 * 24 * 3.6));
}
