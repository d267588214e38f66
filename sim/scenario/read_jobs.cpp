// GPU types and job kinds.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/merge.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/read_model.hpp"
#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

constexpr std::string_view job_row = "jobs.*";

std::optional<std::int64_t> read_bytes(const Value& value, Context& context) {
    return read_scaled(value, 0, context);
}

std::optional<Utilisation> read_utilisation(const Value& value, Context& context) {
    const Block block{value, context};
    Utilisation utilisation;
    read(block, "full", utilisation.full, read_number);
    read(block, "lora", utilisation.lora, read_number);
    read(block, "many", utilisation.many, read_number);
    read(block, "fp8", utilisation.fp8, read_number);
    return utilisation;
}

GpuType read_gpu(const Value& value, const std::string& name, Context& context) {
    const Block block{value, context};
    GpuType gpu;
    gpu.name = name;
    read(block, "memory", gpu.memory_bytes, read_bytes);
    read(block, "speed", gpu.speed, read_number);
    read(block, "watts", gpu.watts, read_number);
    read(block, "bf16", gpu.bf16_flops, read_number);
    read(block, "measured", gpu.measured_flops, read_number);
    read(block, "mfu", gpu.utilisation, read_utilisation);
    return gpu;
}

void read_speeds(const Value& value, JobSpec& job, Context& context) {
    const Block block{value, context};
    for (const auto& [entry, speed] : block.entries()) {
        const auto gpu = find_name(speed, "GPU type", entry->key, entry->place, context);
        const auto number = read_number(speed, context);
        if (gpu && number) {
            job.speed[*gpu] = *number;
        }
    }
}

void read_gpu_types(const Value& value, JobSpec& job, Context& context) {
    std::fill(job.gpu_types.begin(), job.gpu_types.end(), false);
    for (const Value& item : items_of(value, context)) {
        if (const auto gpu = read_reference(item, context)) {
            job.gpu_types[*gpu] = true;
        }
    }
    if (value.is_list() && value.node->items.empty()) {
        complain(context, value, "the list is empty: the job could run nowhere");
    }
}

// `sized`: something else says how large it is.
std::optional<Checkpoint> read_checkpoint(const Value& value, bool sized, Context& context) {
    const Block block{value, context};
    Checkpoint checkpoint;
    read(block, "size", checkpoint.size_bytes, read_distribution);
    read(block, "every", checkpoint.every_s, read_distribution);
    read(block, "write", checkpoint.write_s, read_distribution);
    read(block, "restore", checkpoint.restore_s, read_distribution);
    read(block, "async", checkpoint.async, read_flag);
    if (block.readable() && !sized && !block.has("size") && !(block.has("write") && block.has("restore"))) {
        complain_at_key(context, value, "missing key `size` (or both `write` and `restore`)");
        return std::nullopt;
    }
    return checkpoint;
}

std::optional<Failure> read_failure(const Value& value, Context& context) {
    const Block block{value, context};
    Failure failure;
    read(block, "probability", failure.probability, read_number);
    read(block, "retries", failure.retries, read_count);
    std::size_t from = 0;
    read(block, "from", from, read_word);
    failure.from_scratch = from == 1;
    return failure;
}

// A number, or `{min, max}` of a moldable gang.
void read_gang(const Value& value, JobSpec& job, Context& context) {
    if (!value.is_mapping()) {
        job.gpus.count = read_count(value, context).value_or(job.gpus.count);
        return;
    }
    const Block block{value, context};
    std::optional<int> least;
    std::optional<int> most;
    read(block, "min", least, read_count);
    read(block, "max", most, read_count);
    if (least && most && *least > *most) {
        complain(context, *block.find("min"), "is more than `max`");
    } else if (least && most) {
        job.gpus = Gpus{*most};
        job.least_gpus = Gpus{*least};
    }
}

std::optional<Pilot> read_pilot(const Value& value, Context& context) {
    const Block block{value, context};
    Pilot pilot;
    std::optional<double> share;
    read(block, "share", share, read_number);
    read(block, "error", pilot.error, read_number);
    pilot.share = share.value_or(0);
    return share ? std::optional{pilot} : std::nullopt;
}

std::optional<Linger> read_linger(const Value& value, Context& context) {
    if (!value.is_mapping() || value.node->find("until") == nullptr) {
        const auto distribution = read_distribution(value, context);
        return distribution ? std::optional{Linger{*distribution}} : std::nullopt;
    }
    const Block block{value, context};
    const Value until = *block.find("until");
    const auto profile = read_profile(until, context);
    if (!profile) {
        return std::nullopt;
    }
    if (std::none_of(profile->weights.begin(), profile->weights.end(), [](double w) { return w >= 1; })) {
        complain(context, until, "no hour has a weight of at least 1: the machines would be held forever");
        return std::nullopt;
    }
    return Linger{LingerUntil{*profile}};
}

// `duration` as work on the reference GPU: time x GPUs x speed there x efficiency.
std::optional<Distribution> work_of_duration(const Value& value, const JobSpec& job,
                                             const std::vector<GpuType>& gpus, Context& context) {
    const Block block{value, context};
    std::optional<std::size_t> gpu;
    std::optional<Distribution> time;
    read(block, "gpu", gpu, read_reference);
    read(block, "time", time, read_distribution);
    if (!gpu || !time) {
        return std::nullopt;
    }
    const double speed = job.speed[*gpu].value_or(gpus[*gpu].speed);
    return scaled(*time, job.gpus.count * speed * job.efficiency);
}

