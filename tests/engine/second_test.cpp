// The order within one second, where two things fall on it.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "tests/engine/fixture.hpp"

using namespace trainyard;

namespace {

// "number@machine start-end how" of each attempt, in order of allocation.
std::string attempts(const Trace& trace) {
    std::string text;
    for (const AttemptFact& attempt : trace.attempts) {
        const MachineFact& machine = trace.machines[trace.members[attempt.first_member].machine.value];
        text += fmt::format("{}{}@{} {}-{}{}", text.empty() ? "" : ", ", attempt.job.value + 1,
                            machine.number, second_of(attempt.allocated), second_of(attempt.end),
                            attempt.how == AttemptEnd::finished ? "" : " cut");
    }
    return text;
}

std::string on_instances(const RentedTerms& terms, const std::vector<fixture::JobToRun>& jobs) {
    Scenario scenario = fixture::empty_scenario();
    scenario.pools.push_back(fixture::rented_pool("spot", Market::spot));
    scenario.pools.back().terms = terms;
    scenario.streams.push_back(fixture::replay(jobs));
    scenario.strategies.push_back(fixture::strategy_over(scenario, QueueDiscipline::fifo));
    return fixture::simulated(scenario, 0, {}, attempts);
}

RentedTerms reclaimed_after(double seconds) {
    RentedTerms terms;
    terms.market = Market::spot;
    terms.interruptions = InstanceLife{Constant{seconds}};
    return terms;
}

}  // namespace

TEST_CASE("work that ends in the second of an interruption is done") {
    CHECK(on_instances(reclaimed_after(100), {{0, 1, 100}}) == "1@1 0-100");
    CHECK(on_instances(reclaimed_after(99), {{0, 1, 99}, {0, 1, 98}}) == "1@1 0-99, 2@2 0-98");
}

TEST_CASE("a job that arrives when a machine is freed gets it warm") {
    CHECK(on_instances({}, {{0, 1, 60}, {60, 1, 10}, {70, 1, 5}}) == "1@1 0-60, 2@1 60-70, 3@1 70-75");
    CHECK(on_instances({}, {{0, 1, 60}, {61, 1, 10}}) == "1@1 0-60, 2@2 61-71");
}

TEST_CASE("a machine that is freed in the second of its interruption is gone") {
    CHECK(on_instances(reclaimed_after(60), {{0, 1, 60}, {60, 1, 10}}) == "1@1 0-60, 2@2 60-70");
}

TEST_CASE("a machine that is freed in the second of its notice takes no new job") {
    RentedTerms terms = reclaimed_after(180);
    terms.notice = Seconds{120};
    CHECK(on_instances(terms, {{0, 1, 60}, {60, 1, 10}}) == "1@1 0-60, 2@2 60-70");
}

TEST_CASE("of a machine freed and a job arriving at one second, the earlier of the queue is served") {
    RentedTerms terms;
    terms.max_instances = 1;
    CHECK(on_instances(terms, {{0, 1, 60}, {10, 1, 20}, {60, 1, 5}}) == "1@1 0-60, 2@1 60-80, 3@1 80-85");
}

TEST_CASE("jobs of one second are numbered by stream, then by place") {
    Scenario scenario = fixture::empty_scenario();
    scenario.pools.push_back(fixture::rig_pool("rig", 1, 1));
    scenario.streams.push_back(fixture::replay({{7, 1, 10}, {7, 1, 20}}));
    scenario.streams.push_back(fixture::replay({{3, 1, 1}, {7, 1, 30}}));
    scenario.streams.back().name = "other";
    scenario.strategies.push_back(fixture::strategy_over(scenario, QueueDiscipline::fifo));
    CHECK(fixture::simulated(scenario, 0, {}, attempts) == "1@1 3-4, 2@1 7-17, 3@1 17-37, 4@1 37-67");
}
