// Sweeps, comparisons and shards, from outside.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

// Owned rigs against a cloud whose price is varied; luck in the arrivals. The rigs cost 20 dollars a day.
std::string file() {
    std::string text = small_scenario("study: {replications: 4}\n");
    const std::string regular = "every: 1 h";
    text.replace(text.find(regular), regular.size(), "poisson: 24/day");
    const std::string day = "24/day";
    text.replace(text.find(day), day.size(), "1/h");
    return scratch_file("study.yaml", text);
}

}  // namespace

TEST_CASE("a sweep says what each point came to, and where the cheapest changes") {
    const std::string price = " --vary 'fleet.on_demand.dear.price=lin:0.5 USD/gpu-h..2 USD/gpu-h:4'";
    const Ended sweep =
        call("sweep " + file() + price + " --strategy own --strategy cloud --out " + scratch_path("sw"));
    CHECK(sweep.code == 0);
    CHECK_THAT(sweep.out, StartsWith("small: 4 points, 4 replications of 2 strategies\n") &&
                              Contains("cloud stops being cheapest at 0.8") && Contains("USD/gpu-h"));
    const std::string csv = content_of(scratch_path("sw") + "/points.csv");
    CHECK_THAT(csv, StartsWith("point,scenario,fleet.on_demand.dear.price,strategy,status,metric,mean,") &&
                        Contains("\n4,small,2 USD/gpu-h,cloud,ok,total_cost_usd,49.5,"));
    CHECK(call("sweep " + file() + price + " --strategy own --strategy cloud --format csv").out == csv);
    const json document = json::parse(content_of(scratch_path("sw") + "/summary.json"));
    CHECK(document["runs"].size() == 32);
    CHECK(document["summary"][7]["point"]["fleet.on_demand.dear.price"] == "2 USD/gpu-h");
    CHECK(call("export --format json " + scratch_path("sw")).out ==
          content_of(scratch_path("sw") + "/summary.json"));
}

TEST_CASE("the file's own study is swept, unless the command line says otherwise") {
    const std::string own = scratch_file(
        "own.yaml", small_scenario("study: {vary: {fleet.rigs.rig.count: [1, 2, 3]}, design: {lhs: 5}}\n"));
    CHECK_THAT(call("sweep " + own).out, StartsWith("small: 5 points, 1 replications"));
    CHECK_THAT(call("sweep --design grid " + own).out, StartsWith("small: 3 points"));
    CHECK_THAT(call("sweep --design grid --vary horizon='1 d,2 d' " + own).out,
               StartsWith("small: 2 points"));
    const Ended nothing = call("sweep " + file());
    CHECK(nothing.code == 2);
    CHECK_THAT(nothing.err, Contains("nothing is varied: give --vary PATH=VALUES"));
}

TEST_CASE("points are checked before the first one runs; where a strategy cannot run, the others do") {
    const Ended bad =
        call("sweep " + file() + " --vary 'fleet.rigs.rig.count=1,-2' --out " + scratch_path("bad"));
    CHECK(bad.code == 2);
    CHECK(bad.out.empty());
    CHECK_THAT(bad.err, Contains("--vary:1:") && Contains("count"));
    CHECK_FALSE(fs::exists(scratch_path("bad")));
    const Ended partly = call("sweep --format csv " + file() + " --vary 'fleet.rigs.rig.count=0,2'");
    CHECK(partly.code == 0);
    CHECK_THAT(partly.out, Contains("\n1,small,0,own,infeasible,") && Contains("\n1,small,0,cloud,ok,") &&
                               Contains("\n2,small,2,own,ok,"));
}

