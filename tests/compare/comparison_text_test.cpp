#include "analysis/compare/comparison_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "analysis/text/text.hpp"
#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using fixture::Values;

namespace {

// A run with its cost by category and by the streams bot and night.
Values run_of(double spot, double energy, double of_bot, double wait_s, double work = 100) {
    return {{"total_cost_usd", spot + energy},
            {"cost_spot_usd", spot},
            {"cost_energy_usd", energy},
            {"stream.bot.total_cost_usd", of_bot},
            {"queue_time_p95_s", wait_s},
            {"finished_work_gpu_h", work},
            {"usd_per_finished_gpu_h", (spot + energy) / work},
            {"jobs_unfinished", work < 100 ? 3.0 : 0.0},
            {"jobs_failed", 0.0}};
}

ScenarioRuns study() {
    auto made =
        runs("year",
             {{"own-first",
               {run_of(2000, 1000, 2500, 18000), run_of(2300, 1100, 2800, 21600),
                run_of(2100, 1050, 2600, 19800)}},
              {"cloud-only", {run_of(9000, 0, 8000, 0), run_of(9700, 0, 8600, 0), run_of(9400, 0, 8300, 0)}},
              {"own-only",
               {run_of(0, 1500, 1400, 25000, 75), run_of(0, 1650, 1500, 28000, 75),
                run_of(0, 1580, 1450, 26800, 75)}}});
    made.scenario.streams.emplace_back().name = "bot";
    return made;
}

CompareOptions options() {
    CompareOptions made;
    made.metrics = {"total_cost_usd", "queue_time_p95_s"};
    made.targets.push_back(std::get<Target>(parse_target("queue_time_p95_s<6h")));
    return made;
}

}  // namespace

TEST_CASE("a comparison as it is printed") {
    Comparison comparison = compare(study(), options());
    comparison.strategies[0].buys_rigs = true;
    comparison.strategies[1].payback = payback({{3000, 3100}}, {{1800, 3600}});
    CHECK(comparison_text(comparison, 80) ==
          R"(year, 3 replications; differences to own-first, on the same luck
cloud-only is dearer: +$6,183 (+194 %, 95 % interval +$5,784 to +$6,583), but
  queue time (95th percentile) is shorter: −5.5 h (−100 %).
own-only finished 25.0 % less work than own-first (25.0 GPU-h less; 3 jobs
  unfinished, there 0), so that their costs are not compared; per finished GPU-h
  own-only is cheaper: −$10.81 (−34 %, 95 % interval −$13.42 to −$8.20), but
  queue time (95th percentile) is longer: +1.9 h (+34 %).

                      mean     difference
Total cost
  own-first    $3,183 ±502       baseline
  cloud-only   $9,367 ±872   +$6,183 ±399  +194 %  dearer
  own-only     $1,577 ±186   −$1,607 ±320   −50 %  less work
Cost per finished GPU-h
  own-first   $31.83 ±5.02       baseline
  cloud-only  $93.67 ±8.72  +$61.83 ±3.99  +194 %  dearer
  own-only    $21.02 ±2.49  −$10.81 ±2.61   −34 %  cheaper
Queue time (95th percentile)
  own-first     5.5 ±1.2 h       baseline
  cloud-only           0 s    −5.5 ±1.2 h  −100 %  shorter
  own-only      7.4 ±1.0 h    +1.9 ±0.2 h   +34 %  longer

What makes up the difference in cost, by category and by stream
  cloud-only: +$6,183
    spot                    +$7,233 ±517   bot                     +$5,667 ±379
    energy                  −$1,050 ±124   machines without a job     +$517 ±72
  own-only: −$1,607, for less work
    spot                    −$2,133 ±379   bot                     −$1,183 ±259
    energy                     +$527 ±63   machines without a job     −$423 ±63

own-first: the rigs have paid for themselves against cloud-only in month 2.

Target queue_time_p95_s<6h
  own-first   5.5 ±1.2 h  meets it on average, not surely
  cloud-only         0 s  meets it
  own-only    7.4 ±1.0 h  misses it

Pairing narrows the intervals of total cost as 2.8–6.4 × the replications
  would, of cost per finished GPU-h as 4.6–6.4 ×, of queue time (95th
  percentile) as 1.0–46 ×.
The verdicts hold together: at most 5 % that any of the 5 is a false alarm
  (Holm).
)");
}

TEST_CASE("no line is wider than the terminal") {
    auto made = study();
    made.scenario.strategies[1].name = "a-strategy-with-a-name-that-is-far-too-long-for-any-table";
    made.scenario.streams[0].name = "a-stream-with-a-name-that-is-far-too-long-for-any-table-as-well";
    for (const std::size_t width : {72U, 80U, 120U}) {
        const std::string text = comparison_text(compare(made, options()), width);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            const std::string line = text.substr(at, end - at);
            INFO(line);
            CHECK(display_width(line) <= width);
            at = end + 1;
        }
    }
}

