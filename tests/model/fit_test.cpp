// Which machines fit a job, and how fast they do its work.
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "sim/model/scenario.hpp"

using namespace trainyard;

namespace {

constexpr std::int64_t gb = 1'000'000'000;
const GpuTypeIndex rtx{std::size_t{0}};
const GpuTypeIndex a100{std::size_t{1}};

Scenario two_gpu_types() {
    Scenario scenario;
    scenario.gpus = {{"rtx-4090", 24 * gb, 0.55, std::nullopt}, {"a100-80gb", 80 * gb, 1.0, std::nullopt}};
    return scenario;
}

Pool rigs(int gpus, int count) {
    Pool pool;
    pool.gpu = rtx;
    pool.gpus_per_machine = Gpus{gpus};
    RigTerms terms;
    terms.count = count;
    pool.terms = terms;
    return pool;
}

Pool rented(int gpus, std::optional<int> max_instances) {
    Pool pool;
    pool.gpu = a100;
    pool.gpus_per_machine = Gpus{gpus};
    RentedTerms terms;
    terms.max_instances = max_instances;
    pool.terms = terms;
    return pool;
}

JobSpec any_job() {
    JobSpec job;
    job.speed = {std::nullopt, std::nullopt};
    job.gpu_types = {true, true};
    return job;
}

double total(const WeeklyProfile& profile) {
    return std::accumulate(profile.weights.begin(), profile.weights.end(), 0.0);
}

}  // namespace

TEST_CASE("built-in profiles have the mean 1") {
    CHECK(total(flat_profile()) == 168);
    CHECK(total(office_hours_profile()) == Approx(168));
}

TEST_CASE("office hours are Monday to Friday, 9 to 17") {
    const auto weights = office_hours_profile().weights;
    CHECK(weights[8] < 1);
    CHECK(weights[9] > 1);
    CHECK(weights[16] > 1);
    CHECK(weights[17] < 1);
    CHECK(weights[4 * 24 + 12] > 1);
    CHECK(weights[5 * 24 + 12] < 1);
}

TEST_CASE("scaling is linear in log k between the points and flat outside") {
    const Scaling scaling{{{2, 0.9}, {8, 0.7}}};
    CHECK(scaling.at(Gpus{2}) == 0.9);
    CHECK(scaling.at(Gpus{4}) == Approx(0.8));
    CHECK(scaling.at(Gpus{3}) == Approx(0.9 - 0.2 * std::log(1.5) / std::log(4.0)));
    CHECK(scaling.at(Gpus{8}) == 0.7);
    CHECK(scaling.at(Gpus{64}) == 0.7);
}

TEST_CASE("one GPU scales perfectly, unless a point says otherwise") {
    CHECK(Scaling{}.at(Gpus{16}) == 1);
    CHECK(Scaling{{{4, 0.8}}}.at(Gpus{1}) == 1);
    CHECK(Scaling{{{4, 0.8}}}.at(Gpus{2}) == Approx(0.9));
    CHECK(Scaling{{{1, 0.95}, {4, 0.8}}}.at(Gpus{1}) == 0.95);
}

TEST_CASE("an instance's rate of interruptions is given, or one over its mean life") {
    CHECK(interruption_rate_per_s(NoInterruptions{}) == 0);
    CHECK(interruption_rate_per_s(InterruptionRate{0.05 / 3600}) == 0.05 / 3600);
    CHECK(interruption_rate_per_s(InstanceLife{Uniform{1000, 3000}}) == Approx(1.0 / 2000));
}

TEST_CASE("hours of the week count from Monday 00:00 UTC") {
    Scenario scenario;
    scenario.start_unix_s = 1767571200;  // 2026-01-05, a Monday
    CHECK(hour_of_week(scenario, at_second(0)) == 0);
    CHECK(hour_of_week(scenario, at_second(3599)) == 0);
    CHECK(hour_of_week(scenario, at_second(3600)) == 1);
    CHECK(hour_of_week(scenario, at_second(168 * 3600 - 1)) == 167);
    CHECK(hour_of_week(scenario, at_second(168 * 3600)) == 0);
    scenario.start_unix_s = 0;  // a Thursday
    CHECK(hour_of_week(scenario, at_second(0)) == 72);
    scenario.start_unix_s = -1;
    CHECK(hour_of_week(scenario, at_second(0)) == 71);
    scenario.start_unix_s = -72 * 3600 - 1;
    CHECK(hour_of_week(scenario, at_second(0)) == 167);
}

