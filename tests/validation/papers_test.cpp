// Figures of papers, and real logs.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "sim/ledger/outcome.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/trace_csv.hpp"
#include "tests/engine/fixture.hpp"
#include "tests/validation/cases.hpp"
#include "tests/validation/littles_law.hpp"
#include "tests/validation/theory.hpp"

using namespace trainyard;
using namespace trainyard::theory;

namespace {

constexpr const char* philly = "../shared/data/jobs/philly/philly_jobs.csv.gz";

struct Log {
    std::int64_t jobs = 0;
    std::int64_t gpu_seconds = 0;
};

// The file, read without the program's reader: `2017-10-09 07:01:55,66.0,1,66.0,11cb48`.
Log log_of(const std::string& path) {
    const PackedText packed = read_packed_text(path);
    std::istringstream in{std::string{*packed.text}};
    std::string line;
    std::getline(in, line);
    Log log;
    while (std::getline(in, line)) {
        if (line.empty()) {
            continue;
        }
        std::istringstream row{line.substr(line.find(',') + 1)};
        double time_s = 0;
        std::int64_t gpus = 0;
        char comma = 0;
        row >> time_s >> comma >> gpus;
        log.jobs += 1;
        log.gpu_seconds += std::llround(time_s) * gpus;
    }
    return log;
}

// Jobs that ended, and GPU-seconds that they computed.
std::string told(const Scenario& scenario, const Trace& trace) {
    const Outcome outcome = fold(scenario, scenario.strategies.front(), trace, Lines::summed);
    check_littles_law(trace, outcome);
    double jobs = 0, gpu_h = 0;
    for (const Metric& metric : outcome.metrics) {
        jobs = metric.name == "jobs_finished" ? *metric.value : jobs;
        gpu_h = metric.name == "compute_gpu_h" ? *metric.value : gpu_h;
    }
    return fmt::format("{} {}", std::llround(jobs), std::llround(gpu_h * 3600));
}

}  // namespace

TEST_CASE("owned servers with rented overflow cost what the Waiting Game says", "[.validate]") {
    const double blocked = erlang_b(108, 100);
    CHECK(fmt::format("{:.6f}", blocked) == "0.034944");
    CHECK(fmt::format("{:.6f}", (108 * 3.84 + 100 * blocked * 9.60) / 100) == "4.482662");
    tell("papers", cases_of(paper_systems()));
}

TEST_CASE("the Philly trace's GPU-seconds are conserved", "[.validate]") {
    if (!std::filesystem::exists(philly)) {
        WARN("skipped: " << philly << " is not here");
        return;
    }
    const Loaded loaded = load_scenario("tests/validation/philly.yaml");
    REQUIRE(loaded.errors.empty());
    const Log log = log_of(philly);
    std::istringstream seen{fixture::simulated(
        *loaded.scenario, 0, {}, [&](const Trace& trace) { return told(*loaded.scenario, trace); })};
    std::string jobs, gpu_seconds;
    seen >> jobs >> gpu_seconds;
    tell("philly",
         {exact_case("philly.yaml", "jobs that end", "rows of the file", std::to_string(log.jobs), jobs, "1"),
          exact_case("philly.yaml", "GPU-seconds of compute", "Σ duration × GPUs of the file",
                     std::to_string(log.gpu_seconds), gpu_seconds, "1")});
}
