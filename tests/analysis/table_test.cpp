#include "analysis/table.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "analysis/text/text.hpp"
#include "tests/analysis/fixture.hpp"

using namespace trainyard;
using fixture::runs;
using fixture::Values;

namespace {

Values values(double cost, double waste, double work, double wait) {
    return {{"total_cost_usd", cost},           {"cost_spot_usd", cost},
            {"cost_energy_usd", 0.0},           {"idle_waste_usd", waste},
            {"idle_waste_share", waste / cost}, {"finished_work_gpu_h", work},
            {"queue_time_mean_s", wait},        {"utilization", 0.5},
            {"jobs_submitted", 1234.0},         {"deadline_misses", std::nullopt}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("a column a strategy, the best of a row marked, rows of nothing left out") {
    ScenarioRuns year = runs(
        "year", {{"own-first", {values(12345.6, 1000, 80, 11520)}}, {"cloud", {values(20000, 50, 80, 90)}}});
    year.scenario.question = "Own or rent?";
    CHECK(table_of(year, {}) ==
          R"(year: Own or rent?
365 d of arrivals, 1 replication, seed 1

own-first is cheapest: $12,346; next is cloud, +62 %.

                     own-first    cloud
Total cost             $12,346* $20,000
  spot                 $12,346  $20,000

Idle waste              $1,000   $50.00*
  share of cost          8.1 %    0.2 %*

Utilization             50.0 %   50.0 %

Queue time, mean         3.2 h  1.5 min*

Jobs submitted           1,234    1,234
Work finished, GPU-h      80.0     80.0

* best of the row
)");
}

TEST_CASE("several replications show the mean and half of its interval") {
    const std::string text =
        table_of(runs("year", {{"own", {values(10000, 1, 80, 60), values(10200, 1, 80, 60)}}}), {});
    // t(0.975, 1) = 12.706, sd = 141.42: 12.706 x 100.
    CHECK(text.find("Total cost           $10,100 ±1,271\n") != std::string::npos);
    CHECK(text.find("2 replications (mean ± half of the 95 % interval), seed 1") != std::string::npos);
    CHECK(text.find("* best") == std::string::npos);
}

TEST_CASE("strategies that do not fit beside each other go below, within the width") {
    std::vector<std::pair<std::string, std::vector<Values>>> strategies;
    for (int i = 0; i < 12; ++i) {
        strategies.push_back(
            {"a-strategy-with-a-long-name-" + std::to_string(i), {values(1e6 + i, 1, 80, 60)}});
    }
    std::size_t headers = 0;
    for (const std::string& line : lines_of(table_of(runs("year", strategies), {}))) {
        CHECK(display_width(line) <= 80);
        headers += line.find("  a-strategy-with...") != std::string::npos ? 1 : 0;
    }
    CHECK(headers == 4);  // three columns of 18 fit beside the labels
}

TEST_CASE("names cannot send control characters to the terminal") {
    ScenarioRuns evil = runs("year\x1b[2J", {{"own\x07", {values(1, 1, 1, 1)}}, {"b", {values(2, 1, 1, 1)}}});
    evil.scenario.question = "clean\rfake";
    const std::string text = table_of(evil, {});
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("year\\x1b[2J: clean\\x0dfake") != std::string::npos);
}

TEST_CASE("bold appears only when it is asked for") {
    const ScenarioRuns year = runs("year", {{"a", {values(1, 1, 1, 1)}}, {"b", {values(2, 1, 1, 1)}}});
    CHECK(table_of(year, {}).find('\x1b') == std::string::npos);
    CHECK(table_of(year, {.bold = true}).find("\x1b[1m") != std::string::npos);
}

TEST_CASE("a strategy that finished less work wins no row") {
    const std::string text = table_of(runs("year", {{"lazy", {values(100, 1, 40, 1)}},
                                                    {"a", {values(300, 5, 80, 9)}},
                                                    {"b", {values(200, 9, 80, 8)}}}),
                                      {});
    CHECK(text.find("$100.00*") == std::string::npos);
    CHECK(text.find("$200*") != std::string::npos);
    CHECK(text.find("* best of the row, among the strategies that finished (nearly) the most work\n") !=
          std::string::npos);
}

TEST_CASE("runs that failed are named below, and nothing is shown of a strategy without any") {
    ScenarioRuns year =
        runs("year", {{"a", {values(1, 1, 1, 1), values(1, 1, 1, 1)}}, {"b", {values(2, 1, 1, 1)}}});
    year.strategies[0].replications[1].reset();
    year.strategies[1].replications[0].reset();
    const std::string text = table_of(year, {});
    CHECK(text.find("a: 1 of 2 runs finished\n") != std::string::npos);
    CHECK(text.find("b: 0 of 1 runs finished\n") != std::string::npos);
    CHECK(text.find("Total cost             $1.00  -\n") != std::string::npos);
}
