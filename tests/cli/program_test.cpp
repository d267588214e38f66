// The built program from outside: what it prints, where, and with which exit code.
#include "tests/cli/program.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

using namespace trainyard::program;
using Catch::Contains;
using nlohmann::json;

TEST_CASE("a run prints a table on standard output and nothing on standard error") {
    const Ended run = call("run " + scratch_file("small.yaml", small_scenario()));
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK_THAT(run.out, Contains("small: Does it run?\n"));
    CHECK_THAT(run.out, Contains("own is cheapest: $20.00; mixed costs the same."));
    CHECK(run.out.find('\x1b') == std::string::npos);
}

TEST_CASE("JSON and CSV say the same, and the same run again says it again") {
    const std::string file = scratch_file("small.yaml", small_scenario());
    const Ended first = call("run --format json --strategy cloud --replications 2 --seed 7 " + file);
    REQUIRE(first.code == 0);
    const json document = json::parse(first.out);
    REQUIRE(document["runs"].size() == 2);
    CHECK(document["runs"][1]["strategy"] == "cloud");
    CHECK(document["runs"][1]["replication"] == 2);
    CHECK(document["runs"][1]["seed"] == 7);
    // 23 jobs arrive after an hour's gap each within the day, at two dollars an hour.
    CHECK(document["runs"][0]["metrics"]["total_cost_usd"] == 46.0);
    CHECK(document["summary"][0]["metrics"]["total_cost_usd"]["sd"] == 0.0);
    CHECK(call("run --format json --strategy cloud --replications 2 --seed 7 " + file).out == first.out);
    const Ended csv = call("run --format csv --strategy cloud --seed 7 " + file);
    const std::string digest = document["runs"][0]["digest"];
    CHECK_THAT(csv.out, Contains("\nsmall,cloud,1,7," + digest + ",46,"));
}

TEST_CASE("--set changes the scenario before it is checked") {
    const std::string file = scratch_file("small.yaml", small_scenario());
    const Ended run =
        call("run --format csv --strategy cloud --set 'fleet.on_demand.dear.price=3 USD/gpu-h' " + file);
    CHECK_THAT(run.out, Contains(",69,"));
    CHECK(call("run --set fleet.on_demand.dear.price=3 " + file).code == 2);
}

TEST_CASE("bad input is exit code 2, all of it is told, and nothing runs") {
    const std::string fine = scratch_file("small.yaml", small_scenario());
    const std::string bad = scratch_file("bad.yaml", small_scenario("nonsense: 1\n"));
    const std::string worse = scratch_file("worse.yaml", small_scenario("study: {replications: many}\n"));
    const std::string out = scratch_path("never");
    const Ended run = call("run --out " + out + " " + fine + " " + bad + " " + worse);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, Contains("bad.yaml:22:1: error:") && Contains("worse.yaml:22:"));
    CHECK_FALSE(std::filesystem::exists(out));
    CHECK(call("run " + scratch_path("missing.yaml")).code == 2);
}

TEST_CASE("an unknown strategy is told with the one that was meant") {
    const Ended run = call("run --strategy clowd " + scratch_file("small.yaml", small_scenario()));
    CHECK(run.code == 2);
    CHECK_THAT(run.err, Contains("declares no strategy `clowd`") && Contains("cloud"));
}

TEST_CASE("an infeasible strategy is an error only when it is to run") {
    const std::string file =
        scratch_file("big.yaml", small_scenario("  tight: {pools: [{pool: rig, gpus: {min: 2}}]}\n"));
    const Ended all = call("run " + file);
    CHECK(all.code == 2);
    CHECK(all.out.empty());
    CHECK_FALSE(all.err.empty());
    CHECK(call("run --strategy own " + file).code == 0);
    const Ended check = call("check " + file);
    CHECK(check.code == 2);
    CHECK_THAT(check.out, Contains("tight: infeasible") && Contains("own: 0.50"));
}

TEST_CASE("wrong usage is exit code 2, help and version are results") {
    for (const char* wrong :
         {"", "run", "fly", "run x --format xml", "run x --format 1", "run x --replications 0",
          "run x --replications 100001", "run x --seed -1", "run x --seed 18446744073709551616",
          "run x --replications 1.5", "run x --nonsense", "check", "schema extra"}) {
        const Ended run = call(wrong);
        CAPTURE(wrong);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK_THAT(run.err, Contains("trainyard: error: "));
    }
    CHECK_THAT(call("run x --format xml").err,
               Contains("--format: there is no format `xml`; known: table, json, csv"));
    CHECK_THAT(call("--help").out,
               Contains("Examples:") && Contains("trainyard new my-three-numbers > my.yaml"));
    CHECK_THAT(call("run --help").out, Contains("--replications"));
    CHECK_THAT(call("--version").out, Contains("trainyard 0."));
    CHECK(call("--help").code == 0);
}

