// Every point is looked at before the first one runs.
#include "analysis/study/load_points.hpp"

#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

// `rent` can always run the job, `own` where there is a rig.
const Small small{.strategy = "pools: [cloud]}, own: {pools: [rig]", .more = "study: {replications: 3}\n"};

LoadedPoints points(const std::vector<std::string>& flags, const RunChoice& choice = {}) {
    const Folder folder;
    ScenarioFile file{folder.write("s.yaml", small.text())};
    const ReadAxes axes = file.parse_vary(flags);
    INFO(render(axes.errors));
    REQUIRE(axes.errors.empty());
    return load_points(file, lay_out(axes.axes, {}, 1).set, choice);
}

}  // namespace

TEST_CASE("every point has its values and room for its runs") {
    const LoadedPoints loaded = points({"fleet.rigs.rig.count=1,2", "fleet.spot.*.price=1 USD/h,$2/h"});
    INFO(render(loaded.errors));
    REQUIRE(loaded.batch.size() == 4);
    CHECK(count_runs(loaded.batch) == 4 * 2 * 3);
    const ScenarioRuns& last = loaded.batch[3];
    REQUIRE(last.point.size() == 2);
    CHECK(last.point[0].path == "fleet.rigs.rig.count");
    CHECK(last.point[0].value == "2");
    CHECK(last.point[0].number == 2);
    CHECK(last.point[1].path == "fleet.spot.*.price");
    CHECK(last.point[1].value == "$2/h");
    CHECK(last.scenario.pools[1].rigs()->count == 2);
    CHECK(last.scenario.pools[0].rented()->price == Price{2'000'000'000, 3600});
    REQUIRE(loaded.batch.size() == 4);
    CHECK(loaded.batch[0].fingerprint != loaded.batch[3].fingerprint);
}

TEST_CASE("the choice of runs holds at every point") {
    const LoadedPoints loaded =
        points({"fleet.rigs.rig.count=1,2"}, {.strategies = {"own"}, .replications = 5, .seed = 9});
    REQUIRE(loaded.batch.size() == 2);
    CHECK(count_runs(loaded.batch) == 2 * 5);
    CHECK(loaded.batch[1].seed == 9);
    CHECK(loaded.batch[1].name_of(loaded.batch[1].strategies[0]) == "own");
    const LoadedPoints unknown = points({"fleet.rigs.rig.count=1,2"}, {.strategies = {"owned"}});
    REQUIRE(unknown.errors.size() == 1);
    CHECK(unknown.errors[0].message.starts_with("the scenario declares no strategy `owned`"));
    CHECK(unknown.batch.empty());
}

TEST_CASE("a strategy that is infeasible at a point is marked there, and the others run") {
    const LoadedPoints loaded = points({"fleet.rigs.rig.count=0,1"});
    INFO(render(loaded.errors));
    REQUIRE(loaded.batch.size() == 2);
    const StrategyRuns* without = loaded.batch[0].find("own");
    CHECK(without->infeasible.find("there are none") != std::string::npos);
    CHECK(without->replications.empty());
    CHECK(loaded.batch[0].find("plan")->replications.size() == 3);
    CHECK(loaded.batch[1].find("own")->infeasible.empty());
    CHECK(loaded.batch[1].find("own")->replications.size() == 3);
}

TEST_CASE("a strategy that is infeasible at every point is an error, if it is wanted") {
    const std::vector<std::string> none{"fleet.rigs.rig.count=0", "horizon=1 d,2 d"};
    const LoadedPoints loaded = points(none);
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].message.ends_with("; and so at every point"));
    CHECK(loaded.batch.empty());
    CHECK(points(none, {.strategies = {"plan"}}).errors.empty());
}

TEST_CASE("points that are no scenario are all told of, each complaint once") {
    const LoadedPoints loaded = points({"fleet.rigs.rig.count=1,-1", "horizon=1 d,5 GB,3 d"});
    CHECK(loaded.batch.empty());
    REQUIRE(loaded.errors.size() == 2);
    CHECK(loaded.errors[0].path == "horizon");
    CHECK(loaded.errors[0].message.ends_with(
        " (at the point fleet.rigs.rig.count=1, horizon=5 GB, and at 1 other)"));
    CHECK(
        loaded.errors[1].message.ends_with("must not be negative, found `-1` (at the point "
                                           "fleet.rigs.rig.count=-1, horizon=1 d, and at 2 others)"));
}

TEST_CASE("of many complaints the first twenty are shown") {
    const LoadedPoints loaded = points({"fleet.rigs.rig.count=lin:100001..100030:30"});
    REQUIRE(loaded.errors.size() == 21);
    CHECK(loaded.errors.back().message == "and 10 further complaints");
}
