// timeline.json, as a viewer reads it.
#include "sim/ledger/timeline.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;
using nlohmann::json;

namespace {

json events_of(const Scenario& scenario, const Facts& facts) {
    const std::string events = timeline_events(scenario, everything(scenario), facts.trace, 0);
    return json::parse(timeline_document({events})).at("traceEvents");
}

// "name from-to" of the complete events of a row, in seconds; instant events as "name! at".
std::vector<std::string> row(const json& events, int process, int thread) {
    std::vector<std::string> texts;
    for (const json& event : events) {
        if (event.at("pid") != process || event.value("tid", 0) != thread || event.at("ph") == "M") {
            continue;
        }
        const std::int64_t from = event.at("ts").get<std::int64_t>() / 1'000'000;
        const std::string name = event.at("name");
        texts.push_back(event.at("ph") == "X"
                            ? name + " " + std::to_string(from) + "-" +
                                  std::to_string(from + event.at("dur").get<std::int64_t>() / 1'000'000)
                            : name + "! " + std::to_string(from));
    }
    return texts;
}

std::vector<std::string> row_names(const json& events) {
    std::vector<std::string> names;
    for (const json& event : events) {
        if (event.at("name") == "thread_name") {
            names.push_back(event.at("args").at("name"));
        }
    }
    return names;
}

}  // namespace

TEST_CASE("a place of a rented pool is a row, with its phases and what befell it") {
    Facts facts{1000};
    const auto job = facts.job(0);
    const auto first = facts.machine(cloud, 0, 10, 100);
    const auto second = facts.machine(cloud, 200, 200, 300);
    facts.trace.machines[first].notice = at_second(70);
    facts.trace.machines[first].lost = true;
    facts.trace.machines[second].place = 1;
    facts.attempt(job, cloud, 0, {.boot = 10, .legs = {compute(90)}, .rework = 50}, AttemptEnd::interrupted,
                  {{first, 1}});
    const auto last = facts.attempt(job, cloud, 210, {.legs = {rounds(20, 5, 1), compute(15)}},
                                    AttemptEnd::finished, {{second, 1}});
    facts.member(last).held_until = at_second(260);
    facts.finish(job);
    const json events = events_of(fleet(), facts);

    CHECK(row_names(events) == std::vector<std::string>{"cloud[1]"});
    CHECK(row(events, 2, 1) == std::vector<std::string>{"boot 0-10", "compute 10-50", "rework 50-100",
                                                        "interruption! 100", "notice! 70",
                                                        "machine lost! 100", "idle 200-210", "idle 260-300",
                                                        "compute 210-230", "checkpoint 230-235",
                                                        "compute 235-250", "linger 250-260"});
}

TEST_CASE("jobs that share a rig stand on rows of their own, which later jobs use again") {
    Facts facts{1000};
    const auto machine = facts.machine(rig, 0, 0);
    const auto run = [&](std::int64_t from, std::int64_t length) {
        const auto job = facts.job(from);
        facts.attempt(job, rig, from, {.legs = {compute(length)}}, AttemptEnd::finished, {{machine, 1}});
        facts.finish(job);
    };
    run(0, 100);
    run(50, 200);
    run(100, 50);
    const json events = events_of(fleet(), facts);

    CHECK(row_names(events) == std::vector<std::string>{"rig[1]", "rig[1] job 2 at once"});
    CHECK(row(events, 1, 1) == std::vector<std::string>{"idle 250-1000", "compute 0-100", "compute 100-150"});
    CHECK(row(events, 1, 2) == std::vector<std::string>{"compute 50-250"});
}

TEST_CASE("events say whose they are, names are escaped, and runs are processes of their own") {
    Scenario scenario = fleet();
    scenario.streams[0].name = "\"q\\a\"\n";
    Facts facts{1000};
    const auto job = facts.job(0);
    const auto machine = facts.machine(cloud, 0, 0, 100);
    facts.attempt(job, cloud, 0, {.legs = {compute(100)}}, AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    const Strategy strategy = everything(scenario);
    const json document =
        json::parse(timeline_document({timeline_events(scenario, strategy, facts.trace, 0), "",
                                       timeline_events(scenario, strategy, facts.trace, 1)}));

    std::vector<int> processes;
    for (const json& event : document.at("traceEvents")) {
        if (event.at("ph") == "X") {
            processes.push_back(event.at("pid"));
            CHECK(event.at("args") ==
                  json{{"job", 1}, {"stream", "\"q\\a\"\n"}, {"gpus", 1}, {"instance", 1}});
        }
    }
    CHECK(processes == std::vector<int>{2, 5});
    CHECK(json::parse(timeline_document({})).at("traceEvents").empty());
}

TEST_CASE("the first phase of an attempt tells what its job was not placed on") {
    Facts facts{1000};
    const auto machine = facts.machine(cloud, 0, 10, 100);
    const auto job = facts.job(0);
    const auto attempt = facts.attempt(job, cloud, 0, {.boot = 10, .legs = {compute(90)}},
                                       AttemptEnd::finished, {{machine, 1}});
    facts.finish(job);
    facts.trace.choices = {
        {{PoolIndex{rig}, PassedOver::Why::full}, {PoolIndex{cloud}, PassedOver::Why::not_open}}};
    facts.trace.attempts[attempt].choice = 1;
    const json events = events_of(fleet(), facts);
    std::vector<json> passed;
    for (const json& event : events) {
        if (event.at("ph") == "X") {
            passed.push_back(event.at("args").value("passed", json(nullptr)));
        }
    }
    const std::string rigs = fleet().pool(PoolIndex{rig}).name;
    const json told = json::array({json::array({rigs, "full"}), json::array({"cloud", "not open yet"})});
    CHECK(passed == std::vector<json>{told, nullptr});
}
