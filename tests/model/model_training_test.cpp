#include "sim/model/model_training.hpp"

#include <catch2/catch.hpp>

#include "sim/model/pool.hpp"

using namespace trainyard;

namespace {

ModelTraining seven_b(TrainingMethod method) {
    ModelTraining training;
    training.parameters = 7e9;
    training.tokens = 1e9;
    training.method = method;
    return training;
}

}  // namespace

TEST_CASE("6ND where all weights are trained, 4ND where they are frozen, 2ND more for recomputing") {
    ModelTraining full = seven_b(TrainingMethod::full);
    full.epochs = 3;
    CHECK(useful_flops(full) == Approx(1.26e20));
    CHECK(executed_flops(full) == Approx(1.68e20));
    full.gradient_checkpointing = false;
    CHECK(executed_flops(full) == useful_flops(full));
    CHECK(useful_flops(seven_b(TrainingMethod::pretrain)) == Approx(4.2e19));
    CHECK(useful_flops(seven_b(TrainingMethod::lora)) == Approx(2.8e19));
    CHECK(useful_flops(seven_b(TrainingMethod::qlora)) == Approx(2.8e19));
}

TEST_CASE("16 bytes a parameter with AdamW, 6 with its 8-bit form, shared by the gang") {
    ModelTraining full = seven_b(TrainingMethod::full);
    const auto states = [&full](int gpus) {
        const MemoryParts parts = memory_of(full, Gpus{gpus});
        return parts.weights + parts.gradients + parts.optimizer;
    };
    CHECK(states(1) == Approx(112e9));
    CHECK(states(8) == Approx(14e9));
    full.optimizer = Optimizer::adamw_8bit;
    CHECK(states(1) == Approx(42e9));
    CHECK(memory_of(full, Gpus{1}).gathered == 0);
    CHECK(memory_of(full, Gpus{2}).gathered > 0);
}

TEST_CASE("frozen weights of 16 or of about 4 bits, and small adapters") {
    const MemoryParts lora = memory_of(seven_b(TrainingMethod::lora), Gpus{1});
    CHECK(lora.weights == Approx(14e9 + 0.07e9));
    CHECK(lora.gradients == Approx(0.07e9));
    CHECK(memory_of(seven_b(TrainingMethod::qlora), Gpus{1}).weights == Approx(7e9 * 4.127 / 8 + 0.07e9));
}

TEST_CASE("activations: with checkpointing an input a layer and one layer whole, without all of them") {
    ModelTraining full = seven_b(TrainingMethod::full);
    full.batch = 4;
    const ModelShape shape = shape_of(full);
    CHECK(12 * shape.layers * shape.width * shape.width == Approx(7e9));
    CHECK(shape.width / shape.layers == Approx(128));
    const double tokens = 4 * 2048;
    CHECK(memory_of(full, Gpus{1}).activations == Approx(tokens * shape.width * (2 * shape.layers + 34)));
    full.gradient_checkpointing = false;
    CHECK(memory_of(full, Gpus{1}).activations == Approx(tokens * shape.width * 34 * shape.layers));
}

TEST_CASE("the smallest gang that holds it") {
    CHECK(smallest_gang(seven_b(TrainingMethod::full), 80'000'000'000) == Gpus{2});
    CHECK(smallest_gang(seven_b(TrainingMethod::full), 24'000'000'000) == Gpus{8});
    CHECK(smallest_gang(seven_b(TrainingMethod::lora), 24'000'000'000) == Gpus{1});
    CHECK(smallest_gang(seven_b(TrainingMethod::qlora), 12'000'000'000) == Gpus{1});
    CHECK_FALSE(smallest_gang(seven_b(TrainingMethod::full), 2'000'000'000));
}

TEST_CASE("a checkpoint is what is trained, and its optimizer states") {
    CHECK(checkpoint_bytes(seven_b(TrainingMethod::full)) == Approx(98e9));
    CHECK(checkpoint_bytes(seven_b(TrainingMethod::lora)) == Approx(0.49e9));
}

TEST_CASE("the utilisation is the stated one, else the GPU type's by what is trained and on how many") {
    const Utilisation gpu{0.32, 0.3, 0.28, 0.52};
    CHECK(utilisation_of(gpu, seven_b(TrainingMethod::full), Gpus{8}) == 0.32);
    CHECK(utilisation_of(gpu, seven_b(TrainingMethod::pretrain), Gpus{9}) == 0.28);
    CHECK(utilisation_of(gpu, seven_b(TrainingMethod::qlora), Gpus{64}) == 0.3);
    ModelTraining fp8 = seven_b(TrainingMethod::full);
    fp8.precision = Precision::fp8;
    CHECK(utilisation_of(gpu, fp8, Gpus{64}) == 0.52);
    CHECK(utilisation_of(Utilisation{}, fp8, Gpus{64}) == 0.38);
    fp8.mfu = 0.6;
    CHECK(utilisation_of(gpu, fp8, Gpus{64}) == 0.6);
}

TEST_CASE("a training cannot use more of a GPU than its matrix products reach, less what it recomputes") {
    GpuType a100;
    a100.bf16_flops = 312e12;
    a100.measured_flops = 271.2e12;
    ModelTraining full = seven_b(TrainingMethod::full);
    CHECK(most_utilisation(a100, full).value() == Approx(271.2 / 312 * 0.75));
    full.gradient_checkpointing = false;
    CHECK(most_utilisation(a100, full).value() == Approx(271.2 / 312));
    full.precision = Precision::fp8;
    CHECK_FALSE(most_utilisation(a100, full));
    a100.measured_flops.reset();
    CHECK_FALSE(most_utilisation(a100, seven_b(TrainingMethod::full)));
}

TEST_CASE("work on the reference GPU: FLOPs by peak by utilisation") {
    CHECK(reference_work_gpu_s(seven_b(TrainingMethod::full), Gpus{1}) == Approx(4.2e19 / (312e12 * 0.43)));
    CHECK(reference_work_gpu_s(seven_b(TrainingMethod::lora), Gpus{1}) == Approx(2.8e19 / (312e12 * 0.38)));
}
