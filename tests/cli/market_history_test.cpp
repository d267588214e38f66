// What is said of markets beside the results.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

std::string scenario(const std::string& offset) {
    return "trainyard: 1\nhorizon: 2 d\ngpus: {g: {memory: 80 GB, speed: 1}}\n"
           "workload: {a: {job: {work: 5 gpu-h}, arrivals: {every: 8 h}}}\n"
           "fleet:\n  spot:\n"
           "    zone: {gpu: g, price: 1 USD/h, interruptions: none, availability: {trace: zone.csv, format: "
           "trainyard, repeat: true, offset: " +
           offset +
           "}}\n    calm: {gpu: g, price: 2 USD/h, interruptions: none}\n"
           "strategies: {zone: {pools: [zone]}, calm: {pools: [calm]}}\n";
}

const std::string same = "all replications saw the same history of zone; `offset: random` draws one for each";

}  // namespace

TEST_CASE("who studies replications of one history is told so") {
    static_cast<void>(scratch_file("zone.csv", "t_s,available\n0,3\n7200,0\n10800,3\n40000,1\n"));
    const std::string fixed = scratch_file("fixed.yaml", scenario("1 h"));
    const Ended run = call("run --replications 3 " + fixed);
    CHECK(run.code == 0);
    CHECK_THAT(run.err,
               Contains("note: fixed: " + same) && Contains("zone.csv is read as trainyard: available = "));
    CHECK_THAT(call("compare --replications 3 " + fixed).err, Contains(same));
    CHECK_THAT(call("run " + fixed).err, !Contains(same));
    CHECK_THAT(call("run --replications 3 --strategy calm " + fixed).err, !Contains(same));
    const Ended drawn = call("run --replications 3 " + scratch_file("drawn.yaml", scenario("random")));
    CHECK_THAT(drawn.err, !Contains(same));
    const Ended sweep =
        call("sweep --replications 2 --vary 'fleet.spot.zone.availability.offset=lin:0 h..10 h:3' " + fixed);
    CHECK(sweep.code == 0);
    CHECK(sweep.err.find(same) != std::string::npos);
    CHECK(sweep.err.find(same) == sweep.err.rfind(same));
}
