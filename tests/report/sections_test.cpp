#include "analysis/report/sections.hpp"

#include <catch2/catch.hpp>

#include "analysis/report/busy.hpp"
#include "tests/compare/sweep_fixture.hpp"
#include "tests/report/fixture.hpp"

using namespace trainyard;
using report::json;

namespace {

fixture::Values costs_of(double useful, double idle, double overhead) {
    return {{"total_cost_usd", useful + idle + overhead},
            {"cost_spot_usd", useful + idle + overhead},
            {"cost_energy_usd", 0.0},
            {"useful_usd", useful},
            {"idle_waste_usd", idle},
            {"overhead_usd", overhead},
            {"rework_usd", 0.0},
            {"queue_time_p95_s", idle},
            {"finished_work_gpu_h", 100.0}};
}

}  // namespace

TEST_CASE("the waterfall's shown dollars add up to the total's") {
    const ScenarioRuns runs =
        fixture::runs("year", {{"a", {costs_of(1000.4, 200.4, 50.4)}}, {"b", {costs_of(10.006, 5.006, 0)}}});
    const json verdict = report::verdict_section(runs, ScenarioFacts{});
    const auto shown = [&](std::size_t strategy) {
        std::vector<double> all;
        for (const json& step : verdict["costs"][strategy]["waterfall"]) {
            all.push_back(step["shown_usd"]);
        }
        return all;
    };
    CHECK(shown(0) == std::vector<double>{1000, 201, 50});  // 1251.2 in all
    CHECK(shown(1) == std::vector<double>{10.01, 5});       // 15.012
    CHECK(verdict["costs"][0]["total"] == json::array({1251.2, nullptr, nullptr}));
    CHECK(verdict["costs"][0]["categories"].size() == 1);  // what costs nothing is left out
    CHECK(verdict["sentence"] == "b is cheapest: $15.01; next is a, +8235 %.");
    CHECK(verdict["baseline"] == "a");
    CHECK(verdict["findings"].size() == 1);
}

TEST_CASE("nobody on the front is beaten in both; who did less work is not on it") {
    auto less = costs_of(10, 0, 0);
    less.back().second = 50.0;
    const Batch batch{fixture::runs("year", {{"cheap", {costs_of(100, 50, 0)}},
                                             {"quick", {costs_of(300, 10, 0)}},
                                             {"beaten", {costs_of(400, 20, 0)}},
                                             {"lazy", {less}}})};
    const json choice = report::tradeoff_section(batch)["choices"][0];
    CHECK(choice["metric"] == "queue_time_p95_s");
    CHECK(choice["front"] == json::array({{0, 0}, {0, 1}}));
    CHECK(choice["comparable"].size() == 3);
}

TEST_CASE("metrics are by name, point and strategy, null where there is no value") {
    const Batch batch{fixture::runs("year", {{"a", {costs_of(1, 0, 0), costs_of(3, 0, 0)}}, {"b", {}}})};
    const json metrics = report::metrics_section(batch);
    const json& cost = metrics["values"]["total_cost_usd"][0];
    CHECK(cost[0][0] == 2.0);
    CHECK(cost[0][1].get<double>() < 0);  // two replications tell little
    CHECK(cost[1].is_null());
    CHECK(metrics["names"][0] ==
          json{{"name", "total_cost_usd"}, {"label", "total cost"}, {"kind", "usd"}, {"better", "lower"}});
    CHECK_FALSE(metrics["values"].contains("energy_kwh"));  // nobody has it
}

TEST_CASE("a sweep's numbers are in the unit in which they are written, and its crossing too") {
    const auto at = [](const char* text, double per_h, double spot) {
        return fixture::point({fixture::rate(text, per_h)}, {{"spot", fixture::costs({spot, spot + 1})},
                                                             {"own", fixture::costs({100, 101})}});
    };
    const Batch batch{at("0.01/h", 0.01, 50), at("0.1/h", 0.1, 90), at("1/h", 1, 110)};
    const json sweep = report::sweep_section(batch);
    const json& axis = sweep["axes"][0];
    CHECK(axis["unit"] == "/h");
    CHECK(axis["log"] == true);
    CHECK(axis["numbers"] == json::array({0.01, 0.1, 1.0}));
    CHECK(sweep["cheapest"] == json::array({0, 0, 1}));
    const json& change = sweep["lines"][0]["changes"][0];
    CHECK(change["before"] == "spot");
    CHECK(change["crossing"]["x"].get<double>() == Approx(0.31623).epsilon(1e-4));
    CHECK(report::sweep_section({fixture::runs("year", {})}).is_null());
}

