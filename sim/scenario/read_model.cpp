#include "sim/scenario/read_model.hpp"

#include <fmt/format.h>

#include <set>

namespace trainyard {
namespace {

template <class Enum>
auto read_choice() {
    return [](const Value& value, Context& context) {
        const auto word = read_word(value, context);
        return word ? std::optional{static_cast<Enum>(*word)} : std::nullopt;
    };
}

// Nothing when a key that it needs is missing or wrong.
std::optional<ModelTraining> read_training(const Value& value, Context& context) {
    const Block block{value, context};
    ModelTraining training;
    read(block, "parameters", training.parameters, read_number);
    read(block, "tokens", training.tokens, read_number);
    read(block, "epochs", training.epochs, read_number);
    read(block, "method", training.method, read_choice<TrainingMethod>());
    read(block, "precision", training.precision, read_choice<Precision>());
    read(block, "gradient_checkpointing", training.gradient_checkpointing, read_flag);
    read(block, "optimizer", training.optimizer, read_choice<Optimizer>());
    read(block, "sequence", training.sequence, read_count);
    read(block, "batch", training.batch, read_count);
    read(block, "mfu", training.mfu, read_number);
    return training.parameters > 0 && training.tokens > 0 ? std::optional{training} : std::nullopt;
}

// Speed relative to the reference, from peak and utilisation.
double speed_of(const GpuType& gpu, const ModelTraining& training, Gpus gang) {
    return *gpu.bf16_flops * utilisation_of(gpu.utilisation, training, gang) /
           (reference_flops * utilisation_of(reference_utilisation, training, gang));
}

std::string too_much(const GpuType& gpu, const ModelTraining& training, double most) {
    return fmt::format(
        "{:.3g} % is more than {} has been measured to reach: {:.4g} TFLOPS of {:.4g} are {:.3g} %{}",
        100 * *training.mfu, gpu.name, *gpu.measured_flops / 1e12, *gpu.bf16_flops / 1e12, 100 * most,
        training.gradient_checkpointing ? ", less the recomputing of gradient checkpointing" : "");
}

}  // namespace

void read_model(const Block& job, const Value& model, JobSpec& spec, const std::vector<GpuType>& gpus) {
    Context& context = job.context();
    spec.model = read_training(model, context);
    if (!spec.model) {
        return;
    }
    const ModelTraining& training = *spec.model;
    spec.work_gpu_s = Constant{reference_work_gpu_s(training, spec.gpus)};
    if (!job.has("memory")) {
        spec.memory_bytes = round_half_up(memory_of(training, spec.least_gpus.value_or(spec.gpus)).total());
    }
    if (!spec.checkpoint) {
        spec.checkpoint = Checkpoint{};
    }
    if (!spec.checkpoint->size_bytes && !spec.checkpoint->write_s) {
        spec.checkpoint->size_bytes = Constant{checkpoint_bytes(training)};
    }
    for (std::size_t gpu = 0; gpu < gpus.size(); ++gpu) {
        if (!spec.speed[gpu] && gpus[gpu].bf16_flops) {
            spec.speed[gpu] = speed_of(gpus[gpu], training, spec.gpus);
        }
    }
    if (const Entry* const mfu = model.node->find("mfu"); mfu != nullptr && training.mfu) {
        context.stated_mfus.push_back({mfu->value.place, model.path + ".mfu", training, spec.gpu_types});
    }
}

void check_utilisations(const Scenario& scenario, Context& context) {
    std::set<std::size_t> used;
    for (const Strategy& strategy : scenario.strategies) {
        for (const PoolUse& use : strategy.pools) {
            used.insert(scenario.pool(use.pool).gpu.value);
        }
    }
    for (const StatedMfu& stated : context.stated_mfus) {
        for (const std::size_t gpu : used) {
            const auto most =
                stated.gpu_types[gpu] ? most_utilisation(scenario.gpus[gpu], stated.training) : std::nullopt;
            if (most && *stated.training.mfu > *most) {
                context.report.error(stated.place, stated.path,
                                     too_much(scenario.gpus[gpu], stated.training, *most));
            }
        }
    }
}

}  // namespace trainyard
