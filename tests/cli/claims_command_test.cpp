// The page of claims: that the one in docs/ is what the program says today, and what becomes of a folder of
// one's own.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

// A folder with a claim and its twin; the claim expects that renting costs `bounds` of owning.
std::string folder_of(const std::string& name, const std::string& bounds) {
    std::filesystem::create_directories(scratch_path(name));
    scratch_file(
        name + "/rent.yaml",
        "# claim: \"Renting costs | more.\"\n# holds when: it is dear\n" +
            small_scenario("expect:\n  cloud: {total_cost_usd: {relative_to: own, " + bounds + "}}\n"));
    scratch_file(name + "/rent-fails.yaml",
                 "# fails when: time is what counts\n" +
                     small_scenario("expect:\n  cloud: {queue_time_max_s: {below: 1}}\n"));
    return scratch_path(name);
}

}  // namespace

TEST_CASE("docs/claims.md is what the scenarios say") {
    const Ended claims = call("claims");
    CHECK(claims.code == 0);
    CHECK(claims.err.empty());
    CHECK(claims.out == content_of(TRAINYARD_SOURCE_DIR "/docs/claims.md"));
}

TEST_CASE("a claim and its twin are two rows, with what came out") {
    const Ended claims = call("claims " + folder_of("pair", "between: [200 %, 250 %]"));
    CHECK(claims.code == 0);
    CHECK_THAT(
        claims.out,
        Contains(
            "| \"Renting costs \\| more.\" | [rent](../scenarios/claims/rent.yaml) | **cloud** total cost "
            "$46.00, 230.0 % of own's (expected: 200 % to 250 %) | **holds when** it is dear |\n"
            "|  | [rent-fails](../scenarios/claims/rent-fails.yaml) | **cloud** queue time max 0 s "
            "(expected: below 1 s) | **fails when** time is what counts |\n"));
}

TEST_CASE("a claim that does not hold is exit code 1, and still on the page") {
    const Ended claims = call("claims " + folder_of("wrong", "below: 200 %"));
    CHECK(claims.code == 1);
    CHECK_THAT(claims.err, Contains("rent.yaml:") && Contains("but it is 230 %"));
    CHECK_THAT(claims.out, Contains("230.0 % of own's"));
}

TEST_CASE("a folder that is no set of pairs is told") {
    const std::string folder = folder_of("alone", "below: 300 %");
    std::filesystem::remove(folder + "/rent-fails.yaml");
    const Ended alone = call("claims " + folder);
    CHECK(alone.code == 2);
    CHECK(alone.out.empty());
    CHECK_THAT(alone.err, Contains("rent.yaml: its twin is missing"));
    CHECK(call("claims " + scratch_path("nowhere")).code == 2);
}
