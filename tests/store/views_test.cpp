// The views of a store say what the program's own statistics say.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "analysis/statistics/paired.hpp"
#include "analysis/store/result_store.hpp"
#include "tests/analysis/fixture.hpp"

using namespace trainyard;

namespace {

namespace fs = std::filesystem;

struct Scratch {
    fs::path path = fs::temp_directory_path() / ("trainyard-views-" + std::to_string(getpid()));
    Scratch() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Scratch() { fs::remove_all(path); }
};

// Two strategies on four replications; in one of them a metric has no value.
Batch batch() {
    const auto values = [](double cost, std::optional<double> wait) {
        return fixture::Values{{"total_cost_usd", cost}, {"queue_time_mean_s", wait}};
    };
    return {
        fixture::runs("year", {{"own", {values(10, 1), values(12.5, 2), values(11, {}), values(10, 4)}},
                               {"cloud", {values(20, 0), values(21, 0), values(25, 0), values(22.25, 0)}}})};
}

Sample of(const StrategyRuns& runs, const std::string& metric) {
    Sample values;
    for (const auto& run : runs.replications) {
        values.push_back(run->metric(metric));
    }
    return values;
}

void check_row(Statement& row, const Summary& expected) {
    REQUIRE(row.step());
    CHECK(row.integer(0) == static_cast<std::int64_t>(expected.count));
    CHECK(row.real(1) == Approx(*expected.mean).epsilon(1e-12));
    CHECK(row.real(2) == Approx(*expected.sd).epsilon(1e-12));
    CHECK(row.real(3) == Approx(*expected.ci_low).epsilon(1e-12));
    CHECK(row.real(4) == Approx(*expected.ci_high).epsilon(1e-12));
    CHECK_FALSE(row.step());
}

}  // namespace

TEST_CASE("summary and paired are Student's intervals, missing values left out") {
    const Scratch scratch;
    Batch runs = batch();
    ResultStore store{scratch.path / "results.db", plan_of(runs, true), Writing::journal};
    for (const RunKey& key : all_runs(runs)) {
        store.save(runs, key, *result_of(runs, key));
    }
    Database database{scratch.path / "results.db", Database::Mode::existing};
    for (const char* metric : {"total_cost_usd", "queue_time_mean_s"}) {
        Statement summary = database.prepare(
            "SELECT n, mean, sd, ci_low, ci_high FROM summary WHERE strategy = 'own' AND metric = ?");
        summary.bind(0, metric);
        check_row(summary, summarize(of(runs[0].strategies[0], metric)));
        Statement paired = database.prepare(
            "SELECT n, mean, sd, ci_low, ci_high FROM paired "
            "WHERE strategy = 'cloud' AND baseline = 'own' AND metric = ?");
        paired.bind(0, metric);
        check_row(paired,
                  paired_difference(of(runs[0].strategies[0], metric), of(runs[0].strategies[1], metric))
                      .difference);
    }
}

TEST_CASE("a single replication has a mean and no interval") {
    const Scratch scratch;
    Batch runs = batch();
    ResultStore store{scratch.path / "results.db", plan_of(runs, true), Writing::journal};
    store.save(runs, all_runs(runs)[0], *result_of(runs, all_runs(runs)[0]));
    Database database{scratch.path / "results.db", Database::Mode::existing};
    Statement row =
        database.prepare("SELECT n, mean, sd, ci_low FROM summary WHERE metric = 'total_cost_usd'");
    REQUIRE(row.step());
    CHECK(row.integer(0) == 1);
    CHECK(row.real(1) == 10);
    CHECK(row.real_or_null(2) == std::nullopt);
    CHECK(row.real_or_null(3) == std::nullopt);
}
