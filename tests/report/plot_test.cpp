#include "analysis/report/plot.hpp"

#include <catch2/catch.hpp>

#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;

TEST_CASE("strategies are bars, with their intervals, on one scale") {
    const Batch batch{
        fixture::runs("year", {{"own", fixture::costs({90, 110})}, {"rent", fixture::costs({400, 400})}})};
    CHECK(plot(batch, "total_cost_usd", {.width = 64, .ascii = true}) ==
          "total cost\n"
          "year\n"
          "own                           $100 +-127  [-----------]\n"
          "rent                                $400  ######################\n");
    const std::string drawn = plot(batch, "total_cost_usd", {.width = 64});
    CHECK(drawn.find("$100 ±127  ├───────────┤\n") != drawn.npos);
}

TEST_CASE("a sweep is a chart along its axis; points that fall together become a star") {
    const auto at = [](const char* text, double per_h, double spot) {
        return fixture::point({fixture::rate(text, per_h)},
                              {{"spot", fixture::costs({spot})}, {"own", fixture::costs({100})}});
    };
    const Batch batch{at("0.01/h", 0.01, 20), at("0.1/h", 0.1, 100), at("1/h", 1, 200)};
    CHECK(plot(batch, "total_cost_usd", {.width = 61, .height = 6, .ascii = true}) ==
          "total cost\n"
          "        $200 |                                              a\n"
          "             |\n"
          "             |b                      *                      b\n"
          "             |\n"
          "             |a\n"
          "          $0 +-----------------------------------------------\n"
          "              0.010 /h    interruptions.rate (log)     1.0 /h\n"
          "a spot, b own, * several\n");
}

TEST_CASE("what cannot run has no bar") {
    Batch batch{fixture::runs("year", {{"own", {}}})};
    batch[0].strategies[0].infeasible = "no GPU is large enough";
    CHECK_THAT(plot(batch, "total_cost_usd"), Catch::Contains("cannot run\n"));
}