TEST_CASE("a folder goes on where it was, and refuses what does not belong to it") {
    const std::string scenario = file();
    const std::string out = scratch_path("goes-on");
    REQUIRE(call("run --strategy own " + scenario + " --out " + out).code == 0);
    const Ended resumed = call("resume " + out + " --replications 6");
    CHECK(resumed.code == 0);
    CHECK_THAT(resumed.err, Contains("holds 4 of the 6 runs"));
    CHECK(resumed.out == call("run --strategy own --replications 6 " + scenario).out);
    const Ended changed = call("resume " + out + " --set horizon='2 d'");
    CHECK(changed.code == 2);
    CHECK(changed.out.empty());
    CHECK_THAT(changed.err, Contains("holds other results: scenario small has changed since") &&
                                Contains("--fresh to replace them"));
    CHECK(call("run --strategy own --fresh --set horizon='2 d' " + scenario + " --out " + out).code == 0);
    CHECK_THAT(call("status " + out).out, Contains("4 of 4 runs done"));
    CHECK(call("status " + scratch_path("nowhere")).code == 2);
    CHECK(call("resume " + scratch_path("nowhere")).code == 2);
    CHECK(call("merge " + scratch_path("nowhere")).code == 2);
}

TEST_CASE("a store that was damaged, or that another version made, is told, not used") {
    const std::string out = scratch_path("damaged");
    REQUIRE(call("run --strategy own " + file() + " --out " + out).code == 0);
    scratch_file("damaged/results.db",
                 "this is no database, and long enough to be taken for one by its size alone");
    const Ended damaged = call("run --strategy own " + file() + " --out " + out);
    CHECK(damaged.code == 2);
    CHECK_THAT(damaged.err, Contains("results.db: file is not a database"));
    scratch_file("damaged/plan.json", R"({"format": 2})");
    CHECK_THAT(call("status " + out).err, Contains("format 2") && Contains("another version of trainyard"));
}

TEST_CASE("compare says which is cheaper, by how much and how surely") {
    const Ended compare =
        call("compare " + file() + " --strategy own --strategy cloud --target 'queue_time_p95_s<1h'");
    CHECK(compare.code == 0);
    CHECK_THAT(compare.out, StartsWith("small, 4 replications; differences to own, on the same luck\n") &&
                                Contains("cloud is dearer") && Contains("Target queue_time_p95_s<1h"));
    const json document = json::parse(call("compare --format json --baseline cloud " + file()).out);
    CHECK(document["baseline"] == "cloud");
    CHECK(document["strategies"][0]["metrics"][0]["finding"] == "lower");
    CHECK_THAT(call("compare --format csv " + file()).out, Contains("\ncloud,total_cost_usd,"));
}

TEST_CASE("what cannot be compared is told") {
    const auto complaint = [](const std::string& arguments) {
        const Ended run = call("compare " + arguments + " " + file());
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        return run.err;
    };
    CHECK_THAT(complaint("--baseline clowd"),
               Contains("--baseline: clowd does not run") && Contains("cloud"));
    CHECK_THAT(complaint("--metric total_cost"), Contains("there is no metric `total_cost`"));
    CHECK_THAT(complaint("--target total_cost_usd"), Contains("--target total_cost_usd: "));
    CHECK_THAT(complaint("--precision 2"), Contains("expected a share such as `2 %`"));
}

TEST_CASE("a launch says what it lacks, and a dry run shows what would be submitted") {
    const std::string sweep = "sweep " + file() + " --vary 'fleet.rigs.rig.count=1,2' ";
    CHECK_THAT(call(sweep + "--launch k8s").err, Contains("`k8s` is not known here; known: slurm"));
    CHECK_THAT(call(sweep + "--launch slurm").err, Contains("--launch needs --shards N and --out DIR"));
    CHECK_THAT(call(sweep + "--dry-run").err, Contains("add `--launch slurm`"));
    const Ended dry = call(sweep + "--launch slurm --shards 2 --dry-run --out " + scratch_path("dry"));
    CHECK(dry.code == 0);
    CHECK_THAT(dry.out, Contains("#SBATCH --array=0,1") && Contains("--shard"));
    CHECK_FALSE(fs::exists(scratch_path("dry")));
}
