#include "analysis/logs/inspect.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace trainyard;

namespace {

SpotSeries series(std::vector<SpotStep> steps, double end_s) { return {"", std::move(steps), end_s}; }

}  // namespace

TEST_CASE("shares, losses and mean times, by hand") {
    // Two for an hour, one for half an hour, none for half an hour, four for two hours.
    const SpotSummary summary =
        summarize(series({{0, 2, 1.0}, {3600, 1, 1.0}, {5400, 0, 2.0}, {7200, 4, 2.0}}, 14400));
    CHECK(summary.length_s == 14400);
    CHECK(summary.share_available == Approx(0.875));
    CHECK(summary.instance_h == Approx(2 + 0.5 + 8));
    CHECK(summary.mean_available == Approx(10.5 / 4));
    CHECK(summary.instances_lost == 2);
    CHECK(summary.losses_per_instance_h.value() == Approx(2 / 10.5));
    CHECK(summary.steps_down == 2);
    CHECK(summary.steps_up == 1);
    CHECK(summary.mean_up_s.value() == Approx(12600));  // one end in 3.5 h
    CHECK(summary.mean_down_s.value() == Approx(1800));
    CHECK(summary.mean_usd_per_h.value() == Approx((5400 * 1.0 + 9000 * 2.0) / 14400));
    CHECK(summary.least == 0);
    CHECK(summary.most == 4);
}

TEST_CASE("what never ended has no mean") {
    const SpotSummary summary = summarize(series({{0, 1, {}}}, 100));
    CHECK_FALSE(summary.mean_up_s);
    CHECK_FALSE(summary.mean_down_s);
    CHECK(summary.losses_per_instance_h == 0.0);
    CHECK_FALSE(summarize(series({{0, 0, {}}}, 100)).losses_per_instance_h);
}

TEST_CASE("a drawing is the mean of each stretch, full at the most") {
    CHECK(drawn(series({{0, 2, {}}, {20, 1, {}}, {30, 0, {}}}, 40), 4, true) == "@@= ");
    CHECK(drawn(series({{0, 0, {}}, {5, 1, {}}}, 20), 2, true) == "=@");
    CHECK(drawn(series({{0, {}, 4.0}, {10, {}, 2.0}}, 20), 2, true) == "@=");
    CHECK(drawn(series({{0, 1, {}}}, 0), 3, true) == "   ");
}

TEST_CASE("the traces of SkyPilot agree with their summary") {
    const std::string folder = "../shared/data/spot/";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: the spot traces are not beside the project");
        return;
    }
    std::ifstream table{folder + "skypilot_spot_traces_summary.csv"};
    std::string line;
    std::getline(table, line);
    int traces = 0;
    while (std::getline(table, line)) {
        std::istringstream cells{line};
        std::vector<std::string> cell;
        for (std::string each; std::getline(cells, each, ',');) {
            cell.push_back(each);
        }
        INFO(cell.at(0));
        const std::string path = folder + "skypilot_spot_traces/" + cell.at(0);
        if (!std::filesystem::exists(path)) {
            WARN("skipped: " << path << " is not there");
            continue;
        }
        const SpotFile file = read_spot_file(path, SpotFormat::skypilot);
        REQUIRE(file.errors.empty());
        const SpotSummary summary = summarize(file.series.at(0));
        CHECK(summary.length_s == std::stod(cell.at(1)) * std::stod(cell.at(2)));
        CHECK(summary.least == std::stoi(cell.at(4)));
        CHECK(summary.most == std::stoi(cell.at(5)));
        CHECK(summary.mean_available == Approx(std::stod(cell.at(6))).margin(0.000051));  // of 4 decimals
        CHECK(summary.steps_down == std::stoi(cell.at(7)));
        CHECK(summary.steps_up == std::stoi(cell.at(8)));
        ++traces;
    }
    CHECK(traces > 0);
}
