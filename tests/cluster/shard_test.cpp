#include "analysis/cluster/shard.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace trainyard;

namespace {

using Variables = std::map<std::string, std::string>;

std::variant<Shard, Refusal> parse(std::string_view text, const Variables& variables = {}) {
    return parse_shard(text, [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional{found->second};
    });
}

Shard shard(std::string_view text, const Variables& variables = {}) {
    const auto result = parse(text, variables);
    if (const auto* refusal = std::get_if<Refusal>(&result)) {
        FAIL(refusal->text);
    }
    return std::get<Shard>(result);
}

std::string refusal(std::string_view text, const Variables& variables = {}) {
    const auto result = parse(text, variables);
    return std::holds_alternative<Refusal>(result) ? std::get<Refusal>(result).text : "taken";
}

Variables slurm(const char* id, const char* first, const char* last, const char* count) {
    return {{"SLURM_ARRAY_TASK_ID", id},
            {"SLURM_ARRAY_TASK_MIN", first},
            {"SLURM_ARRAY_TASK_MAX", last},
            {"SLURM_ARRAY_TASK_COUNT", count}};
}

Variables with(Variables variables, const char* name, const char* value) {
    variables[name] = value;
    return variables;
}

}  // namespace

TEST_CASE("Each run is in exactly one shard, neighbours in different ones") {
    for (std::size_t run = 0; run < 20; ++run) {
        std::size_t shards = 0;
        for (std::size_t index = 0; index < 8; ++index) {
            shards += Shard{index, 8}.has(run) ? 1 : 0;
        }
        CHECK(shards == 1);
        CHECK(Shard{run % 8, 8}.has(run));
    }
}

TEST_CASE("A shard is i/n, counted from 0") {
    CHECK(shard("0/1") == Shard{0, 1});
    CHECK(shard("7/8") == Shard{7, 8});
    CHECK(refusal("8/8") == "8/8: the 8 shards are numbered from 0 to 7");
    CHECK(refusal("0/0") == "0/0: a study has 1 to 100000 shards");
    CHECK(refusal("0/100001") == "0/100001: a study has 1 to 100000 shards");
    for (const char* wrong : {"", "/", "3", "1/", "/8", "-1/8", "+1/8", "1/8/9", "1 /8", "a/b", "1.5/8",
                              "Auto", "auto/", "auto/x", "autos", "99999999999999999999/8"}) {
        CHECK_THAT(refusal(wrong), Catch::Contains("expected i/n with i from 0"));
    }
}

TEST_CASE("Slurm says index and count of a whole array") {
    CHECK(shard("auto", slurm("5", "0", "7", "8")) == Shard{5, 8});
}

TEST_CASE("A part of an array, submitted once more, is not taken for the whole") {
    const Variables part = slurm("17", "2", "17", "3");
    CHECK_THAT(refusal("auto", part), Catch::Contains("Slurm does not say how many shards there are"));
    CHECK_THAT(refusal("auto", slurm("4", "0", "6", "3")), Catch::Contains("does not say"));
    CHECK(shard("auto/20", part) == Shard{17, 20});
    CHECK(shard("auto", with(part, "TRAINYARD_SHARDS", "20")) == Shard{17, 20});
    CHECK(shard("auto/20", with(part, "TRAINYARD_SHARDS", "18")) == Shard{17, 20});
}

TEST_CASE("An index beyond the count that was given is refused") {
    CHECK(refusal("auto/8", slurm("8", "1", "8", "8")) ==
          "SLURM_ARRAY_TASK_ID: the 8 shards are numbered from 0 to 7");
}

TEST_CASE("Kubernetes says the index only") {
    const Variables pod{{"JOB_COMPLETION_INDEX", "3"}};
    CHECK(shard("auto/4", pod) == Shard{3, 4});
    CHECK(shard("auto", with(pod, "TRAINYARD_SHARDS", "4")) == Shard{3, 4});
    CHECK_THAT(refusal("auto", pod), Catch::Contains("Kubernetes does not say how many"));
    CHECK(refusal("auto", with(pod, "TRAINYARD_SHARDS", "four")) ==
          "auto: TRAINYARD_SHARDS=four is no number");
}

TEST_CASE("AWS Batch says both") {
    const Variables child{{"AWS_BATCH_JOB_ARRAY_INDEX", "3"}, {"AWS_BATCH_JOB_ARRAY_SIZE", "10"}};
    CHECK(shard("auto", child) == Shard{3, 10});
}

TEST_CASE("Grid Engine counts from 1") {
    const Variables task{{"SGE_TASK_ID", "8"}, {"SGE_TASK_FIRST", "1"}, {"SGE_TASK_LAST", "8"}};
    CHECK(shard("auto", task) == Shard{7, 8});
    CHECK(shard("auto/9", task) == Shard{7, 9});
    CHECK_THAT(refusal("auto", with(task, "SGE_TASK_FIRST", "8")),
               Catch::Contains("Grid Engine does not say"));
    CHECK_THAT(refusal("auto", with(task, "SGE_TASK_STEPSIZE", "7")),
               Catch::Contains("Grid Engine does not say"));
    CHECK(refusal("auto/8", {{"SGE_TASK_ID", "0"}}) ==
          "auto: SGE_TASK_ID is 0, and Grid Engine numbers its tasks from 1");
    CHECK_THAT(refusal("auto/8", {{"SGE_TASK_ID", "9"}}), Catch::Contains("numbered from 0 to 7"));
}

TEST_CASE("Without an array there is no shard to find") {
    CHECK_THAT(refusal("auto/8"), Catch::Contains("this is no task of an array"));
    CHECK_THAT(refusal("auto", {{"SGE_TASK_ID", "undefined"}}),
               Catch::Contains("this is no task of an array"));
}

TEST_CASE("The first scheduler of the list speaks where one runs within another") {
    CHECK(shard("auto", with(slurm("1", "0", "3", "4"), "SGE_TASK_ID", "8")) == Shard{1, 4});
}