TEST_CASE("sentences for all that can be said of a strategy") {
    const auto sentence = [](const ScenarioRuns& made) {
        const Comparison comparison = compare(made, options());
        return comparison_sentence(comparison, comparison.strategies.back());
    };
    const std::vector<Values> base{run_of(1000, 0, 0, 50), run_of(1100, 0, 0, 60), run_of(1050, 0, 0, 52)};
    CHECK(sentence(runs("y", {{"a", base}, {"b", base}})) == "b: the same total cost.");
    CHECK(sentence(
              runs("y", {{"a", base},
                         {"b", {run_of(1010, 0, 0, 50), run_of(1095, 0, 0, 60), run_of(1051, 0, 0, 52)}}})) ==
          "b: no difference in total cost is shown: +$2.00 (+0.2 %, 95 % interval −$16.75 to +$20.75).");
    CHECK(sentence(runs("y", {{"a", {run_of(1000, 0, 0, 50)}}, {"b", {run_of(1100, 0, 0, 60)}}})) ==
          "b: +$100 (+10 %) in total cost, of which one replication cannot tell whether it is chance.");
    auto stuck = runs("y", {{"a", base}, {"b", {}}});
    CHECK(sentence(stuck) == "b: no run has finished.");
    stuck.strategies[1].infeasible = "no pool for job `x`";
    CHECK(sentence(stuck) == "b cannot run: no pool for job `x`.");
    const std::vector<Values> more{run_of(1200, 0, 0, 50, 200), run_of(1310, 0, 0, 60, 200),
                                   run_of(1260, 0, 0, 52, 200)};
    CHECK(sentence(runs("y", {{"a", base}, {"b", more}})) ==
          "a finished 50.0 % less work than b (100 GPU-h less), so that their costs are not compared; per "
          "finished GPU-h b is cheaper: −$4.22 (−40 %, 95 % interval −$4.78 to −$3.66).");
}

TEST_CASE("of many parts the smallest are put together") {
    Comparison comparison = compare(study(), options());
    auto& parts = comparison.strategies[1].by_stream;
    parts.clear();
    for (int i = 10; i >= 1; --i) {
        parts.push_back({"stream-" + std::to_string(i), summarize({100.0 * i})});
    }
    comparison.strategies.pop_back();
    CHECK(cost_parts_text(comparison, 80) ==
          R"(What makes up the difference in cost, by category and by stream
  cloud-only: +$6,183
    spot                    +$7,233 ±517   stream-10                    +$1,000
    energy                  −$1,050 ±124   stream-9                       +$900
                                           stream-8                       +$800
                                           stream-7                       +$700
                                           stream-6                       +$600
                                           stream-5                       +$500
                                           stream-4                       +$400
                                           3 others                       +$600
)");
}

TEST_CASE("only a strategy that buys rigs can have paid for itself") {
    Comparison comparison = compare(study(), options());
    comparison.strategies[1].payback = payback({{3000, 3100}}, {{1800, 3600}});
    CHECK(comparison_text(comparison, 80).find("paid for") == std::string::npos);
    comparison.strategies[0].buys_rigs = true;
    comparison.strategies[1].buys_rigs = true;
    CHECK(comparison_text(comparison, 80)
              .find("own-first has paid for itself against cloud-only in month 2.") != std::string::npos);
}

TEST_CASE("a target that is met with less work finished is marked, for the baseline too") {
    CompareOptions easy = options();
    easy.targets = {std::get<Target>(parse_target("queue_time_p95_s<10h"))};
    for (const char* baseline : {"own-first", "own-only"}) {
        easy.baseline = baseline;
        CHECK_THAT(comparison_text(compare(study(), easy), 80),
                   Catch::Contains("  own-first   5.5 ±1.2 h  meets it\n") &&
                       Catch::Contains("  own-only    7.4 ±1.0 h  meets it, with less work finished\n"));
    }
}

TEST_CASE("an amount of money gets no verdict for less work, whosever it is") {
    CompareOptions of_stream = options();
    of_stream.metrics = {"stream.bot.total_cost_usd", "cost_spot_usd"};
    const Comparison comparison = compare(study(), of_stream);
    for (const MetricComparison& metric : comparison.strategies[2].metrics) {
        CHECK((metric.finding == Finding::other_work) == (metric.metric != "usd_per_finished_gpu_h"));
    }
}

TEST_CASE("who has not run everything is said") {
    ScenarioRuns partial = study();
    partial.strategies[1].replications[2].reset();
    CHECK_THAT(comparison_text(compare(partial, options()), 80),
               Catch::Contains("Not everything has run: cloud-only has 2 of 3 runs. Means are over what"));
}
