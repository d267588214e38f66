// What the reader makes of `model:`.
#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

std::string scenario(const std::string& job, const std::string& gpu = "bf16: 600 TFLOPS") {
    return "trainyard: 1\ngpus:\n  ref: {memory: 80 GB, speed: 1, bf16: 312 TFLOPS, measured: 271.2 TFLOPS, "
           "mfu: "
           "{full: 43 %, lora: 38 %}}\n  new: {memory: 80 GB, speed: 3, " +
           gpu + "}\nworkload: {s: {job: {" + job +
           "}, arrivals: {at: [0 s]}}}\nfleet: {on_demand: {a: {gpu: ref, gpus: 8, price: 1 USD/h}, b: {gpu: "
           "new, "
           "gpus: 8, price: 1 USD/h}}}\nstrategies: {p: {pools: [a]}}\n";
}

JobSpec job_of(const std::string& text) {
    const Loaded loaded = test::load(text);
    INFO(render(loaded.errors));
    REQUIRE(loaded.scenario);
    return loaded.scenario->streams[0].kinds[0];
}

const std::string lora = "model: {parameters: 7 B, tokens: 1B, method: lora}";

}  // namespace

TEST_CASE("work, memory, checkpoint and speeds follow from the model") {
    const JobSpec job = job_of(scenario("gpus: 2, " + lora));
    CHECK(mean(job.work_gpu_s) == Approx(2.8e19 / (312e12 * 0.38)));
    CHECK(job.memory_bytes == Approx(memory_of(*job.model, Gpus{2}).total()));
    REQUIRE(job.checkpoint);
    CHECK(mean(job.checkpoint->size_bytes.value()) == Approx(0.49e9));
    CHECK_FALSE(job.checkpoint->every_s);
    CHECK(job.speed[0].value() == Approx(1));
    CHECK(job.speed[1].value() == Approx(600.0 / 312));  // 38 % where the GPU type does not say
}

TEST_CASE("what the job says itself wins, and a GPU type without peak keeps its speed") {
    const JobSpec job = job_of(scenario(
        lora + ", memory: 10 GB, speed: {ref: 0.9}, checkpoint: {size: 1 GB, every: 1 h}", "watts: 700 W"));
    CHECK(job.memory_bytes == 10'000'000'000);
    CHECK(job.speed[0] == 0.9);
    CHECK_FALSE(job.speed[1]);
    CHECK(mean(job.checkpoint->size_bytes.value()) == 1e9);
}

TEST_CASE("a stated utilisation holds on every GPU type") {
    const JobSpec job =
        job_of(scenario("model: {parameters: 7 B, tokens: 1 B, method: full, mfu: 50 %, epochs: 2}"));
    CHECK(mean(job.work_gpu_s) == Approx(8.4e19 / (312e12 * 0.5)));
    CHECK(job.speed[1].value() == Approx(600.0 / 312));
}

TEST_CASE("a model takes the place of work that a kind brings with it") {
    const JobSpec job = job_of(scenario("like: k, " + lora) + "jobs: {k: {work: 8 gpu-h, gpus: 4}}\n");
    CHECK(job.gpus == Gpus{4});
    CHECK(job.model);
}

TEST_CASE("more than a GPU has been measured to reach is an error, for the GPU types that are used") {
    const std::string model = "model: {parameters: 7 B, tokens: 1 B, method: full, mfu: 70 %";
    CHECK(test::complaints(test::load(scenario(model + "}"))) ==
          "5:79 workload.s.job.model.mfu: 70 % is more than ref has been measured to reach: 271.2 TFLOPS of "
          "312 "
          "are 65.2 %, less the recomputing of gradient checkpointing\n");
    CHECK(test::complaints(test::load(scenario(model + ", gradient_checkpointing: false}"))).empty());
    CHECK(test::complaints(test::load(scenario(model + "}"), {"strategies.p.pools=[b]"})).empty());
}

TEST_CASE("a model needs parameters, tokens and a method, in their units") {
    CHECK(test::complaints(test::load(scenario("model: {parameters: 7, method: full}"))) ==
          "5:22 workload.s.job.model: missing key `tokens`: an amount such as `7 B`\n"
          "5:42 workload.s.job.model.parameters: `7` has no unit; expected an amount such as `7 B` (units: "
          "K, M, B, "
          "T)\n");
}
