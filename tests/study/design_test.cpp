// The points of a study, by hand and by what the designs promise.
#include "analysis/study/design.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "analysis/study/samples.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

std::vector<Axis> axes(const std::vector<std::string>& flags) {
    const Folder folder;
    ScenarioFile file{folder.write("s.yaml", Small{}.text())};
    ReadAxes read = file.parse_vary(flags);
    INFO(render(read.errors));
    REQUIRE(read.errors.empty());
    return read.axes;
}

constexpr Design grid{};
constexpr Design lhs(int points) { return {Design::Kind::latin_hypercube, points}; }
constexpr Design sobol_of(int points) { return {Design::Kind::sobol, points}; }

// How many of the numbers are in each of so many equal parts of (0, 1).
std::vector<int> counts(const std::vector<double>& numbers, std::size_t parts) {
    std::vector<int> result(parts, 0);
    for (const double number : numbers) {
        ++result[static_cast<std::size_t>(number * static_cast<double>(parts))];
    }
    return result;
}

}  // namespace

TEST_CASE("a grid has every value with every other, the last axis fastest") {
    const LaidOut laid = lay_out(axes({"fleet.rigs.rig.count=1,2", "horizon=lin:10 d..30 d:3"}), grid, 1);
    REQUIRE(laid.errors.empty());
    REQUIRE(laid.set.points.size() == 6);
    CHECK(laid.set.described(0) == "fleet.rigs.rig.count=1, horizon=10 d");
    CHECK(laid.set.described(1) == "fleet.rigs.rig.count=1, horizon=20 d");
    CHECK(laid.set.described(3) == "fleet.rigs.rig.count=2, horizon=10 d");
    CHECK(laid.set.described(5) == "fleet.rigs.rig.count=2, horizon=30 d");
}

TEST_CASE("a grid needs to know how many points, and has no more than anybody waits for") {
    const LaidOut without = lay_out(axes({"horizon=1 d,2 d", "drain_limit=lin:10 d..30 d"}), grid, 1);
    REQUIRE(without.errors.size() == 1);
    CHECK(without.errors[0].file == "--vary");
    CHECK(without.errors[0].source_line == "drain_limit=lin:10 d..30 d");
    CHECK(without.errors[0].message.starts_with("a grid needs to know how many points from 10 d to 30 d"));
    const LaidOut many =
        lay_out(axes({"horizon=lin:1 d..30 d:1000", "drain_limit=lin:1 d..30 d:101"}), grid, 1);
    REQUIRE(many.errors.size() == 1);
    CHECK(many.errors[0].message.find("more than 100000 points") != std::string::npos);
    CHECK(lay_out({}, grid, 1).errors.size() == 1);
}

TEST_CASE("each axis of a Latin hypercube has one point in each stratum") {
    const Samples samples = latin_hypercube({"a", "b"}, 100, 7);
    for (const std::vector<double>& axis : samples) {
        CHECK(counts(axis, 100) == std::vector<int>(100, 1));
    }
    CHECK(samples[0] != samples[1]);
    CHECK(samples == latin_hypercube({"a", "b"}, 100, 7));
    CHECK(samples[0] != latin_hypercube({"a"}, 100, 8)[0]);
    // One axis more leaves the others as they were.
    CHECK(samples[1] == latin_hypercube({"b", "c"}, 100, 7)[0]);
}

TEST_CASE("a Sobol sample of a power of two is a net: every box of its volume has one point") {
    const Samples samples = sobol({"a", "b"}, 64, 7);
    CHECK(counts(samples[0], 64) == std::vector<int>(64, 1));
    CHECK(counts(samples[1], 64) == std::vector<int>(64, 1));
    for (const std::size_t parts : {2U, 4U, 8U, 16U, 32U}) {
        std::set<std::pair<std::size_t, std::size_t>> boxes;
        for (std::size_t i = 0; i < 64; ++i) {
            boxes.emplace(static_cast<std::size_t>(samples[0][i] * static_cast<double>(parts)),
                          static_cast<std::size_t>(samples[1][i] * 64 / static_cast<double>(parts)));
        }
        CHECK(boxes.size() == 64);
    }
    CHECK(samples[0] != sobol({"a", "b"}, 64, 8)[0]);
}

TEST_CASE("samples lie between the ends, by ratio for log, and pick from lists evenly") {
    const LaidOut laid = lay_out(axes({"fleet.spot.cloud.price=log:0.1 USD/h..10 USD/h:5",
                                       "fleet.rigs.rig.count=lin:0..4", "strategies.plan.queue=fifo,sjf"}),
                                 lhs(100), 1);
    REQUIRE(laid.errors.empty());
    REQUIRE(laid.set.points.size() == 100);
    CHECK(laid.notes.size() == 1);  // that `:5` is for grids
    int below_1 = 0;
    std::vector<int> rigs(5, 0);
    int sjf = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        const std::vector<Setting> settings = laid.set.settings(i);
        const double price = *settings[0].value->number * 3600;
        CHECK(price > 0.1);
        CHECK(price < 10);
        below_1 += price < 1 ? 1 : 0;
        ++rigs[static_cast<std::size_t>(*settings[1].value->number)];
        sjf += settings[2].value->text == "sjf" ? 1 : 0;
    }
    CHECK(below_1 == 50);
    CHECK(rigs == std::vector<int>(5, 20));
    CHECK(sjf == 50);
}

TEST_CASE("a sample has as many points as were asked for") {
    const auto two = axes({"horizon=lin:1 d..2 d", "fleet.rigs.rig.count=1,2"});
    CHECK(lay_out(two, lhs(1), 1).set.points.size() == 1);
    CHECK(lay_out(two, sobol_of(3), 1).set.points.size() == 3);
    CHECK(lay_out({}, lhs(3), 1).errors.size() == 1);
}
