#include "analysis/explain_job.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

std::string in_gb(double bytes) { return fmt::format("{:.1f} GB", bytes / 1e9); }

std::string flops_lines(const ModelTraining& training) {
    const int factor = training.adapters_only() ? 4 : 6;
    std::string text =
        fmt::format("FLOPs      {} x {:.4g} parameters x {:.4g} tokens x {:.4g} epochs = {:.4g}", factor,
                    training.parameters, training.tokens, training.epochs, useful_flops(training));
    text += training.adapters_only() ? "; frozen weights need no gradient: 4ND instead of 6ND\n" : "\n";
    if (training.gradient_checkpointing) {
        text += fmt::format(
            "           with a second forward pass (gradient checkpointing) the GPU does {:.4g}\n",
            executed_flops(training));
    }
    return text;
}

std::string memory_lines(const ModelTraining& training, Gpus gang) {
    const MemoryParts parts = memory_of(training, gang);
    const ModelShape shape = shape_of(training);
    std::string text = fmt::format("memory     of each of {} GPU{}: {}\n", gang.count,
                                   gang.count == 1 ? "" : "s", in_gb(parts.total()));
    const std::array<std::pair<const char*, double>, 7> lines{{{"weights", parts.weights},
                                                               {"gradients", parts.gradients},
                                                               {"optimizer states", parts.optimizer},
                                                               {"layers gathered", parts.gathered},
                                                               {"activations", parts.activations},
                                                               {"logits", parts.logits},
                                                               {"context and buffers", parts.reserve}}};
    for (const auto& [what, bytes] : lines) {
        text += fmt::format("             {:<20} {:>10}\n", what, in_gb(bytes));
    }
    return text +
           fmt::format("           taken to have {:.0f} layers of width {:.0f}; {} x {} tokens at once\n",
                       shape.layers, shape.width, training.batch, training.sequence);
}

std::string work_line(const JobSpec& job) {
    const ModelTraining& training = *job.model;
    const double utilisation = utilisation_of(reference_utilisation, training, job.gpus);
    return fmt::format(
        "work       {:.4g} FLOPs / ({:.4g} TFLOPS x {:.3g} % MFU of the reference GPU) = {} GPU-h\n",
        useful_flops(training), reference_flops / 1e12, 100 * utilisation,
        with_separators(reference_work_gpu_s(training, job.gpus) / 3600, 1));
}

std::string gpu_line(const GpuType& gpu, const JobSpec& job) {
    const ModelTraining& training = *job.model;
    const auto smallest = smallest_gang(training, gpu.memory_bytes);
    const std::string fits = smallest ? fmt::format("{}", smallest->count) : "none";
    const std::string head =
        fmt::format("  {:<14} {:>8} {:>13}", gpu.name, in_gb(static_cast<double>(gpu.memory_bytes)), fits);
    if (!gpu.bf16_flops) {
        return head + fmt::format("       no `bf16`: its speed of {:.3g}\n", gpu.speed);
    }
    const double utilisation = utilisation_of(gpu.utilisation, training, job.gpus);
    const double gpu_h = useful_flops(training) / (*gpu.bf16_flops * utilisation) / 3600;
    const auto most = most_utilisation(gpu, training);
    return head + fmt::format(" {:>7.4g} TFLOPS {:>5.3g} % {:>9} {:>12} {:>10}\n", *gpu.bf16_flops / 1e12,
                              100 * utilisation, most ? fmt::format("{:.3g} %", 100 * *most) : "?",
                              with_separators(gpu_h, 1), with_separators(gpu_h / job.gpus.count, 1));
}

std::string gpu_table(const Scenario& scenario, const JobSpec& job) {
    std::string text =
        fmt::format("  {:<14} {:>8} {:>13} {:>14} {:>7} {:>9} {:>12} {:>10}\n", "GPU type", "memory",
                    "smallest gang", "bf16 peak", "MFU", "MFU <", "GPU-hours", "hours");
    for (std::size_t gpu = 0; gpu < scenario.gpus.size(); ++gpu) {
        text += job.gpu_types[gpu] ? gpu_line(scenario.gpus[gpu], job) : "";
    }
    return text;
}

// Hours in the pools that some strategy uses, with their loss of scaling and the job's own figures.
std::string pool_lines(const Scenario& scenario, const JobSpec& job) {
    std::set<std::uint32_t> used;
    for (const Strategy& strategy : scenario.strategies) {
        for (const PoolUse& use : strategy.pools) {
            used.insert(use.pool.value);
        }
    }
    const double work_gpu_s = mean(job.work_gpu_s);
    std::string text;
    for (const std::uint32_t index : used) {
        const Pool& pool = scenario.pools[index];
        if (!could_run(scenario, pool, job, job.gpus, job.memory_bytes, std::nullopt)) {
            text += fmt::format("  {:<28} cannot run it\n", printable(pool.name));
            continue;
        }
        text += fmt::format("  {:<28} {:>10} h, {:.3g} % of the gang's GPUs by its scaling\n",
                            printable(pool.name),
                            with_separators(work_gpu_s / work_rate(scenario, pool, job, job.gpus) / 3600, 2),
                            100 * pool.scaling.at(job.gpus));
    }
    return text;
}

}  // namespace

std::string explain_job(const Scenario& scenario, const Stream& stream) {
    const JobSpec& job = stream.kinds.front();
    std::string text = fmt::format("{}: a gang of {} GPU{}\n", printable(stream.name), job.gpus.count,
                                   job.gpus.count == 1 ? "" : "s");
    text += flops_lines(*job.model) + memory_lines(*job.model, job.least_gpus.value_or(job.gpus));
    text += fmt::format("checkpoint {}: what is trained, and its optimizer states\n",
                        in_gb(checkpoint_bytes(*job.model)));
    text += work_line(job) + "\n" + gpu_table(scenario, job);
    text +=
        "\nGPU-hours are FLOPs / (peak x MFU); `MFU <` is what the GPU has been measured to reach, less "
        "recomputing.\n";
    return text + "\nIn the pools of the strategies:\n" + pool_lines(scenario, job);
}

}  // namespace trainyard
