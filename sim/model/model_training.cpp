#include "sim/model/model_training.hpp"

#include <cmath>

namespace trainyard {
namespace {

constexpr int gpus_of_a_machine = 8;
constexpr double adapter_share = 0.005;    // of the parameters: rank 16 on all linear layers
constexpr double bytes_16_bit = 2;         // weights and gradients
constexpr double bytes_4_bit = 4.127 / 8;  // NF4 with doubly quantised constants
constexpr double bytes_adamw = 12;         // fp32 master weight and two moments
constexpr double bytes_adamw_8bit = 2;     // two moments of 8 bits; the weights have no fp32 master
constexpr double width_per_layer = 128;
constexpr double bytes_per_layer_activation = 34;  // per token and width, attention fused
constexpr double bytes_per_layer_input = 2;
constexpr double vocabulary = 128'000;
constexpr double bytes_per_logit = 6;  // 16 bit, and 32 in the loss
constexpr double reserve_bytes = 1.5e9;

double trained(const ModelTraining& training) {
    return training.parameters * (training.adapters_only() ? adapter_share : 1);
}

double optimizer_bytes(const ModelTraining& training) {
    return training.optimizer == Optimizer::adamw ? bytes_adamw : bytes_adamw_8bit;
}

double weight_bytes(const ModelTraining& training) {
    const double frozen = training.method == TrainingMethod::qlora ? bytes_4_bit : bytes_16_bit;
    return training.adapters_only() ? training.parameters * frozen + trained(training) * bytes_16_bit
                                    : training.parameters * bytes_16_bit;
}

}  // namespace

double utilisation_of(const Utilisation& gpu, const ModelTraining& training, Gpus gang) {
    if (training.mfu) {
        return *training.mfu;
    }
    if (training.precision == Precision::fp8 && gpu.fp8) {
        return *gpu.fp8;
    }
    if (training.adapters_only()) {
        return gpu.lora.value_or(gpu.full);
    }
    return gang.count > gpus_of_a_machine ? gpu.many.value_or(gpu.full) : gpu.full;
}

double useful_flops(const ModelTraining& training) {
    return (training.adapters_only() ? 4 : 6) * training.parameters * training.tokens * training.epochs;
}

double executed_flops(const ModelTraining& training) {
    const double forward = 2 * training.parameters * training.tokens * training.epochs;
    return useful_flops(training) + (training.gradient_checkpointing ? forward : 0);
}

ModelShape shape_of(const ModelTraining& training) {
    const double width = std::cbrt(training.parameters * width_per_layer / 12);
    return {width / width_per_layer, width};
}

MemoryParts memory_of(const ModelTraining& training, Gpus gang) {
    const double gpus = gang.count;
    const double tokens = static_cast<double>(training.sequence) * training.batch;
    const ModelShape shape = shape_of(training);
    const double a_layer = tokens * shape.width * bytes_per_layer_activation;
    MemoryParts parts;
    parts.weights = weight_bytes(training) / gpus;
    parts.gradients = trained(training) * bytes_16_bit / gpus;
    parts.optimizer = trained(training) * optimizer_bytes(training) / gpus;
    parts.gathered = gang.count > 1 ? 2 * training.parameters * bytes_16_bit / shape.layers : 0;
    parts.activations = training.gradient_checkpointing
                            ? shape.layers * tokens * shape.width * bytes_per_layer_input + a_layer
                            : shape.layers * a_layer;
    parts.logits = tokens * vocabulary * bytes_per_logit;
    parts.reserve = reserve_bytes;
    return parts;
}

std::optional<Gpus> smallest_gang(const ModelTraining& training, std::int64_t memory_bytes) {
    for (int gpus = 1; gpus <= 4096; gpus *= 2) {
        if (memory_of(training, Gpus{gpus}).total() <= static_cast<double>(memory_bytes)) {
            return Gpus{gpus};
        }
    }
    return std::nullopt;
}

double checkpoint_bytes(const ModelTraining& training) {
    return trained(training) * (bytes_16_bit + optimizer_bytes(training));
}

double reference_work_gpu_s(const ModelTraining& training, Gpus gang) {
    return useful_flops(training) / (reference_flops * utilisation_of(reference_utilisation, training, gang));
}

}  // namespace trainyard
