#include "analysis/documents.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using nlohmann::json;

namespace {

Batch two_scenarios() {
    Batch batch{runs("year", {{"own, first", {{{"cost_usd", 0.1}, {"share", {}}}, {{"cost_usd", 0.3}}}}}),
                runs("month", {{"cloud", {{{"cost_usd", 5}, {"misses", 2}}}}})};
    batch[0].seed = 18446744073709551615U;
    return batch;
}

}  // namespace

TEST_CASE("the JSON document has the promised shape") {
    const json document = json::parse(json_document(two_scenarios()));
    CHECK(document["format"] == 1);
    REQUIRE(document["runs"].size() == 3);
    const json& first = document["runs"][0];
    CHECK(first == json::parse(R"({"scenario": "year", "strategy": "own, first", "replication": 1,
        "seed": 18446744073709551615, "point": {}, "metrics": {"cost_usd": 0.1, "share": null},
        "digest": "0123456789abcdef"})"));
    CHECK(document["runs"][1]["replication"] == 2);
    REQUIRE(document["summary"].size() == 2);
    const json& summary = document["summary"][0];
    CHECK(summary["scenario"] == "year");
    CHECK(summary["strategy"] == "own, first");
    CHECK(summary["point"] == json::object());
    CHECK(summary["replications"] == 2);
    CHECK(summary["metrics"]["cost_usd"]["mean"].get<double>() == Approx(0.2));
    CHECK(summary["metrics"]["cost_usd"]["sd"].get<double>() == Approx(0.1414214));
    CHECK(summary["metrics"]["cost_usd"]["ci_low"].get<double>() == Approx(0.2 - 1.2706205));
    CHECK(summary["metrics"]["cost_usd"]["ci_high"].get<double>() == Approx(0.2 + 1.2706205));
    CHECK(summary["metrics"]["share"]["mean"].is_null());
}

TEST_CASE("one replication has no deviation and no interval") {
    const json document = json::parse(json_document(two_scenarios()));
    CHECK(document["summary"][1]["metrics"]["misses"] ==
          json::parse(R"({"mean": 2.0, "sd": null, "ci_low": null, "ci_high": null})"));
}

TEST_CASE("runs that failed are in neither list") {
    Batch batch = two_scenarios();
    batch[0].strategies[0].replications[0].reset();
    batch[1].strategies[0].replications[0].reset();
    const json document = json::parse(json_document(batch));
    REQUIRE(document["runs"].size() == 1);
    CHECK(document["runs"][0]["replication"] == 2);
    REQUIRE(document["summary"].size() == 1);
    CHECK(document["summary"][0]["replications"] == 1);
    CHECK(json::parse(json_document({}))["runs"] == json::array());
}

TEST_CASE("names with quotes and broken UTF-8 still make valid JSON") {
    const json document = json::parse(json_document({runs("a \"b\"\n\xff", {{"s", {{{"m", 1}}}}})}));
    CHECK(document["runs"][0]["scenario"] == "a \"b\"\n\xEF\xBF\xBD");
}

TEST_CASE("the CSV has a row a run and the union of the metrics as columns") {
    CHECK(runs_csv(two_scenarios()) ==
          "scenario,strategy,replication,seed,digest,cost_usd,share,misses\n"
          "year,\"own, first\",1,18446744073709551615,0123456789abcdef,0.1,,\n"
          "year,\"own, first\",2,18446744073709551615,0123456789abcdef,0.3,,\n"
          "month,cloud,1,1,0123456789abcdef,5,,2\n");
}

TEST_CASE("a point of a sweep stands in both documents, as a scenario writes it") {
    ScenarioRuns runs = fixture::runs("year", {{"own", {{{"m", 1.0}}}}});
    runs.point = {{"fleet.spot.*.price", "1.5 USD/gpu-h", 1.5 / 3600}, {"fleet.rigs.own.count", "2", 2.0}};
    CHECK_THAT(
        json_document({runs}),
        Catch::Contains(
            R"("point": {"fleet.spot.*.price": "1.5 USD/gpu-h", "fleet.rigs.own.count": 2}, "metrics")"));
    CHECK(runs_csv({runs}) ==
          "scenario,fleet.spot.*.price,fleet.rigs.own.count,strategy,replication,seed,digest,m\n"
          "year,1.5 USD/gpu-h,2,own,1,1,0123456789abcdef,1\n");
}