TEST_CASE("a gang works at k x speed x scaling x efficiency") {
    const Scenario scenario = two_gpu_types();
    Pool pool = rigs(2, 1);
    JobSpec job = any_job();
    CHECK(work_rate(scenario, pool, job, Gpus{1}) == 0.55);
    pool.scaling.points = {{2, 0.88}};
    job.efficiency = 0.9;
    CHECK(work_rate(scenario, pool, job, Gpus{2}) == Approx(2 * 0.55 * 0.88 * 0.9));
}

TEST_CASE("a kind's own speed on a GPU type takes the place of the type's") {
    const Scenario scenario = two_gpu_types();
    JobSpec job = any_job();
    job.speed[rtx.value] = 0.7;
    CHECK(work_rate(scenario, rigs(2, 1), job, Gpus{2}) == 1.4);
    CHECK(work_rate(scenario, rented(8, std::nullopt), job, Gpus{2}) == 2);
}

TEST_CASE("a gang takes one rig, or as many instances as hold it") {
    CHECK(machines_for(rigs(8, 4), Gpus{3}) == 1);
    CHECK(machines_for(rented(8, std::nullopt), Gpus{8}) == 1);
    CHECK(machines_for(rented(8, std::nullopt), Gpus{9}) == 2);
    CHECK(machines_for(rented(1, std::nullopt), Gpus{5}) == 5);
}

TEST_CASE("a gang on rigs needs a rig that holds it whole") {
    const Scenario scenario = two_gpu_types();
    CHECK(could_run(scenario, rigs(2, 5), any_job(), Gpus{2}, 0, std::nullopt));
    CHECK_FALSE(could_run(scenario, rigs(2, 5), any_job(), Gpus{3}, 0, std::nullopt));
    CHECK_FALSE(could_run(scenario, rigs(2, 0), any_job(), Gpus{1}, 0, std::nullopt));
    CHECK_FALSE(could_run(scenario, rigs(2, 5), any_job(), Gpus{1}, 0, 0));
    CHECK(could_run(scenario, rigs(2, 0), any_job(), Gpus{1}, 0, 1));
}

TEST_CASE("a gang on instances needs a quota that holds it") {
    const Scenario scenario = two_gpu_types();
    CHECK(could_run(scenario, rented(8, 2), any_job(), Gpus{16}, 0, std::nullopt));
    CHECK_FALSE(could_run(scenario, rented(8, 2), any_job(), Gpus{17}, 0, std::nullopt));
    CHECK(could_run(scenario, rented(8, std::nullopt), any_job(), Gpus{4096}, 0, std::nullopt));
}

TEST_CASE("a GPU with less memory than the job needs never fits") {
    const Scenario scenario = two_gpu_types();
    CHECK(could_run(scenario, rigs(2, 1), any_job(), Gpus{1}, 24 * gb, std::nullopt));
    CHECK_FALSE(could_run(scenario, rigs(2, 1), any_job(), Gpus{1}, 24 * gb + 1, std::nullopt));
}

TEST_CASE("gpu_types restricts a job to some GPU types") {
    const Scenario scenario = two_gpu_types();
    JobSpec job = any_job();
    job.gpu_types = {false, true};
    CHECK_FALSE(could_run(scenario, rigs(2, 1), job, Gpus{1}, 0, std::nullopt));
    CHECK(could_run(scenario, rented(1, std::nullopt), job, Gpus{1}, 0, std::nullopt));
}

TEST_CASE("a strategy's entry serves the kinds that it names and gangs of its sizes") {
    PoolUse use;
    use.serves = {{true, false}, {true}};
    use.min_gpus = 2;
    use.max_gpus = 8;
    const StreamIndex first{std::size_t{0}}, second{std::size_t{1}};
    CHECK(serves(use, first, 0, Gpus{2}));
    CHECK(serves(use, second, 0, Gpus{8}));
    CHECK_FALSE(serves(use, first, 1, Gpus{2}));
    CHECK_FALSE(serves(use, first, 0, Gpus{1}));
    CHECK_FALSE(serves(use, first, 0, Gpus{9}));
}
