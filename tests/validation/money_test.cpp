// Bills and ledgers against exact arithmetic.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "sim/ledger/outcome.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/cli/program.hpp"
#include "tests/engine/fixture.hpp"
#include "tests/validation/cases.hpp"
#include "tests/validation/littles_law.hpp"

using namespace trainyard;
using namespace trainyard::theory;

namespace {

// A metric in dollars of one run of the file's strategy, in micro-dollars.
std::int64_t micro_usd(const std::string& file, std::size_t strategy, const std::string& metric,
                       const std::vector<std::string>& sets) {
    const Loaded loaded = load_scenario("tests/validation/" + file, {sets});
    if (!loaded.scenario) {
        throw std::runtime_error{render(loaded.errors)};
    }
    const Scenario& scenario = *loaded.scenario;
    return std::stoll(fixture::simulated(scenario, strategy, {1, 1}, [&](const Trace& trace) {
        const Outcome outcome = fold(scenario, scenario.strategies[strategy], trace);
        check_littles_law(trace, outcome);
        for (const Metric& each : outcome.metrics) {
            if (each.name == metric) {
                return std::to_string(std::llround(each.value.value() * 1e6));
            }
        }
        throw std::runtime_error{"no metric " + metric};
    }));
}

std::string usd(std::int64_t micro) { return fmt::format("{}.{:06}", micro / 1'000'000, micro % 1'000'000); }

Case ledger(const std::string& file, std::size_t strategy, const std::string& what,
            const std::vector<std::string>& sets, const std::string& metric, const std::string& formula,
            std::int64_t expected) {
    return exact_case(file, what, formula, usd(expected), usd(micro_usd(file, strategy, metric, sets)), "1");
}

std::string work_of(int hours) { return fmt::format("workload.year.job.work={} gpu-h", hours); }

// 3,000 less a quarter; 100 W all year and 400 W more while it works, at 0.20 a kWh with cooling.
std::int64_t owned(int hours) { return 2'250'000'000 + 175'200'000 + 80'000LL * hours; }
std::int64_t rented(int hours) { return 2'505'200LL * hours; }

std::vector<Case> break_even() {
    std::vector<Case> cases;
    for (const int hours : {500, 1000, 2000}) {
        cases.push_back(ledger("break-even.yaml", 0, fmt::format("own, {} h of work, USD", hours),
                               {work_of(hours)}, "total_cost_usd", "P − R + κe (8760 p₀ + h (p₁ − p₀))",
                               owned(hours)));
        cases.push_back(ledger("break-even.yaml", 1, fmt::format("rent, {} h of work, USD", hours),
                               {work_of(hours)}, "total_cost_usd", "h c", rented(hours)));
    }
    const auto difference = [](int hours) {
        return micro_usd("break-even.yaml", 0, "total_cost_usd", {work_of(hours)}) -
               micro_usd("break-even.yaml", 1, "total_cost_usd", {work_of(hours)});
    };
    const std::int64_t at_500 = difference(500), at_2000 = difference(2000);
    cases.push_back(exact_case("break-even.yaml", "break-even, s of work, from 500 and 2,000 h",
                               "(P − R + κe · 8760 p₀) / (c − κe (p₁ − p₀))",
                               std::to_string(3600LL * owned(0) / (2'505'200 - 80'000)),
                               std::to_string(500 * 3600 + 1500 * 3600 * at_500 / (at_500 - at_2000)), "4"));
    return cases;
}

std::vector<Case> rig_lines() {
    const std::string rig = "shared-rig.yaml";
    return {
        ledger(rig, 0, "depreciation of a day, USD", {}, "cost_depreciation_usd", "(P − R) · 24 / 26280",
               (8'100'000'000 * 24 + 13140) / 26280),
        ledger(rig, 0, "depreciation, the life shorter than the run, USD", {"fleet.rigs.rig.life=10 h"},
               "cost_depreciation_usd", "P − R", 8'100'000'000),
        // 3/4 of 1 kW and 1/4 of 200 W for 10 h, 200 W for 14 h: 10.8 kWh; 13.5 with cooling.
        ledger(rig, 0, "energy, 3 of 4 GPUs for 10 h, USD", {}, "cost_energy_usd", "κe Σ p t", 2'160'000),
    };
}

std::vector<Case> single_bills() {
    const std::string billing = "fleet.on_demand.cloud.billing.", length = "workload.one.job.duration.time=";
    const auto bill = [&](const std::string& what, const std::vector<std::string>& sets,
                          const std::string& formula, std::int64_t expected) {
        return ledger("exact-bills.yaml", 0, what, sets, "cost_on_demand_usd", formula, expected);
    };
    return {
        bill("3,601 s by the hour, USD", {billing + "per=1 h"}, "2 h · 3", 6'000'000),
        bill("3,600 s by the hour, USD", {billing + "per=1 h", length + "3600 s"}, "1 h · 3", 3'000'000),
        bill("3,601 s by the minute, USD", {billing + "per=1 min"}, "61 min · 0.05", 3'050'000),
        bill("3,601 s by the second, USD", {billing + "per=1 s"}, "3,601 s · 3 / 3600, rounded", 3'000'833),
        bill("10 s, a minute at least, USD", {length + "10 s"}, "60 s · 3 / 3600", 50'000),
        bill("10 s, no minimum, USD", {length + "10 s", billing + "minimum=0 s"}, "10 s · 3 / 3600, rounded",
             8'333),
    };
}

void append(std::vector<Case>& cases, const std::vector<Case>& more) {
    cases.insert(cases.end(), more.begin(), more.end());
}

int count_of(const std::string& text, const std::string& word) {
    int count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("ledgers are right to the micro-dollar", "[.validate]") {
    std::vector<Case> cases = break_even();
    append(cases, rig_lines());
    append(cases, single_bills());
    tell("ledgers", cases);
}

TEST_CASE("bills of random times come to their mean", "[.validate]") {
    tell("bills", cases_of(bill_systems()));
}

TEST_CASE("every claim of the articles holds and fails where its files say so", "[.validate]") {
    const program::Ended claims = program::call("claims");
    INFO(claims.err);
    const int holding = count_of(claims.out, "**holds when**"),
              failing = count_of(claims.out, "**fails when**");
    const std::string simulated =
        claims.code == 0 ? fmt::format("{} and {}", holding, failing) : "one does not";
    tell("claims",
         {exact_case("[scenarios/claims](../scenarios/claims)", "claims that hold, and twins that fail",
                     "the `expect` of each file; [claims.md](claims.md)", fmt::format("{0} and {0}", holding),
                     simulated, std::to_string(holding + failing))});
    CHECK(holding > 20);
}
