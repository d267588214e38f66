#include "analysis/compare/leaders.hpp"

#include <catch2/catch.hpp>

#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;
using fixture::costs;
using fixture::point;
using fixture::rate;
using fixture::Strategies;

namespace {

// Spot's cost at three rates; own costs 1000 throughout. Each replication has its own luck with spot.
Batch spot_against_own(const std::vector<double>& spot_costs) {
    const std::vector<std::pair<const char*, double>> rates{{"0.01/h", 0.01}, {"0.1/h", 0.1}, {"1/h", 1}};
    Batch batch;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        std::vector<double> spot;
        for (const double luck : {-30.0, 10.0, 25.0, -15.0, 10.0}) {
            spot.push_back(spot_costs[i] + luck);
        }
        batch.push_back(point({rate(rates[i].first, rates[i].second)},
                              {{"spot", costs(spot)}, {"own", costs({1000, 1000, 1000, 1000, 1000})}}));
    }
    return batch;
}

std::string text_of(const Batch& batch) {
    const auto leaders = find_leaders(batch);
    return leaders ? leaders_text(*leaders, 100) : "";
}

}  // namespace

TEST_CASE("the lead changes where the paired differences cross, half-way in log x here") {
    const auto leaders = find_leaders(spot_against_own({800, 900, 1100}));
    REQUIRE(leaders);
    REQUIRE(leaders->lines.size() == 1);
    const LeaderLine& line = leaders->lines.front();
    CHECK(line.first == "spot");
    REQUIRE(line.changes.size() == 1);
    CHECK(line.changes[0].after == "own");
    REQUIRE(line.changes[0].crossing);
    CHECK(line.changes[0].crossing->at.x * 3600 == Approx(std::sqrt(0.1)));
    CHECK(text_of(spot_against_own({800, 900, 1100})) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  spot stops being cheapest at 0.32 /h (0.26–0.39); from there own is.\n");
}

TEST_CASE("one that stays cheapest is said to") {
    CHECK(text_of(spot_against_own({700, 800, 900})) ==
          "Along fleet.spot.*.interruptions.rate\n  spot is cheapest all along.\n");
}

TEST_CASE("a lead within the noise is no clear crossing") {
    CHECK(text_of(spot_against_own({994, 996, 1002})) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  spot stops being cheapest near 0.46 /h (no clear crossing: 65 % of the resampled replications "
          "have\n"
          "  none); from there own is.\n");
}

TEST_CASE("one replication has no interval") {
    const Batch batch{point({rate("0.1/h", 0.1)}, {{"spot", costs({900})}, {"own", costs({1000})}}),
                      point({rate("0.3/h", 0.3)}, {{"spot", costs({1100})}, {"own", costs({1000})}})};
    CHECK(text_of(batch) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  spot stops being cheapest at about 0.20 /h; from there own is.\n");
}

TEST_CASE("a lead also ends where the work is not finished any more, or cannot be") {
    Batch batch{point({rate("0.1/h", 0.1)}, {{"spot", costs({900})}, {"own", costs({1000})}}),
                point({rate("0.3/h", 0.3)}, {{"spot", costs({800}, 60)}, {"own", costs({1000})}})};
    CHECK(text_of(batch) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  spot is cheapest up to 0.1/h, own from 0.3/h on: spot finishes less work there.\n");
    batch[1].strategies[0].infeasible = "no";
    batch[1].strategies[0].replications.clear();
    CHECK(text_of(batch) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  spot is cheapest up to 0.1/h, own from 0.3/h on: spot cannot run there.\n");
    std::swap(batch[0].strategies, batch[1].strategies);
    CHECK(text_of(batch) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  own is cheapest up to 0.1/h, spot from 0.3/h on: spot cannot run before that.\n");
}

TEST_CASE("each combination of the other axes has a line of its own") {
    Batch batch;
    for (const int count : {1, 2}) {
        for (ScenarioRuns& each : spot_against_own({800.0 * count, 900.0 * count, 1100.0 * count})) {
            each.point.insert(each.point.begin(), {"fleet.rigs.duo.count", std::to_string(count), count});
            batch.push_back(std::move(each));
        }
    }
    CHECK(text_of(batch) ==
          "Along fleet.spot.*.interruptions.rate\n"
          "  at duo.count 1: spot stops being cheapest at 0.32 /h (0.26–0.39); from there own is.\n"
          "  at duo.count 2: own is cheapest all along.\n");
}

TEST_CASE("samples, and sweeps over words alone, have no lines") {
    Batch samples = spot_against_own({800, 900, 1100});
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].point.push_back({"seed", std::to_string(i), i});
    }
    CHECK_FALSE(find_leaders(samples));
    CHECK_FALSE(find_leaders({point({{"strategies.own.queue", "fifo", std::nullopt}}, {}),
                              point({{"strategies.own.queue", "sjf", std::nullopt}}, {})}));
    CHECK_FALSE(find_leaders({}));
}

TEST_CASE("every numeric axis of a grid is searched, that with the most values first") {
    Batch batch;
    for (const int count : {1, 2}) {
        for (ScenarioRuns& each : spot_against_own({800.0 * count, 900.0 * count, 1100.0 * count})) {
            each.point.insert(each.point.begin(), {"fleet.rigs.duo.count", std::to_string(count), count});
            batch.push_back(std::move(each));
        }
    }
    const auto all = find_all_leaders(batch);
    REQUIRE(all.size() == 2);
    CHECK(all[0].axis.path == "fleet.spot.*.interruptions.rate");
    CHECK(leaders_text(all[1], 100) ==
          "Along fleet.rigs.duo.count\n"
          "  at interruptions.rate 0.01/h: spot stops being cheapest at 1.2 (1.2–1.3); from there own is.\n"
          "  at interruptions.rate 0.1/h: spot stops being cheapest at 1.1 (1.1–1.1); from there own is.\n"
          "  at interruptions.rate 1/h: own is cheapest all along.\n");
}
