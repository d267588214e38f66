// Why an attempt is where it is, as the dispatcher leaves it among the facts.
#include <fmt/format.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "sim/engine/engine.hpp"
#include "tests/engine/fixture.hpp"

using namespace trainyard;

namespace {

// "2 on cloud: rig no room, lazy not open", a line an attempt.
std::string choices(const Scenario& scenario, const Trace& trace) {
    constexpr std::array words{"not open", "full", "no room"};
    std::string text;
    for (const AttemptFact& attempt : trace.attempts) {
        text += fmt::format("{} on {}", attempt.job.value + 1, scenario.pool(attempt.pool).name);
        if (attempt.choice > 0) {
            const char* mark = ":";
            for (const PassedOver& each : trace.choices.at(attempt.choice - 1)) {
                text += fmt::format("{} {} {}", mark, scenario.pool(each.pool).name,
                                    words[static_cast<std::size_t>(each.why)]);
                mark = ",";
            }
        }
        text += "\n";
    }
    return text + fmt::format("{} lists", trace.choices.size());
}

}  // namespace

TEST_CASE("an attempt tells which pools before its own could not take it, and why") {
    Scenario scenario = fixture::empty_scenario();
    scenario.pools = {fixture::rig_pool("rig", 1, 2), fixture::rented_pool("lazy", Market::spot),
                      fixture::rented_pool("cloud", Market::on_demand)};
    scenario.streams = {fixture::replay({{.submit = 0, .gpus = 1, .work_s = 100},
                                         {.submit = 0, .gpus = 2, .work_s = 10},
                                         {.submit = 1, .gpus = 1, .work_s = 100},
                                         {.submit = 2, .gpus = 1, .work_s = 100},
                                         {.submit = 3, .gpus = 1, .work_s = 100}})};
    Strategy strategy = fixture::strategy_over(scenario, QueueDiscipline::fifo);
    strategy.pools[1].after = Seconds{10};
    scenario.strategies = {strategy};
    CHECK(fixture::simulated(scenario, 0, {1, 1},
                             [&](const Trace& trace) { return choices(scenario, trace); }) ==
          "1 on rig\n"
          "2 on cloud: rig no room, lazy not open\n"
          "3 on rig\n"
          "4 on cloud: rig full, lazy not open\n"
          "5 on cloud: rig full, lazy not open\n"
          "2 lists");
}

TEST_CASE("a pool that is not for a job is none that was passed over") {
    Scenario scenario = fixture::empty_scenario();
    scenario.pools = {fixture::rig_pool("rig", 1, 1), fixture::rented_pool("cloud", Market::on_demand)};
    scenario.streams = {
        fixture::replay({{.submit = 0, .gpus = 1, .work_s = 100}, {.submit = 0, .gpus = 2, .work_s = 10}})};
    scenario.strategies = {fixture::strategy_over(scenario, QueueDiscipline::fifo)};
    CHECK(fixture::simulated(scenario, 0, {1, 1}, [&](const Trace& trace) {
              return choices(scenario, trace);
          }) == "1 on rig\n2 on cloud\n0 lists");
}
