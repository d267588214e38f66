#include "sim/strategy/expected_finish.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trainyard;

namespace {

ExpectedAttempt attempt(std::int64_t compute_s) {
    ExpectedAttempt first;
    first.boot = Seconds{240};
    first.load = Seconds{60};
    first.compute = Seconds{compute_s};
    return first;
}

constexpr double rate = 1 / 7200.0;

double lived(double seconds) { return (std::exp(rate * seconds) - 1) / rate; }

}  // namespace

TEST_CASE("without interruptions a job takes its phases and writes") {
    ExpectedAttempt first = attempt(3600);
    CHECK(expected_seconds(first, {}) == Approx(3900));
    first.every = Seconds{900};
    first.write = Seconds{30};
    CHECK(expected_seconds(first, {}) == Approx(3990));  // none at the end
    first.async = true;
    CHECK(expected_seconds(first, {}) == Approx(3900));
}

TEST_CASE("without checkpoints a job needs one launch that lives to its end") {
    CHECK(expected_seconds(attempt(3600), {.gang_rate_per_s = rate}) == Approx(lived(3900)));
}

TEST_CASE("with checkpoints it is the makespan of the model") {
    ExpectedAttempt first = attempt(3600);
    first.every = Seconds{900};
    first.write = Seconds{30};
    const Interruption interruption{
        .gang_rate_per_s = rate, .later_boot = Seconds{240}, .later_restore = Seconds{20}};
    const double again = std::exp(rate * 320);
    CHECK(expected_seconds(first, interruption) ==
          Approx(lived(300 + 930) + 2 * again * lived(930) + again * lived(900)));
}

TEST_CASE("with a notice long enough for a write only restarts are lost") {
    ExpectedAttempt first = attempt(3600);
    first.write = Seconds{30};
    const Interruption interruption{.gang_rate_per_s = rate,
                                    .later_boot = Seconds{240},
                                    .later_restore = Seconds{20},
                                    .saves_on_notice = true};
    CHECK(expected_seconds(first, interruption) ==
          Approx(lived(300) + 3600 + rate * 3600 * (30 + lived(320))));
}

TEST_CASE("what will never be done takes for ever") {
    CHECK(std::isinf(expected_seconds(attempt(100'000'000), {.gang_rate_per_s = 1})));
}

TEST_CASE("rented machines cost their bill, rigs the energy beyond idling") {
    Scenario scenario;
    scenario.gpus.emplace_back();
    JobSpec spec;
    spec.gpus = Gpus{2};
    KnownJob job;
    job.spec = &spec;
    job.left_gpu_s = 2 * 3600;
    const Strategy strategy;

    Pool cloud;
    RentedTerms terms;
    terms.price = Price{2'000'000'000, 3600};  // $2 an hour
    terms.billing.per = Seconds{3600};
    terms.boot_s = Constant{60};
    cloud.terms = terms;
    // 61 minutes are two hours, on two machines; with warm ones an hour.
    CHECK(expected_usd(scenario, strategy, {cloud, job, Gpus{2}}) == Approx(8));
    CHECK(expected_usd(scenario, strategy, {cloud, job, Gpus{2}, true}) == Approx(4));
    CHECK(expected_seconds(scenario, strategy, {cloud, job, Gpus{2}}) == Approx(3660));

    Pool rig;
    rig.gpus_per_machine = Gpus{4};
    RigTerms owned;
    rig.terms = owned;
    CHECK(expected_usd(scenario, strategy, {rig, job, Gpus{2}}) == 0);
    // 1000 W more on all four GPUs, half of them, an hour, x 1.2, at $0.10 a kWh.
    owned.power = Power{1'200'000, 200'000, Price{100'000'000, 3'600'000}, 1'200'000};
    rig.terms = owned;
    CHECK(expected_usd(scenario, strategy, {rig, job, Gpus{2}}) == Approx(0.06));
}
