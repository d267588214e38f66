#include "analysis/expectations.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;

namespace {

ScenarioRuns own_and_cloud() {
    return runs("year", {{"own", {{{"total_cost_usd", 90.0}, {"share", {}}}, {{"total_cost_usd", 110.0}}}},
                         {"cloud", {{{"total_cost_usd", 150.0}, {"misses", 0.0}}}}});
}

Expectation expectation(std::string strategy, std::string metric) {
    Expectation made;
    made.strategy = std::move(strategy);
    made.metric = std::move(metric);
    made.where = "year.yaml:7:3";
    return made;
}

ExpectationReport check(const Expectation& expected) {
    ScenarioRuns of = own_and_cloud();
    of.scenario.expectations = {expected};
    return check_expectations(of);
}

}  // namespace

TEST_CASE("bounds are on the mean over the replications") {
    Expectation expected = expectation("own", "total_cost_usd");
    expected.below = 100.5;
    CHECK(check(expected).met == 1);
    expected.below = 100;  // exclusive
    CHECK(check(expected).failures ==
          std::vector<std::string>{"year.yaml:7:3: expected total_cost_usd of own below 100, "
                                   "but it is 100 (mean of 2 replications)"});
    expected.below.reset();
    expected.above = 100;  // exclusive
    CHECK(check(expected).failures.size() == 1);
    expected.above = 99.5;
    CHECK(check(expected).met == 1);
}

TEST_CASE("between includes its bounds") {
    Expectation expected = expectation("own", "total_cost_usd");
    expected.between = {100, 120};
    CHECK(check(expected).met == 1);
    expected.between = {101, 120};
    CHECK(check(expected).failures.front().find("between 101 and 120, but it is 100") != std::string::npos);
}

TEST_CASE("above and below together are an open interval") {
    Expectation expected = expectation("own", "total_cost_usd");
    expected.above = 50;
    expected.below = 60;
    CHECK(check(expected).failures.front().find("above 50 and below 60") != std::string::npos);
}

TEST_CASE("an expectation relative to another strategy is on the ratio of the means") {
    Expectation expected = expectation("cloud", "total_cost_usd");
    expected.relative_to = "own";
    expected.between = {1.2, 1.8};
    CHECK(check(expected).met == 1);
    expected.between = {1.6, 1.8};
    CHECK(check(expected).failures ==
          std::vector<std::string>{"year.yaml:7:3: expected total_cost_usd of cloud between 160 % and 180 % "
                                   "of own's, but it is 150 %"});
}

TEST_CASE("a metric without a value, and a ratio to nothing, fail") {
    Expectation expected = expectation("own", "share");
    expected.below = 1;
    CHECK(check(expected).failures.front().find("but it has no value") != std::string::npos);
    expected = expectation("own", "total_cost_usd");
    expected.relative_to = "cloud";
    expected.metric = "misses";
    expected.strategy = "cloud";
    expected.below = 2;
    CHECK(check(expected).failures.front().find("but cloud's is 0") != std::string::npos);
}

TEST_CASE("strategies that were not run are skipped with a note") {
    ScenarioRuns of = own_and_cloud();
    Expectation expected = expectation("own", "total_cost_usd");
    expected.relative_to = "cloud";
    expected.below = 2;
    of.scenario.expectations = {expected};
    of.strategies.pop_back();
    const ExpectationReport report = check_expectations(of);
    CHECK(report.met == 0);
    CHECK(report.failures.empty());
    CHECK(report.skipped == std::vector<std::string>{
                                "year.yaml:7:3: expectation on total_cost_usd skipped: cloud was not run"});
}