TEST_CASE("an expectation that fails is exit code 1, with its place") {
    const std::string file = scratch_file(
        "hope.yaml",
        small_scenario("expect:\n  own: {total_cost_usd: {below: 20.5}}\n"
                       "  cloud: {total_cost_usd: {relative_to: own, between: [10 %, 90 %]}}\n"));
    const Ended run = call("run " + file);
    CHECK(run.code == 1);
    CHECK_THAT(run.err,
               Contains("hope.yaml:24:") && Contains("expected total_cost_usd of cloud between 10 % and 90 % "
                                                     "of own's, but it is 230 %"));
    CHECK_THAT(run.err, Contains("1 of 2 expectations met"));
    CHECK_FALSE(run.out.empty());
    const Ended part = call("run --strategy own " + file);
    CHECK(part.code == 0);
    CHECK_THAT(part.err, Contains("skipped: cloud was not run"));
}

TEST_CASE("--out writes every file, for several scenarios in a folder each") {
    const std::string file = scratch_file("small.yaml", small_scenario());
    const std::string out = scratch_path("results");
    REQUIRE(call("run --replications 2 --out " + out + " " + file).code == 0);
    CHECK(json::parse(content_of(out + "/summary.json"))["runs"].size() == 6);
    CHECK_THAT(content_of(out + "/jobs.csv"),
               Contains("\ncloud,2,1,bot,tune,bot,3600,3600,7200,finished,1,"));
    CHECK_THAT(content_of(out + "/ledger.csv"), Contains("\ncloud,2,"));
    CHECK(json::parse(content_of(out + "/timeline.json")).contains("traceEvents"));
    const Ended other = call("run --out " + out + " " + file + " " + file);
    CHECK(other.code == 2);
    CHECK_THAT(other.err, Contains("holds other results: it holds 1 points, not 2") && Contains("--fresh"));
    CHECK(std::filesystem::exists(out + "/summary.json"));
    REQUIRE(call("run --fresh --out " + out + " " + file + " " + file).code == 0);
    CHECK_FALSE(std::filesystem::exists(out + "/summary.json"));
    CHECK(std::filesystem::exists(out + "/small/jobs.csv"));
    CHECK(std::filesystem::exists(out + "/small-2/jobs.csv"));
    const std::string foreign = scratch_path("foreign");
    std::filesystem::create_directories(foreign);
    scratch_file("foreign/notes.txt", "mine");
    CHECK(call("run --out " + foreign + " " + file).code == 2);
}

TEST_CASE("a closed or full standard output is an error, not silence") {
    const std::string file = scratch_file("small.yaml", small_scenario());
    for (const char* where : {" >&-", " >/dev/full"}) {
        for (const std::string& command : {"run " + file, std::string{"--help"}, std::string{"schema"}}) {
            CAPTURE(where, command);
            const Ended run = call(command + where);
            CHECK(run.code == 3);
            CHECK_THAT(run.err, Contains("cannot write to standard output"));
        }
    }
}

TEST_CASE("SIGTERM ends the run with exit code 130 and keeps what is finished") {
    const std::string file = scratch_file("small.yaml", small_scenario());
    const std::string out = scratch_path("stopped");
    // Once some runs are there.
    const Ended run =
        call("run --strategy own --replications 100000 --format csv --out " + out + " " + file +
             " & pid=$!; for i in $(seq 600); do [ \"$(find '" + out +
             "' -name 'results.db-wal' -size +100k 2>/dev/null)\" ] && break; sleep 0.1; done; " +
             "kill -TERM $pid; wait $pid");
    CHECK(run.code == 130);
    CHECK_THAT(run.err, Contains("interrupted"));
    CHECK_THAT(run.out, Contains("\nsmall,own,1,1,"));
    CHECK_THAT(content_of(out + "/jobs.csv"), Contains("\nown,1,1,bot,"));
}

TEST_CASE("new prints scenarios that work from anywhere") {
    CHECK_THAT(call("new").out, Contains("copies one:\n  my-three-numbers ") && Contains("startup-year") &&
                                    Contains("Own two rigs, ride spot, or rent?"));
    const Ended startup = call("new startup");
    CHECK(startup.code == 0);
    CHECK(call("new startup-year").out == startup.out);
    const Ended replay = call("new trace-replay");
    CHECK(call("check " + scratch_file("mine.yaml", replay.out)).code == 0);
    const Ended unknown = call("new strtup-year");
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Contains("startup-year"));
}

TEST_CASE("the schema is JSON and the format reference is text") {
    CHECK(json::parse(call("schema").out).contains("$schema"));
    CHECK_THAT(call("format").out, Contains("interruptions"));
}
