// A job said as the training of a model: its FLOPs, memory, checkpoint and utilisation. Pure arithmetic;
// formulas, constants and their sources stand in docs/model.md.
#pragma once

#include <cstdint>
#include <optional>

#include "sim/core/ids.hpp"

namespace trainyard {

enum class TrainingMethod { lora, qlora, full, pretrain };
enum class Precision { bf16, fp16, fp8 };
enum class Optimizer { adamw, adamw_8bit };

struct ModelTraining {
    double parameters = 0;  // > 0
    double tokens = 0;      // an epoch, > 0
    double epochs = 1;
    TrainingMethod method = TrainingMethod::full;
    Precision precision = Precision::bf16;
    bool gradient_checkpointing = true;
    Optimizer optimizer = Optimizer::adamw;
    int sequence = 2048;        // tokens
    int batch = 1;              // sequences that a GPU works on at once
    std::optional<double> mfu;  // (0, 1); absent: the GPU type's

    bool adapters_only() const { return method == TrainingMethod::lora || method == TrainingMethod::qlora; }
};

// Model FLOPs utilisation of a GPU type, by what is trained: useful FLOPs ÷ time ÷ dense bf16 peak.
struct Utilisation {
    double full = 0.38;          // all weights
    std::optional<double> lora;  // adapters; absent: as `full`
    std::optional<double> many;  // all weights, on more than 8 GPUs; absent: as `full`
    std::optional<double> fp8;   // in fp8; absent: as in bf16
};

// What the reference GPU (a100-80gb) is, for work in its GPU-hours.
inline constexpr double reference_flops = 312e12;
inline constexpr Utilisation reference_utilisation{0.43, 0.38, std::nullopt, std::nullopt};

double utilisation_of(const Utilisation& gpu, const ModelTraining& training, Gpus gang);

// 6ND, or 4ND where the weights are frozen and need no gradient. N parameters, D tokens.
double useful_flops(const ModelTraining& training);
// With the second forward pass of gradient checkpointing, 2ND: what the GPU really does.
double executed_flops(const ModelTraining& training);

// Shape of a transformer of so many parameters, N = 12 layers width^2 at width = 128 layers.
struct ModelShape {
    double layers = 0;
    double width = 0;
};
ModelShape shape_of(const ModelTraining& training);

// Bytes on each GPU of a gang; states are sharded over it as FSDP does, activations are each GPU's own.
struct MemoryParts {
    double weights = 0;
    double gradients = 0;
    double optimizer = 0;
    double gathered = 0;  // the layer that is being computed and the next, unsharded; 0 on one GPU
    double activations = 0;
    double logits = 0;
    double reserve = 0;  // CUDA context, communication buffers, fragmentation

    double total() const {
        return weights + gradients + optimizer + gathered + activations + logits + reserve;
    }
};
MemoryParts memory_of(const ModelTraining& training, Gpus gang);

// The smallest gang of 1, 2, 4, … 4096 GPUs whose GPUs hold it; absent: none does.
std::optional<Gpus> smallest_gang(const ModelTraining& training, std::int64_t memory_bytes);

// What has to be written to go on later: weights that are trained and their optimizer states.
double checkpoint_bytes(const ModelTraining& training);

// GPU-seconds on the reference GPU, at the reference's utilisation or the stated one.
double reference_work_gpu_s(const ModelTraining& training, Gpus gang);

}  // namespace trainyard
