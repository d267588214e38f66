// Studies of many runs, from outside: too many for the sanitizers, under which a process costs a second.
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

TEST_CASE("a sweep comes to the same with one process, two, five, or in shards that ran twice") {
    const std::string sweep = "sweep " + file() + " --vary 'fleet.rigs.rig.count=1,2,3' --out ";
    const auto everything = [](const std::string& folder) {
        return content_of(folder + "/points.csv") + content_of(folder + "/runs.csv") +
               content_of(folder + "/summary.json");
    };
    const Ended one = call(sweep + scratch_path("j1") + " --jobs 1");
    REQUIRE(one.code == 0);
    for (const char* jobs : {"2", "5"}) {
        const std::string folder = scratch_path(std::string{"j"} + jobs);
        CHECK(call(sweep + folder + " --jobs " + jobs).out == one.out);
        CHECK(everything(folder) == everything(scratch_path("j1")));
    }
    const std::string parts = scratch_path("parts");
    for (const char* shard : {"2/3", "0/3", "1/3"}) {
        const Ended part = call(sweep + parts + " --shard " + shard);
        CHECK(part.code == 0);
        CHECK(part.out.empty());
    }
    // The same shard by one who does not see what has been done.
    fs::create_directories(scratch_path("blind"));
    CHECK(call(sweep + scratch_path("blind") + "/again --shard 1/3").code == 0);
    fs::copy(scratch_path("blind") + "/again/shards/shard-1-of-3-1.db", parts + "/shards/shard-1-of-3-7.db");
    CHECK_THAT(call("status " + parts).out,
               Contains("36 of 36 runs done (100 %)") && Contains("trainyard merge"));
    const Ended merged = call("merge --verify " + parts);
    CHECK(merged.code == 0);
    CHECK_THAT(merged.out,
               Contains("holds 36 of 36 runs, from 4 files of shards\n48 results of shards agree"));
    CHECK(everything(parts) == everything(scratch_path("j1")));
    CHECK(call("export " + parts).out == content_of(scratch_path("j1") + "/runs.csv"));
}

TEST_CASE(
    "a run that takes too long is told with all that names it, costs nothing else, and is exit code 3") {
    std::string text = small_scenario("  slow: {pools: [dear]}\n");
    const std::string horizon = "horizon: 1 d";
    text.replace(text.find(horizon), horizon.size(), "horizon: 5 year\nafter_horizon: cut");
    const std::string often = "every: 1 h";
    text.replace(text.find(often), often.size(), "every: 1 min");
    const std::string scenario = scratch_file("slow.yaml", text);
    const Ended run = call("run --strategy slow --seed 5 --run-timeout 0.3s " + scenario);
    CHECK(run.code == 3);
    CHECK_THAT(
        run.err,
        Contains("scenario small, strategy slow, replication 1, seed 5: killed: it ran longer than 0.3 s") &&
            Contains("1 of 1 runs failed"));
}

TEST_CASE("what precision has added is still there the next time, and in what is made of the folder") {
    const std::string out = scratch_path("again");
    const std::string command =
        "compare --precision '2 %' --metric total_cost_usd --out " + out + " " + file();
    const Ended first = call(command);
    REQUIRE(first.code == 0);
    const std::string rows = content_of(out + "/runs.csv");
    const Ended again = call(command);
    CHECK(again.code == 0);
    CHECK(again.out == first.out);
    CHECK(call("resume " + out).out == first.out);
    CHECK(content_of(out + "/runs.csv") == rows);
    CHECK(call("export " + out).out == rows);
    CHECK(call("merge " + out).code == 0);
    CHECK(content_of(out + "/runs.csv") == rows);
}

TEST_CASE("shards that are run again with more replications have them merged; a lack of runs is told") {
    const std::string sweep = "sweep " + file() + " --vary 'fleet.rigs.rig.count=1,2' --out ";
    const std::string out = scratch_path("grown");
    const auto shard = [&](const char* which, const char* replications) {
        return call(sweep + out + " --shard " + which + " --replications " + replications).code;
    };
    CHECK(shard("0/2", "2") == 0);
    CHECK(shard("1/2", "2") == 0);
    CHECK(shard("0/2", "5") == 0);
    const Ended early = call("merge " + out);
    CHECK(early.code == 3);
    CHECK_THAT(early.err, Contains("9 runs are missing; to make them: trainyard resume"));
    CHECK(shard("1/2", "5") == 0);
    CHECK_THAT(call("merge " + out).out, Contains("holds 30 of 30 runs"));
    REQUIRE(call(sweep + scratch_path("whole") + " --replications 5").code == 0);
    CHECK(content_of(out + "/points.csv") == content_of(scratch_path("whole") + "/points.csv"));
}

TEST_CASE("a damaged file of a shard is passed over, and what it held is made again") {
    const std::string sweep = "sweep " + file() + " --vary 'fleet.rigs.rig.count=1,2' --out ";
    const std::string out = scratch_path("torn");
    REQUIRE(call(sweep + out + " --shard 0/2").code == 0);
    REQUIRE(call(sweep + out + " --shard 1/2").code == 0);
    fs::resize_file(out + "/shards/shard-1-of-2-1.db", 5000);
    const Ended status = call("status " + out);
    CHECK(status.code == 0);
    CHECK_THAT(status.out, Contains("12 of 24 runs done"));
    CHECK_THAT(status.err, Contains("shard-1-of-2-1.db is passed over"));
    CHECK(call(sweep + out + " --shard 1/2").code == 0);
    const Ended merged = call("merge --verify " + out);
    CHECK(merged.code == 0);
    CHECK_THAT(merged.out, Contains("holds 24 of 24 runs"));
    REQUIRE(call(sweep + scratch_path("untorn")).code == 0);
    CHECK(content_of(out + "/points.csv") == content_of(scratch_path("untorn") + "/points.csv"));
}

TEST_CASE("SIGTERM lets a shard finish what it runs, and exit code 75 asks for the rest") {
    const std::string out = scratch_path("shard-stopped");
    const Ended run =
        call("run --strategy own --replications 100000 --shard 0/2 --out " + out + " " + file() +
             " & pid=$!; for i in $(seq 600); do [ \"$(find '" + out +
             "' -name 'shard-0-of-2-1.db' -size +300k 2>/dev/null)\" ] && break; sleep 0.1; done; " +
             "kill -TERM $pid; wait $pid");
    CHECK(run.code == 75);
    CHECK_THAT(run.err, Contains("the same command goes on from there"));
}

TEST_CASE("compare adds replications until its intervals are as narrow as asked") {
    const Ended precise = call("compare --precision '2 %' --metric total_cost_usd --out " +
                               scratch_path("precise") + " " + file());
    CHECK(precise.code == 0);
    const json summary = json::parse(content_of(scratch_path("precise") + "/summary.json"))["summary"];
    for (const json& strategy : summary) {
        const json cost = strategy["metrics"]["total_cost_usd"];
        CHECK(strategy["replications"] > 4);
        CHECK(cost["ci_high"].get<double>() - cost["mean"].get<double>() <=
              0.02 * cost["mean"].get<double>());
    }
    CHECK_THAT(call("compare --precision '0.01 %' --max-replications 20 " + file()).err,
               Contains("20 replications are not enough for a precision of 0.01 %"));
}