TEST_CASE("queue times, months, hours of the week and machines are folded out of the rows") {
    const ScenarioFacts facts = fixture::facts();
    ScenarioRuns runs = fixture::runs("day", {{"mixed", {costs_of(1, 0, 0)}}});
    RunFolds folds{runs, facts};
    folds.add({},
              {fixture::day_jobs(), "mixed,1,86400,rig,1,,depreciation,3.500000,accrual\n", fixture::day()});
    const json queue = report::queue_section(runs, folds);
    REQUIRE(queue.size() == 3);  // all, and each of two streams
    CHECK(queue[0]["p50_s"] == 3600.0);
    CHECK(queue[0]["curve"] == json::array({{0.0, 0.5}, {7200.0, 1.0}}));
    const json year = report::year_section(runs, facts, folds);
    CHECK(year["months"] == json::array({"2026-01"}));
    CHECK(year["money"][0]["accrual"] == json::array({{3.5, nullptr, nullptr}}));
    const json& share = year["week"][0]["share"];
    CHECK(share[0] == 0.5);      // Monday, 00:00: one of the rig's two GPUs
    CHECK(share[30].is_null());  // Tuesday did not happen
    CHECK(year["busy"][0]["pools"][1]["used"][1].get<double>() == Approx(2000.0 / 3600).margin(0.005));
    const json machines = report::machines_section(runs, facts, folds);
    CHECK(machines[0]["rows"][0]["phases"] == json::array({0, 7200, 0, 1, 1, 0, 79200, 8, 0, 0}));
    CHECK(machines[0]["rows"][1]["marks"] == json::array({{5600, "interruption", 2}}));
    CHECK(machines[0]["jobs"]["2"][7].size() == 2);  // attempts
    CHECK(machines[0]["heat"].is_null());            // of few machines
}

TEST_CASE("months are the calendar's, and a second that ends one belongs to it") {
    const std::int64_t start = 1'769'817'600;  // 2026-01-31
    CHECK(month_of(start, 0) == 0);
    CHECK(month_of(start, 86400) == 0);
    CHECK(month_of(start, 86401) == 1);
    CHECK(month_name(start, 11) == "2026-12");
    CHECK(month_name(start, 12) == "2027-01");
}

TEST_CASE("how sure the verdict is: in how many replications the cheapest beat the next, and why") {
    const auto cost = [](double spot, double energy) {
        return fixture::Values{{"total_cost_usd", spot + energy},
                               {"cost_spot_usd", spot},
                               {"cost_energy_usd", energy},
                               {"finished_work_gpu_h", 100.0}};
    };
    const ScenarioRuns runs = fixture::runs(
        "year", {{"rent", {cost(300, 0), cost(310, 0)}}, {"own", {cost(0, 200), cost(0, 210)}}});
    CHECK(report::sure_sentences(runs) ==
          json::array({"It is cheaper than rent in 2 of 2 replications on the same luck, by $100 on average "
                       "(95 % interval $100 to $100).",
                       "What makes the difference: spot −$305, energy +$205."}));
    const ScenarioRuns once = fixture::runs("year", {{"rent", {cost(300, 0)}}, {"own", {cost(0, 200)}}});
    CHECK(report::sure_sentences(once)[0] == "How sure that is one replication cannot say.");
    const ScenarioRuns mixed = fixture::runs(
        "year", {{"rent", {cost(300, 0), cost(310, 0)}}, {"own", {cost(0, 200), cost(0, 340)}}});
    CHECK(report::sure_sentences(mixed)[0] ==
          "It is cheaper than rent in 1 of 2 replications on the same luck, by $35.00 on average (95 % "
          "interval −$791 to $861: it may be chance).");
    CHECK(report::sure_sentences(fixture::runs("year", {{"own", {cost(0, 200)}}})).empty());
}