JobSpec blank_job(std::size_t gpu_types, std::string kind) {
    JobSpec job;
    job.kind = std::move(kind);
    job.speed.resize(gpu_types);
    job.gpu_types.assign(gpu_types, true);
    return job;
}

// A mapping without `like`.
ReadJob read_job(const Value& value, const std::string& kind, const std::vector<GpuType>& gpus,
                 Context& context) {
    const Block block{value, context};
    ReadJob job{blank_job(gpus.size(), kind),
                block.has("work") || block.has("duration") || block.has("model")};
    JobSpec& spec = job.spec;
    if (const auto gpus_of_gang = block.find("gpus")) {
        read_gang(*gpus_of_gang, spec, context);
    }
    read(block, "memory", spec.memory_bytes, read_bytes);
    read(block, "efficiency", spec.efficiency, read_number);
    if (const auto speed = block.find("speed")) {
        read_speeds(*speed, spec, context);
    }
    if (const auto types = block.find("gpu_types")) {
        read_gpu_types(*types, spec, context);
    }
    read(block, "work", spec.work_gpu_s, read_distribution);
    if (const auto duration = block.find("duration")) {
        const auto work = work_of_duration(*duration, spec, gpus, context);
        spec.work_gpu_s = work.value_or(spec.work_gpu_s);
    }
    read(block, "load", spec.load_s, read_distribution);
    read(block, "setup", spec.setup_s, read_distribution);
    read(block, "linger", spec.linger, read_linger);
    const auto model = block.find("model");
    read(block, "checkpoint", spec.checkpoint, [&model](const Value& checkpoint, Context& where) {
        return read_checkpoint(checkpoint, model.has_value(), where);
    });
    if (model) {
        read_model(block, *model, spec, gpus);
    }
    read(block, "failure", spec.failure, read_failure);
    read(block, "egress", spec.egress_bytes, read_distribution);
    read(block, "pilot", spec.pilot, read_pilot);
    return job;
}

struct Resolved {
    Node node;
    bool complete = true;  // every `like` was found
};

// The mapping with everything that `like` brings in, and without `like`; `seen`: the kinds on the way.
Resolved without_likes(Node node, const Node* kinds, std::set<std::string> seen, const std::string& path,
                       Context& context) {
    constexpr std::size_t most_likes = 20;
    for (const Entry* like = node.find("like"); like != nullptr; like = node.find("like")) {
        const Key* row = find_key(job_row, "like");
        const Node name = like->value;
        const Value value{&name, like->place, path + ".like", row, row->quantity, {}};
        std::erase_if(node.entries, [](const Entry& entry) { return entry.key == "like"; });
        const auto position = read_reference(value, context);
        if (!position) {
            return {std::move(node), false};
        }
        if (!seen.insert(name.text).second) {
            complain(context, value, fmt::format("`{}` is like itself in the end", shortened(name.text)));
            return {std::move(node), false};
        }
        if (seen.size() > most_likes) {
            complain(context, value, fmt::format("more than {} kinds are like one another", most_likes));
            return {std::move(node), false};
        }
        const Node& base = kinds->entries[*position].value;
        if (base.is_mapping()) {
            merge_fields(node, base, job_row);
        }
    }
    return {std::move(node), true};
}

// What the mapping says; without `work` if what it is like does not exist.
ReadJob read_resolved(const Value& value, const Resolved& resolved, const std::string& kind,
                      const std::vector<GpuType>& gpus, Context& context) {
    Value whole = value;
    whole.node = &resolved.node;
    ReadJob job = read_job(whole, kind, gpus, context);
    job.has_work = job.has_work || !resolved.complete;
    return job;
}

const Node* kinds_node(const Block& scenario) {
    const auto jobs = scenario.find("jobs");
    return jobs && jobs->is_mapping() ? jobs->node : nullptr;
}

}  // namespace

std::vector<GpuType> read_gpus(const Block& scenario) {
    std::vector<GpuType> gpus;
    if (const auto section = scenario.find("gpus")) {
        const Block block{*section, scenario.context()};
        for (const auto& [entry, value] : block.entries()) {
            gpus.push_back(read_gpu(value, entry->key, scenario.context()));
        }
    }
    return gpus;
}

JobKinds read_job_kinds(const Block& scenario, const std::vector<GpuType>& gpus) {
    JobKinds kinds;
    const auto section = scenario.find("jobs");
    if (!section) {
        return kinds;
    }
    Context& context = scenario.context();
    const Block block{*section, context};
    for (const auto& [entry, value] : block.entries()) {
        const Resolved resolved =
            value.is_mapping() ? without_likes(*value.node, section->node, {entry->key}, value.path, context)
                               : Resolved{*value.node};
        kinds.emplace(entry->key, read_resolved(value, resolved, entry->key, gpus, context));
    }
    return kinds;
}

ReadJob read_stream_job(const Value& job, const Block& scenario, const JobKinds& kinds,
                        const std::vector<GpuType>& gpus, const std::string& stream) {
    Context& context = scenario.context();
    if (!job.is_mapping()) {
        const auto known = read_reference(job, context);
        const auto kind = known ? kinds.find(job.node->text) : kinds.end();
        return kind != kinds.end() ? kind->second : ReadJob{blank_job(gpus.size(), stream), true};
    }
    const Entry* like = job.node->find("like");
    const std::string kind = like != nullptr && like->value.is_scalar() ? like->value.text : stream;
    const Resolved resolved = without_likes(*job.node, kinds_node(scenario), {}, job.path, context);
    return read_resolved(job, resolved, kind, gpus, context);
}

}  // namespace trainyard
