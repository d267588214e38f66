// Limits on what one command may ask for; those of a file are in tests/bad/hostile_test.cpp.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

// What is said to bad input.
std::string refusal(const std::string& arguments) {
    const Ended ended = call(arguments);
    CAPTURE(arguments);
    CHECK(ended.code == 2);
    CHECK(ended.out.empty());
    return ended.err;
}

}  // namespace

TEST_CASE("more runs than fit into memory are refused at once") {
    const std::string file = scratch_file("many.yaml", small_scenario());
    const std::string thousand = " --vary 'horizon=lin:1 d..1000 d:1000'";
    CHECK_THAT(refusal("sweep " + file + thousand + " --replications 100000"),
               Contains("that would be 300000000 runs, of which there are at most 10000000"));
    CHECK_THAT(refusal("sweep " + file + " --vary 'horizon=lin:1 d..1000 d:100001'"),
               Contains("expected the number of points, from 2 to 100000, found `100001`"));
    CHECK_THAT(refusal("sweep " + file + thousand + " --vary 'drain_limit=lin:1 d..1000 d:1000'"),
               Contains("the grid has more than 100000 points"));
    CHECK_THAT(refusal("run " + file + " --replications 100001"), Contains("--replications"));
    std::string strategies;
    for (int i = 0; i < 200; ++i) {
        strategies += "  s" + std::to_string(i) + ": {pools: [rig]}\n";
    }
    const std::string wide = scratch_file("wide.yaml", small_scenario(strategies));
    CHECK_THAT(refusal("run " + wide + " --replications 100000"), Contains("that would be 20300000 runs"));
    CHECK_THAT(refusal("compare " + wide + " --replications 100000"),
               Contains("that would be 20300000 runs"));
}

TEST_CASE("machines, jobs and time have limits that are told") {
    const std::string file = scratch_file("large.yaml", small_scenario());
    CHECK_THAT(refusal("check " + file + " --set fleet.rigs.rig.count=100001"), Contains("at most 100000"));
    CHECK_THAT(refusal("check " + file + " --set fleet.on_demand.dear.max_instances=1000001"),
               Contains("at most 1000000"));
    CHECK_THAT(refusal("check " + file + " --set 'horizon=101 year'"), Contains("at most 100 year"));
    CHECK_THAT(refusal("check " + file + " --set 'workload.bot.arrivals={poisson: 1000/s}'"),
               Contains("jobs would arrive up to the horizon; at most 10000000 are simulated"));
    CHECK_THAT(
        refusal("check " + file + " --set 'workload.bot.arrivals={every: 1 s}' --set 'horizon=1 year'"),
        Contains("jobs would arrive up to the horizon"));
    CHECK_THAT(refusal("check " + file + " --set 'workload.bot.arrivals={at: [0 s], batch: 1000001}'"),
               Contains("at most 1000000"));
    CHECK_THAT(refusal("check " + file + " --set 'workload.bot.arrivals={users: 100001, think: 1 h}'"),
               Contains("at most 100000"));
}
