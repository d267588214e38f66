#include "analysis/compare/sweep_findings.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;
using fixture::costs;
using fixture::point;
using fixture::rate;
using nlohmann::json;

namespace {

// Half-way between the rates own becomes cheaper; both replications have the same luck.
Batch two_points() {
    return {point({rate("0.1/h", 0.1)}, {{"spot", costs({900, 900})}, {"own", costs({1000, 1000})}}),
            point({rate("0.3/h", 0.3)}, {{"spot", costs({1100, 1100})}, {"own", costs({1000, 1000})}})};
}

}  // namespace

TEST_CASE("leaders and drivers of a sweep as JSON") {
    const Batch batch = two_points();
    const json found = json::parse(
        "{" + sweep_findings_json(find_all_leaders(batch), {find_drivers(batch, "total_cost_usd")}) + "}");
    REQUIRE(found["leaders"].size() == 1);
    CHECK(found["leaders"][0]["axis"] == "fleet.spot.*.interruptions.rate");
    const json& line = found["leaders"][0]["lines"][0];
    CHECK(line["first"] == "spot");
    CHECK(line["fixed"].empty());
    const json& change = line["changes"][0];
    CHECK(change["before"] == "spot");
    CHECK(change["after"] == "own");
    CHECK(change["why"] == "crossing");
    CHECK(change["last_point"] == 1);
    CHECK(change["next_value"] == "0.3/h");
    CHECK(change["crossing"]["at"].get<double>() * 3600 == Approx(0.2));
    CHECK(change["crossing"]["ci_low"] == change["crossing"]["at"]);
    CHECK(change["crossing"]["missing_share"] == 0);
    const json& drivers = found["drivers"][0];
    CHECK(drivers["metric"] == "total_cost_usd");
    CHECK(drivers["strategies"][0]["strategy"] == "spot");
    CHECK(drivers["strategies"][1]["coefficients"].contains("fleet.spot.*.interruptions.rate"));
}

TEST_CASE("a lead that nothing crosses says why it ends, and what is not known is null") {
    Batch batch = two_points();
    batch[1].strategies[0].infeasible = "no";
    batch[1].strategies[0].replications.clear();
    const json found = json::parse("{" + sweep_findings_json(find_all_leaders(batch), {}) + "}");
    const json& change = found["leaders"][0]["lines"][0]["changes"][0];
    CHECK(change["why"] == "cannot_run");
    CHECK(change["crossing"].is_null());
    CHECK(found["drivers"].empty());
}
