// What holds of any scenario. rapidcheck shrinks what does not to a small file, and prints it. The seed is
// fixed unless RC_PARAMS says otherwise, as in RC_PARAMS='seed=7 max_success=5000'.
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <tuple>

#include "analysis/documents.hpp"
#include "analysis/runs/runner.hpp"
#include "analysis/verify/exact_checks.hpp"
#include "sim/engine/engine.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/engine/fixture.hpp"
#include "tests/properties/recipe.hpp"
#include "tests/scenario/support.hpp"
#include "tests/support/surroundings.hpp"

using namespace trainyard;
using namespace trainyard::properties;

namespace {

const bool seeded = [] {
    setenv("RC_PARAMS", is_sanitized() ? "seed=2026 max_success=10" : "seed=2026 max_success=100", 0);
    return true;
}();

// The reader's own work on the file that the recipe writes.
Scenario scenario_of(const Recipe& recipe) {
    const Loaded loaded = test::load(yaml_of(recipe));
    RC_ASSERT(render(loaded.errors) == "");
    RC_PRE(infeasibilities(loaded).empty());
    return *loaded.scenario;
}

std::string told(const Scenario& scenario,
                 const std::function<std::string(const Trace&, const Outcome&)>& tell) {
    return fixture::simulated(scenario, 0, {scenario.seed, 1}, [&](const Trace& trace) {
        return tell(trace, fold(scenario, scenario.strategies[0], trace));
    });
}

std::string contradictions(const Scenario& scenario) {
    return told(scenario, [&](const Trace& trace, const Outcome& outcome) {
        std::string found;
        for (const ExactCheck& check : exact_checks()) {
            const std::string text = check.contradiction({scenario, scenario.strategies[0], trace, outcome});
            found += text.empty() ? "" : std::string{check.what} + ": " + text + "\n";
        }
        return found;
    });
}

RunResult result_of_run(const Scenario& scenario, bool with_rows) {
    return decode(fixture::in_child([&] {
        RunRequest request{scenario, scenario.strategies[0], {scenario.seed, 1}};
        request.with_rows = with_rows;
        return encode(simulate_and_fold(request));
    }));
}

// What each machine and job has cost so far, category by category, after each of its lines.
std::string running_costs(const Scenario& scenario) {
    return told(scenario, [](const Trace&, const Outcome& outcome) {
        std::map<std::tuple<CostCategory, std::uint32_t, std::uint32_t>, Money> sums;
        std::ostringstream text;
        for (const LedgerLine& line : outcome.lines) {
            Money& sum = sums[{line.category, line.pool.value, line.machine ? line.machine->value + 1 : 0}];
            sum += line.amount;
            text << sum.micro() << ' ';
        }
        return text.str();
    });
}

std::vector<std::int64_t> numbers(const std::string& text) {
    std::istringstream in{text};
    return {std::istream_iterator<std::int64_t>{in}, {}};
}

constexpr SimTime never = at_second(std::int64_t{1} << 50);

// By job: when its first attempt began, and its end.
std::string starts_and_ends(const Scenario& scenario) {
    return told(scenario, [](const Trace& trace, const Outcome& outcome) {
        std::ostringstream text;
        for (std::size_t i = 0; i < trace.jobs.size(); ++i) {
            text << second_of(outcome.jobs[i].first_start.value_or(never)) << ' '
                 << second_of(trace.jobs[i].end.value_or(never)) << ' ';
        }
        return text.str();
    });
}

}  // namespace

TEST_CASE("any scenario") {
    rc::prop("no second, GPU, job or micro-dollar is lost or counted twice", [] {
        const auto recipe = *any_recipe();
        RC_ASSERT(contradictions(scenario_of(recipe)) == "");
    });
    rc::prop("the same run twice has the same digest, whatever is written of it", [] {
        const Scenario scenario = scenario_of(*any_recipe());
        const RunResult run = result_of_run(scenario, false);
        RC_ASSERT(result_of_run(scenario, true).digest == run.digest);
    });
    rc::prop("its JSON read again is the run", [] {
        const Scenario scenario = scenario_of(*any_recipe());
        const RunResult run = result_of_run(scenario, false);
        ScenarioRuns runs;
        runs.scenario = scenario;
        runs.strategies.push_back({StrategyIndex{0}, {run}});
        const Batch batch{runs};
        const auto document = nlohmann::json::parse(json_document(batch));
        const auto& read = document.at("runs").at(0);
        RC_ASSERT(read.at("digest").get<std::string>() == run.digest);
        RC_ASSERT(read.at("metrics").size() == run.metrics.size());
        for (const MetricValues::Entry metric : run.metrics) {
            const auto& value = read.at("metrics").at(metric.name);
            RC_ASSERT(value.is_null() == !metric.value.has_value());
            if (metric.value) {
                RC_ASSERT(value.get<double>() == *metric.value);
            }
        }
    });
    rc::prop("at twice the prices every amount is twice as large, but for its rounding", [] {
        Recipe recipe = *any_recipe();
        const auto once = numbers(running_costs(scenario_of(recipe)));
        recipe.price_factor = 2;
        const auto twice = numbers(running_costs(scenario_of(recipe)));
        RC_ASSERT(once.size() == twice.size());
        for (std::size_t i = 0; i < once.size(); ++i) {
            RC_ASSERT(std::abs(twice[i] - 2 * once[i]) <= 1);
        }
    });
}

TEST_CASE("rigs under fifo, one GPU a job") {
    rc::prop("a pool split in two equal ones changes no start", [] {
        Recipe recipe = *plain_rigs();
        recipe.pools[0].count *= 2;
        const std::string together = starts_and_ends(scenario_of(recipe));
        recipe.pools[0].count /= 2;
        recipe.pools.push_back(recipe.pools[0]);
        RC_ASSERT(starts_and_ends(scenario_of(recipe)) == together);
    });
    rc::prop("one rig more delays no job", [] {
        Recipe recipe = *plain_rigs();
        const auto before = numbers(starts_and_ends(scenario_of(recipe)));
        recipe.pools[0].count += 1;
        const auto after = numbers(starts_and_ends(scenario_of(recipe)));
        RC_ASSERT(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(after[i] <= before[i]);
        }
    });
}

// A shorter life may even help: who is lost sooner begins again sooner. It never spares an attempt.
TEST_CASE("a job without checkpoints on spot machines") {
    rc::prop("with the same luck, shorter lives never need fewer attempts", [] {
        Recipe recipe;
        recipe.streams.resize(1);
        recipe.streams[0].work_min = *rc::gen::inRange(1, 600);
        recipe.pools.resize(1);
        recipe.pools[0].market = 1;
        recipe.pools[0].count = 0;
        recipe.pools[0].losses_per_100_h = *rc::gen::inRange(1, 40);
        recipe.pools[0].notice_s = *rc::gen::element(0, 120);
        recipe.seed = *rc::gen::inRange(1, 100000);
        const auto attempts = [](const Recipe& of) {
            return *result_of_run(scenario_of(of), false).metric("attempts");
        };
        const double before = attempts(recipe);
        recipe.pools[0].losses_per_100_h *= 2;
        RC_ASSERT(attempts(recipe) >= before);
    });
}
