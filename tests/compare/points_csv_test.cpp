#include "analysis/compare/points_csv.hpp"

#include <catch2/catch.hpp>

#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;
using fixture::point;
using fixture::rate;

TEST_CASE("a row a point, strategy and metric, and one where a strategy cannot run") {
    Batch batch{point({rate("0.05/h", 0.05), {"strategies.\"a,b\"", "x, y", std::nullopt}},
                      {{"own",
                        {{{"total_cost_usd", 1.0}, {"none", std::nullopt}},
                         {{"total_cost_usd", 3.0}, {"none", std::nullopt}}}},
                       {"rent, then own", {}}})};
    batch.front().strategies[1].infeasible = "no pool fits";
    CHECK(points_csv(batch) ==
          "point,scenario,fleet.spot.*.interruptions.rate,\"strategies.\"\"a,b\"\"\","
          "strategy,status,metric,mean,sd,ci_low,ci_high,n,infeasible_because\n"
          "1,year,0.05/h,\"x, y\",own,ok,total_cost_usd,2,1.4142135623730951,"
          "-10.706204736174694,14.706204736174694,2,\n"
          "1,year,0.05/h,\"x, y\",own,ok,none,,,,,0,\n"
          "1,year,0.05/h,\"x, y\",\"rent, then own\",infeasible,,,,,,0,no pool fits\n");
}

TEST_CASE("without a varied path there are no columns for one") {
    CHECK(points_csv({point({}, {{"own", {{{"total_cost_usd", 1.0}}}}})}) ==
          "point,scenario,strategy,status,metric,mean,sd,ci_low,ci_high,n,infeasible_because\n"
          "1,year,own,ok,total_cost_usd,1,,,,1,\n");
}
