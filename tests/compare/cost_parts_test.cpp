#include "analysis/compare/cost_parts.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using fixture::Values;

namespace {

Values costs(double spot, double energy, double of_bot, double of_night) {
    return {{"total_cost_usd", spot + energy},     {"cost_spot_usd", spot},
            {"cost_energy_usd", energy},           {"cost_upkeep_usd", 5.0},
            {"stream.bot.total_cost_usd", of_bot}, {"stream.night.total_cost_usd", of_night}};
}

ScenarioRuns two_strategies() {
    auto made = runs("y", {{"base", {costs(100, 40, 90, 30), costs(120, 40, 100, 30)}},
                           {"other", {costs(300, 10, 250, 30), costs(340, 20, 290, 30)}}});
    for (const char* name : {"bot", "night"}) {
        made.scenario.streams.emplace_back().name = name;
    }
    return made;
}

double sum(const std::vector<CostPart>& parts) {
    double total = 0;
    for (const CostPart& part : parts) {
        total += *part.difference.mean;
    }
    return total;
}

}  // namespace

TEST_CASE("the difference by category, largest first, without what does not differ") {
    const ScenarioRuns made = two_strategies();
    const auto parts = parts_by_category(made.strategies[0], made.strategies[1]);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].name == "spot");
    CHECK(*parts[0].difference.mean == Approx(210));
    CHECK(parts[1].name == "energy");
    CHECK(*parts[1].difference.mean == Approx(-25));
    CHECK(sum(parts) == Approx(185));
}

TEST_CASE("the difference by stream, with machines that had no job as the rest") {
    const ScenarioRuns made = two_strategies();
    const auto parts = parts_by_stream(made.scenario, made.strategies[0], made.strategies[1]);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].name == "bot");
    CHECK(*parts[0].difference.mean == Approx(175));
    CHECK(parts[1].name == "machines without a job");
    CHECK(*parts[1].difference.mean == Approx(10));
    CHECK(sum(parts) == Approx(185));
}
