// What a folder of results is given to do twice, and what is refused, from outside.
#include <catch2/catch.hpp>
#include <filesystem>

#include "analysis/store/database.hpp"
#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

namespace fs = std::filesystem;

std::string file() { return scratch_file("again.yaml", small_scenario()); }

}  // namespace

TEST_CASE("with fewer replications than it holds a folder shows those alone, in its views too") {
    const std::string out = scratch_path("fewer");
    REQUIRE(call("run --strategy own --replications 3 " + file() + " --out " + out).code == 0);
    REQUIRE(call("run --strategy own --replications 2 " + file() + " --out " + out).code == 0);
    CHECK_THAT(call("status " + out).out, Contains("2 of 2 runs done"));
    trainyard::Database database{out + "/results.db", trainyard::Database::Mode::existing};
    trainyard::Statement row = database.prepare("SELECT n FROM summary WHERE metric = 'total_cost_usd'");
    REQUIRE(row.step());
    CHECK(row.integer(0) == 2);
}

TEST_CASE("--fresh takes away the folders of scenarios that it replaces, and no other study's") {
    const std::string out = scratch_path("several");
    std::string other = content_of(file());
    other.replace(other.find("name: small"), 11, "name: other");
    const std::string two = file() + " " + scratch_file("other.yaml", other);
    REQUIRE(call("run --strategy own " + two + " --out " + out).code == 0);
    REQUIRE(call("run --strategy own " + file() + " --out " + out + "/apart").code == 0);
    scratch_file("several/other/notes.txt", "mine");
    REQUIRE(call("run --strategy own --fresh " + file() + " --out " + out).code == 0);
    CHECK_FALSE(fs::exists(out + "/small"));
    CHECK_FALSE(fs::exists(out + "/other/runs.csv"));
    CHECK(content_of(out + "/other/notes.txt") == "mine");
    CHECK(fs::exists(out + "/apart/runs.csv"));
}

TEST_CASE("an answer that cannot be printed is a failure, and not bad input") {
    const std::string out = scratch_path("full");
    REQUIRE(call("run --strategy own " + file() + " --out " + out).code == 0);
    const Ended full = call("export " + out + " >/dev/full");
    CHECK(full.code == 3);
    CHECK_THAT(full.err, Contains("cannot write to standard output"));
    CHECK(call("export " + scratch_path("nowhere")).code == 2);
}

TEST_CASE("what nobody can mean is refused, and shown as text") {
    const Ended escape = call("run " + file() + " --jobs \"$(printf 'x\\033[31m')\"");
    CHECK(escape.code == 2);
    CHECK_THAT(escape.err, !Contains("\x1b"));
    CHECK(call("compare " + file() + " --max-replications 5").code == 2);
    CHECK_THAT(call("compare " + file() + " --precision '0 %'").err, Contains("above 0 % and below 100 %"));
    CHECK_THAT(call("compare " + file() + " --metric foo").err, Contains("docs/model.md lists them"));
    const Ended both = call("sweep " + file() + " --vary 'seed=1,2' --launch slurm --shard 0/2 --out " +
                            scratch_path("both"));
    CHECK(both.code == 2);
    CHECK_THAT(both.err, Contains("--shard"));
}

TEST_CASE("--fresh leaves what is not its own among the shards") {
    const std::string out = scratch_path("mine-too");
    REQUIRE(call("run --strategy own " + file() + " --shard 0/1 --out " + out).code == 0);
    scratch_file("mine-too/shards/important.txt", "mine");
    REQUIRE(call("run --strategy own --fresh " + file() + " --out " + out).code == 0);
    CHECK(content_of(out + "/shards/important.txt") == "mine");
    CHECK_FALSE(fs::exists(out + "/shards/shard-0-of-1-1.db"));
}
