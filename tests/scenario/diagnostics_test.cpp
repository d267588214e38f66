#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

bool has(const std::string& text, const std::string& part) {
    INFO(text);
    INFO("should contain: " << part);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a diagnostic shows its line and a caret") {
    const Folder folder;
    const std::string file = folder.write("s.yaml", "trainyard: 1\nhorizn: 3 d\nworkload: {}\n");
    const std::string text = render(load_scenario(file).errors);
    CHECK(has(text, file + ":2:1: error: horizn: unknown key `horizn`; did you mean `horizon`?\n"
                           "   2 | horizn: 3 d\n"
                           "     | ^~~~~~\n"));
}

TEST_CASE("columns count characters, and tabs line up") {
    const std::string text = render({Diagnostic{"f", 1, 6, "p", "m", "\tä: ü x", 1, std::nullopt}});
    CHECK(text == "f:1:6: error: p: m\n   1 | \tä: ü x\n     | \t    ^\n");
}

TEST_CASE("of a long line the part around the caret is shown") {
    const std::string line = std::string(300, 'x') + "HERE" + std::string(300, 'y');
    const std::string text = render({Diagnostic{"f", 1, 301, "", "m", line, 4, std::nullopt}});
    CHECK(has(text, "HERE"));
    CHECK(has(text, "^~~~\n"));
    CHECK(text.size() < 300);
}

TEST_CASE("all errors of a file are reported at once, in its order") {
    const Loaded loaded = load("trainyard: 1\nhorizon: 3\nseed: -1\nworkload: {s: {job: no}}\nfleet: {}\n");
    CHECK_FALSE(loaded.scenario);
    const std::string text = complaints(loaded);
    CHECK(has(text, "1:1 : missing key `strategies`"));
    CHECK(has(text, "2:10 horizon: `3` has no unit"));
    CHECK(has(text, "3:7 seed: must not be negative"));
    CHECK(has(text, "4:12 workload.s: missing: one of `arrivals`, `trace`"));
    CHECK(has(text, "4:21 workload.s.job: there is no job kind named `no`"));
    CHECK(loaded.errors.size() == 5);
}

TEST_CASE("a duplicate key shows both places") {
    const Loaded loaded = load("trainyard: 1\nseed: 1\nseed: 2\n");
    REQUIRE_FALSE(loaded.errors.empty());
    const auto at = std::find_if(loaded.errors.begin(), loaded.errors.end(), [](const Diagnostic& each) {
        return each.message == "duplicate key `seed`";
    });
    REQUIRE(at != loaded.errors.end());
    CHECK(at->line == 3);
    CHECK(at->related->line == 2);
}

TEST_CASE("what cannot be a scenario is refused with a reason") {
    CHECK(has(complaints(load("")), "there is nothing in it"));
    CHECK(has(complaints(load("# only a comment\n")), "there is nothing in it"));
    CHECK(has(complaints(load("- a\n- b\n")), "expected a mapping"));
    CHECK(has(complaints(load("a: 1\n---\nb: 2\n")), "a second document"));
    CHECK(has(complaints(load(std::string{"a\0b", 3})), "zero byte in line 1"));
    CHECK(has(complaints(load("name: caf\xE9\n")), "not UTF-8"));
    CHECK(has(complaints(load("a: \"b\nc: 2\n")), "never closed"));
    CHECK(has(complaints(load("a: b: c\n")), "not valid YAML"));
    CHECK(has(complaints(load("a:\n\tb: 1\n")), "a tab in the indentation"));
    CHECK(has(complaints(load("a: {<<: {b: 1}}\n<<: 2\n")), "unknown key `<<`"));
    CHECK(has(complaints(load("seed: !!int 3\n")), "YAML tags"));
    CHECK(has(complaints(load(std::string(10'000'000, '#'))), "larger than 8 MB"));
    CHECK(has(complaints(load_scenario("/nowhere/at all.yaml")), "does not exist"));
    CHECK(has(complaints(load_scenario("/")), "is a folder"));
}

