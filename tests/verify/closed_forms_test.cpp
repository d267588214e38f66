#include "analysis/verify/closed_forms.hpp"

#include <catch2/catch.hpp>

#include "sim/scenario/reader.hpp"

using namespace trainyard;

namespace {

std::variant<ClosedForm, std::string> form_of(const std::string& file, const std::vector<std::string>& sets) {
    const Loaded loaded = load_scenario("tests/validation/" + file, {sets});
    REQUIRE(loaded.scenario);
    return closed_form(*loaded.scenario, loaded.scenario->strategies.front());
}

double expected(const std::string& file, const std::vector<std::string>& sets = {}) {
    const auto form = form_of(file, sets);
    REQUIRE(std::holds_alternative<ClosedForm>(form));
    return std::get<ClosedForm>(form).expected;
}

std::string reason(const std::string& file, const std::vector<std::string>& sets) {
    const auto form = form_of(file, sets);
    REQUIRE(std::holds_alternative<std::string>(form));
    return std::get<std::string>(form);
}

}  // namespace

TEST_CASE("systems with a formula, and what docs/validation.md expects of them") {
    CHECK(expected("mm3.yaml") == Approx(0.539326).epsilon(1e-5));
    CHECK(expected("md1.yaml") == Approx(0.583333).epsilon(1e-5));
    CHECK(expected("mg1.yaml") == Approx(0.609375).epsilon(1e-5));
    CHECK(expected("overflow.yaml") == Approx(0.206107).epsilon(1e-5));
    CHECK(expected("checkpoints.yaml") == Approx(112.556).epsilon(1e-5));
    CHECK(expected("no-checkpoints.yaml") == Approx(34.6837).epsilon(1e-5));
}

TEST_CASE("without losses a makespan is boot, load, work and writes") {
    CHECK(expected("checkpoints.yaml", {"fleet.spot.market.interruptions=none"}) ==
          Approx((7 + 99 * 5) / 60.0 + 100));
}

TEST_CASE("Young's interval enters as the engine takes it") {
    // sqrt(2 x 5 min x 20 h) = 109.545 min, to the second: 6573 s.
    const double young = expected("checkpoints.yaml", {"strategies.only.checkpoint=young"});
    CHECK(young == Approx(expected("checkpoints.yaml", {"strategies.only.checkpoint=6573 s"})));
    CHECK(young < expected("checkpoints.yaml"));
}

TEST_CASE("why others have none") {
    CHECK(reason("priorities.yaml", {}) == "there are several kinds of jobs");
    CHECK(reason("mm3.yaml", {"workload.jobs.arrivals.profile=office-hours"}) ==
          "arrivals are no steady Poisson stream of single jobs");
    CHECK(reason("mm3.yaml", {"workload.jobs.arrivals.poisson=5.9/h"}) ==
          "a load of 0.98 does not settle within the horizon");
    CHECK(reason("mm3.yaml", {"workload.jobs.arrivals.poisson=7/h"}) ==
          "a load of 1.17 does not settle within the horizon");
    CHECK(reason("mm3.yaml", {"workload.jobs.job.work=0.5 gpu-h"}) ==
          "several servers have one for exponential work without load alone");
    CHECK(reason("mm3.yaml", {"workload.jobs.job.linger=1 min"}) == "jobs fail, are set up or linger");
    CHECK(reason("mm3.yaml", {"workload.jobs.job.gpus=2", "fleet.rigs.servers.gpus=2"}) == "jobs are gangs");
    CHECK(reason("checkpoints.yaml", {"fleet.spot.market.max_instances=3"}) ==
          "instances are limited, late or kept warm");
    CHECK(reason("checkpoints.yaml", {"fleet.spot.market.notice=2 min"}) ==
          "checkpoints are written on notice or while computing");
    CHECK(reason("overflow.yaml", {"strategies.only.pools.1={pool: cloud, after: 1 h}"}) ==
          "what the rigs cannot take is not taken at once by a pool without limit or interruptions");
}
