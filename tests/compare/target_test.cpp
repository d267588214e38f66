#include "analysis/compare/target.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

Target target(const char* text) {
    const auto parsed = parse_target(text);
    INFO(text);
    if (const auto* problem = std::get_if<std::string>(&parsed)) {
        FAIL(*problem);
    }
    return std::get<Target>(parsed);
}

std::string problem(const char* text) {
    const auto parsed = parse_target(text);
    const auto* found = std::get_if<std::string>(&parsed);
    return found == nullptr ? "" : *found;
}

}  // namespace

TEST_CASE("a target is a metric, a relation and a bound with a unit that fits") {
    const Target wait = target("queue_time_p95_s<6h");
    CHECK(wait.metric == "queue_time_p95_s");
    CHECK(wait.relation == Target::Relation::below);
    CHECK(wait.bound == 21600);
    CHECK(target("queue_time_p95_s <= 30 min").bound == 1800);
    CHECK(target("queue_time_p95_s<=21600").bound == 21600);
    CHECK(target("total_cost_usd < $20000").bound == 20000);
    CHECK(target("total_cost_usd<20000 USD").bound == 20000);
    CHECK(target("total_cost_usd<20000").bound == 20000);
    CHECK(target("utilization>=80 %").bound == Approx(0.8));
    CHECK(target("idle_waste_share>0.1").bound == Approx(0.1));
    CHECK(target("finished_work_gpu_h > 10 gpu-h").bound == Approx(10));
    CHECK(target("pool.rig.utilization>50%").metric == "pool.rig.utilization");
    CHECK(target("jobs_failed<1").relation == Target::Relation::below);
}

TEST_CASE("what is no target is said in words") {
    CHECK(problem("queue_time_p95_s") ==
          "expected a metric and its bound such as `queue_time_p95_s<6h`, found `queue_time_p95_s`");
    CHECK(problem("queue_tiem_p95_s<6h") ==
          "there is no metric named `queue_tiem_p95_s`; did you mean `queue_time_p95_s`?");
    CHECK(problem("<6h") == "there is no metric named ``; `docs/model.md` lists them");
    CHECK(problem("queue_time_p95_s<6 GB") == "expected a duration such as `30 min`, found a size: `6 GB`");
    CHECK(problem("queue_time_p95_s<") == "expected a duration such as `30 min`, found ``");
    CHECK(problem("jobs_failed<2 h") == "expected a plain number such as `0.55`, found `2 h`");
}

TEST_CASE("bounds are in or out as they are written") {
    CHECK_FALSE(target("jobs_failed<2").holds(2));
    CHECK(target("jobs_failed<=2").holds(2));
    CHECK_FALSE(target("jobs_failed>2").holds(2));
    CHECK(target("jobs_failed>=2").holds(2));
}

TEST_CASE("a mean meets its target surely when the whole interval does") {
    const Target below = target("queue_time_p95_s<100");
    const TargetResult sure = check_target(below, summarize({50.0, 51.0, 52.0}));
    CHECK(sure.met == true);
    CHECK(sure.sure);
    const TargetResult straddling = check_target(below, summarize({80.0, 95.0, 110.0}));
    CHECK(straddling.met == true);
    CHECK_FALSE(straddling.sure);
    const TargetResult missed = check_target(below, summarize({180.0, 181.0, 182.0}));
    CHECK(missed.met == false);
    CHECK(missed.sure);
    CHECK_FALSE(check_target(below, summarize({50.0})).sure);
    CHECK_FALSE(check_target(below, summarize({std::nullopt})).met);
}