TEST_CASE("hostile files end in a diagnostic, quickly") {
    CHECK(has(complaints(load("a: " + std::string(100'000, '['))), "nested more than 64 levels"));
    std::string braces;
    for (int i = 0; i < 100'000; ++i) {
        braces += "{a: ";
    }
    CHECK(has(complaints(load(braces)), "nested more than 64 levels"));
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const std::string before{static_cast<char>(c - 1)};
        bomb += std::string{c} + ": &" + c + " [";
        for (int i = 0; i < 10; ++i) {
            bomb += "*" + before + ",";
        }
        bomb += "]\n";
    }
    CHECK(has(complaints(load(bomb)), "more than 500000 values"));
    CHECK(has(complaints(load("a: &a [*a]\n")), "inside of what its own anchor names"));
    CHECK(has(complaints(load("a: *b\n")), "an anchor that does not exist"));
}

TEST_CASE("aliases repeat what their anchor names") {
    const Loaded loaded =
        load(Small{.spot = "price: &p 1 USD/h, interruptions: none, billing: {minimum: &m 90 s}, "
                           "notice: *m"}
                 .text());
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    CHECK(loaded.scenario->pools[0].rented()->notice == Seconds{90});
}

TEST_CASE("values out of range are refused where they stand") {
    CHECK(has(complaint({.job = "work: 0 gpu-h"}), "work: must be more than 0 gpu-h"));
    CHECK(has(complaint({.job = "work: 1 gpu-h, efficiency: 120 %"}), "must be at most 100 %"));
    CHECK(has(complaint({.job = "work: 1 gpu-h, gpus: 1.5"}), "expected a whole number"));
    CHECK(has(complaint({.job = "work: 1 gpu-h, checkpoint: {every: 1 h}"}), "missing key `size`"));
    CHECK(has(complaint({.job = "work: 1 gpu-h, duration: {gpu: a, time: 1 h}"}), "exclude each other"));
    CHECK(has(complaint({.job = "memory: 1 GB"}), "none of `work`, `duration` and `model`"));
    CHECK(has(complaint({.job = "work: 1 gpu-h, like: kind"}), "like itself"));
    CHECK(has(complaint({.spot = "price: 1 USD/h, interruptions: {per_month: 100 %}"}), "less than 100 %"));
    CHECK(has(complaint({.spot = "price: 1 USD/h"}), "missing key `interruptions`"));
    CHECK(has(complaint({.spot = "price: 1.0000000001 USD/h, interruptions: none"}), "at most 9 decimals"));
    CHECK(has(complaint({.stream = "arrivals: {at: [400 d]}"}), "not before the horizon"));
    CHECK(has(complaint({.stream = "arrivals: {poisson: 1/h, every: 1 h}"}), "exclude each other"));
    CHECK(has(complaint({.stream = "arrivals: {poisson: 1/h, profile: [1, 2]}"}), "168 weights"));
    CHECK(has(complaint({.stream = "arrivals: {poisson: 1000000/s}"}), "jobs would arrive"));
    CHECK(has(complaint({.stream = "arrivals: {at: [0 s]}, deadline: 0 s"}), "more than 0 s"));
    CHECK(has(complaint({.strategy = "pools: [cloud, cloud]"}), "named twice"));
    CHECK(has(complaint({.strategy = "pools: [clod]"}), "did you mean `cloud`?"));
    CHECK(has(complaint({.strategy = "pools: [{pool: cloud, count: 1}]"}), "`count` is for rigs"));
    CHECK(has(complaint({.strategy = "pools: [cloud], queue: slowest"}), "expected one of fifo"));
    CHECK(has(complaint({.more = "start: 2026-02-30\n"}), "expected a date"));
    CHECK(has(complaint({.more = "horizon: 101 year\n"}), "at most 100 year"));
    CHECK(has(complaint({.more = "expect: {plan: {total_cost: {below: 1}}}\n"}),
              "did you mean `total_cost_usd`?"));
    CHECK(has(complaint({.more = "expect: {plan: {jobs_failed: {relative_to: other, below: 1 %}}}\n"}),
              "no strategy named `other`"));
}

TEST_CASE("a pool's name is unique in the fleet") {
    const std::string text =
        complaint({.spot = "price: 1 USD/h, interruptions: none}, rig: {gpu: a, price: 1 USD/h, "
                           "interruptions: none"});
    CHECK(has(text, "a second pool named `rig`"));
}
