#include "analysis/study/facts.hpp"

#include <catch2/catch.hpp>

#include "analysis/study/plan.hpp"
#include "analysis/study/run_choice.hpp"
#include "sim/scenario/reader.hpp"

using namespace trainyard;

namespace {

ScenarioFacts year() {
    const Loaded loaded = load_scenario(TRAINYARD_SOURCE_DIR "/scenarios/startup-year.yaml");
    REQUIRE(loaded.scenario);
    ScenarioRuns runs = runs_of(*loaded.scenario, {});
    runs.text = loaded.text;
    return facts_of(runs);
}

}  // namespace

TEST_CASE("facts are of the pools that some strategy uses, with prices and their sources") {
    const ScenarioFacts facts = year();
    REQUIRE(facts.pool("a100-spot") != nullptr);
    CHECK(facts.pool("a100-spot")->kind == "spot");
    CHECK(facts.pool("a100-spot")->price_unit == "USD/gpu-h");
    CHECK_FALSE(facts.pool("a100-spot")->source.empty());
    CHECK_FALSE(facts.pool("a100-spot")->as_of.empty());
    CHECK(facts.pool("aws-p5-spot") == nullptr);
    REQUIRE(facts.strategy("own-first") != nullptr);
    CHECK(facts.strategy("own-first")->pools[1].after_s == 7200);
    CHECK(facts.strategy("own-first")->rigs_usd == 2 * facts.pool("dual-4090")->price_usd);
    CHECK(facts.strategy("cloud-only")->rigs_usd == 0);
    CHECK(facts.streams[2].arrivals == "one every 91.0 d");
    CHECK(facts.text.find("trainyard: 1") != std::string::npos);
}

TEST_CASE("facts come back from JSON as they were") {
    const std::string text = facts_json(year());
    CHECK((facts_json(read_facts(text)) == text));
    CHECK_THROWS_AS(read_facts("{}"), DamagedPlan);
}

TEST_CASE("a plan keeps the facts beside its hash, and does without") {
    const Loaded loaded = load_scenario(TRAINYARD_SOURCE_DIR "/scenarios/startup-year.yaml");
    const Plan plan = plan_of({runs_of(*loaded.scenario, {})}, true);
    REQUIRE(plan.facts.size() == 1);
    const Plan again = read_plan(plan_json(plan));
    CHECK(hash_of(again) == hash_of(plan));
    CHECK((facts_json(read_facts(again.facts[0])) == plan.facts[0]));
    Plan older = plan;
    older.facts.clear();
    CHECK(hash_of(older) == hash_of(plan));
    CHECK(read_plan(plan_json(older)).facts.empty());
}
