#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/logs/fit.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

TraceRow job(double submit_s, int gpus, double gpu_h, std::optional<LoggedEnd> ended = {}) {
    TraceRow row;
    row.submit_s = submit_s;
    row.gpus = Gpus{gpus};
    row.work_gpu_s = gpu_h * 3600;
    row.ended = ended;
    return row;
}

// Four weeks of jobs at the quantiles of known distributions: 10 a weekday at 9, 10, ..., 18 o'clock.
std::vector<TraceRow> office_log() {
    std::vector<TraceRow> rows;
    for (int day = 0; day < 28; ++day) {
        for (int i = 0; day % 7 < 5 && i < 10; ++i) {
            const int n = static_cast<int>(rows.size());
            const double share = (n * 77 % 200 + 0.5) / 200;
            const auto ended = n % 10 == 3 ? LoggedEnd::failed : LoggedEnd::completed;
            rows.push_back(job(86400.0 * day + 3600.0 * (9 + i) + 1800, n % 4 == 0 ? 8 : 1,
                               std::exp(1 + 0.5 * normal_quantile(share)), ended));
        }
    }
    return rows;
}

}  // namespace

TEST_CASE("a log drawn from known distributions gives them back") {
    const auto fitted = fit_workload(office_log());
    REQUIRE(fitted);
    CHECK(fitted->jobs == 200);
    REQUIRE(fitted->streams.size() == 2);
    CHECK(fitted->streams[0].gpus == 1);
    CHECK(fitted->streams[0].jobs == 150);
    CHECK(fitted->streams[1].gpus == 8);
    CHECK(fitted->streams[0].per_week == Approx(3 * fitted->streams[1].per_week));
    CHECK(fitted->streams[0].mean_gpu_h == Approx(std::exp(1 + 0.125)).epsilon(0.05));
    CHECK(fitted->streams[0].cv == Approx(std::sqrt(std::expm1(0.25))).epsilon(0.1));
    CHECK(fitted->streams[0].work_distance < 0.06);
    CHECK(fitted->streams[0].failure_probability + fitted->streams[1].failure_probability > 0.1);
    CHECK(fitted->gang_distance == 0);
    CHECK(fitted->profile_distance < 0.02);
    REQUIRE(fitted->profile);
    CHECK(fitted->profile->weights[3] == 0);            // Monday at night
    CHECK(fitted->profile->weights[5 * 24 + 12] == 0);  // Saturday
    CHECK(fitted->profile->weights[12] == Approx(168.0 / 50));
}

TEST_CASE("evenly spaced jobs are no Poisson process, and a short log has no profile") {
    std::vector<TraceRow> rows;
    for (int i = 0; i < 100; ++i) {
        rows.push_back(job(3600.0 * i, 1, 2));
    }
    const auto fitted = fit_workload(rows);
    REQUIRE(fitted);
    CHECK_FALSE(fitted->profile);
    CHECK(fitted->arrival_distance == Approx(1 - std::exp(-1)).epsilon(1e-6));
    CHECK(fitted->streams[0].per_week == Approx(168));
    CHECK(fitted->streams[0].cv == 0);
    CHECK(fitted->log_gpu_h_per_week == Approx(336));
    CHECK(fitted->fitted_gpu_h_per_week == Approx(336));
}

TEST_CASE("a gang size that hardly occurs goes with the nearest") {
    std::vector<TraceRow> rows;
    for (int i = 0; i < 300; ++i) {
        rows.push_back(job(60.0 * i, i == 7 ? 6 : i % 2 == 0 ? 1 : 8, 1 + i % 3));
    }
    const auto fitted = fit_workload(rows);
    REQUIRE(fitted);
    CHECK(fitted->streams.size() == 2);
    CHECK(fitted->gang_distance == Approx(1.0 / 300));
}

TEST_CASE("nothing can be fitted to submissions at one time") {
    CHECK_FALSE(fit_workload({}));
    CHECK_FALSE(fit_workload({job(5, 1, 1), job(5, 1, 1)}));
}

TEST_CASE("the block is a workload that the program reads") {
    const auto fitted = fit_workload(office_log());
    REQUIRE(fitted);
    const std::string scenario =
        "trainyard: 1\ngpus:\n  a100: {memory: 80 GB, speed: 1}\n" + workload_block(*fitted) +
        "fleet:\n  rigs:\n    rig: {count: 2, gpu: a100, gpus: 8, price: 90000 USD, life: "
        "36 month}\nstrategies:\n  own: {pools: [rig]}\n";
    const Loaded loaded = test::load(scenario);
    CHECK(render(loaded.errors) == "");
    REQUIRE(loaded.scenario);
    CHECK(loaded.scenario->streams.size() == 2);
    CHECK(std::get<PoissonArrivals>(loaded.scenario->streams[1].arrivals).profile);
}
