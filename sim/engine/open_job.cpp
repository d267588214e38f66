#include "sim/engine/open_job.hpp"

#include <algorithm>

#include "sim/core/portable_math.hpp"

namespace trainyard {

namespace {

// One entity a job out of a stream's hash and a place (the finalizer of SplitMix64).
std::uint64_t mix(std::uint64_t name, std::uint64_t place) {
    std::uint64_t z = name + 0x9e3779b97f4a7c15ULL * (place + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

Seconds transfer(double bytes, const Pool& pool, int machines) {
    return whole_seconds(bytes / (pool.storage_bytes_per_s * (pool.shared_storage ? 1 : machines)));
}

}  // namespace

JobMaker::JobMaker(const Scenario& scenario, RunSeed seed, std::vector<std::string>& teams)
    : scenario_{scenario}, seed_{seed}, teams_{teams} {
    for (const Stream& stream : scenario.streams) {
        StreamFacts& facts = streams_.emplace_back();
        facts.name = hash_name(stream.name);
        facts.team = team_of(stream.team);
        const auto* trace = std::get_if<TraceArrivals>(&stream.arrivals);
        for (const JobSpec& kind : stream.kinds) {
            facts.estimates_gpu_s.push_back(trace != nullptr ? trace->mean_work_gpu_s
                                                             : mean(kind.work_gpu_s));
        }
    }
}

std::uint32_t JobMaker::team_of(const std::string& name) const {
    const auto found = std::find(teams_.begin(), teams_.end(), name);
    if (found == teams_.end()) {
        teams_.push_back(name);
        return static_cast<std::uint32_t>(teams_.size() - 1);
    }
    return static_cast<std::uint32_t>(found - teams_.begin());
}

OpenJob JobMaker::make(const Arrival& arrival) const {
    const Stream& stream = scenario_.stream(arrival.stream);
    const StreamFacts& facts = streams_[arrival.stream.value];
    const auto* trace = std::get_if<TraceArrivals>(&stream.arrivals);
    const TraceJob* row = trace != nullptr ? &(*trace->jobs)[arrival.place] : nullptr;

    OpenJob job;
    job.stream = arrival.stream;
    job.place = arrival.place;
    job.luck = mix(facts.name, arrival.place);
    const std::uint32_t kind = row != nullptr ? row->kind : 0;
    job.spec = &stream.kinds[kind];
    job.memory_bytes =
        row != nullptr ? row->memory_bytes.value_or(job.spec->memory_bytes) : job.spec->memory_bytes;
    job.team = row != nullptr && row->team ? team_of(*row->team) : facts.team;
    job.request.gpus = row != nullptr ? row->gpus : job.spec->gpus;
    job.request.least_gpus = row != nullptr ? row->gpus : job.spec->least_gpus.value_or(job.spec->gpus);
    job.traced_checkpoint_bytes = row != nullptr ? row->checkpoint_bytes : std::nullopt;
    job.pilot_pending = job.spec->pilot.has_value();
    job.request.priority = row != nullptr ? row->priority.value_or(stream.priority) : stream.priority;
    job.request.estimate_gpu_s = facts.estimates_gpu_s[kind];
    job.request.queued_since = arrival.submit;
    const auto deadline = row != nullptr && row->deadline ? row->deadline : stream.deadline;
    if (deadline) {
        job.request.deadline = arrival.submit + *deadline;
    }
    job.truth = draw(job, facts.name, row != nullptr ? row->work_gpu_s : 0,
                     row != nullptr ? row->checkpoint_bytes : std::nullopt);
    return job;
}

double JobMaker::piloted_estimate(const OpenJob& job) const {
    RandomStream random{seed_, Purpose::pilot, name_of(job.stream), job.place};
    const double relative = 1 + job.spec->pilot->error * normal_quantile(random.uniform());
    return job.truth.work_gpu_s * std::max(relative, job.spec->pilot->share);
}

Seconds JobMaker::once(Purpose purpose, const Distribution& distribution, std::uint64_t name,
                       std::uint64_t place) const {
    RandomStream random{seed_, purpose, name, place};
    return whole_seconds(sample(distribution, random));
}

JobTruth JobMaker::draw(const OpenJob& job, std::uint64_t name, double traced_work_gpu_s,
                        std::optional<std::int64_t> checkpoint_bytes) const {
    const JobSpec& spec = *job.spec;
    JobTruth truth;
    truth.work_gpu_s = traced_work_gpu_s;
    if (traced_work_gpu_s <= 0) {
        RandomStream random{seed_, Purpose::work, name, job.place};
        truth.work_gpu_s = sample(spec.work_gpu_s, random);
    }
    if (spec.egress_bytes) {
        RandomStream random{seed_, Purpose::egress, name, job.place};
        truth.egress_bytes = round_half_up(sample(*spec.egress_bytes, random));
    }
    truth.setup = once(Purpose::setup, spec.setup_s, name, job.place);
    if (!spec.checkpoint && !checkpoint_bytes) {
        return truth;
    }
    static const Checkpoint only_traced{};
    const Checkpoint& stated = spec.checkpoint ? *spec.checkpoint : only_traced;
    CheckpointTruth drawn;
    drawn.async = stated.async;
    if (checkpoint_bytes) {
        drawn.size_bytes = static_cast<double>(*checkpoint_bytes);
    } else if (stated.size_bytes) {
        RandomStream random{seed_, Purpose::checkpoint_size, name, job.place};
        drawn.size_bytes = sample(*stated.size_bytes, random);
    }
    if (stated.write_s) {
        drawn.write = once(Purpose::write, *stated.write_s, name, job.place);
    }
    if (stated.restore_s) {
        drawn.restore = once(Purpose::restore, *stated.restore_s, name, job.place);
    }
    if (stated.every_s) {
        drawn.every = std::max(once(Purpose::checkpoint_every, *stated.every_s, name, job.place), Seconds{1});
    }
    truth.checkpoint = drawn;
    return truth;
}

Seconds write_time(const CheckpointTruth& checkpoint, const Pool& pool, int machines) {
    return checkpoint.write ? *checkpoint.write : transfer(checkpoint.size_bytes, pool, machines);
}

Seconds restore_time(const CheckpointTruth& checkpoint, const Pool& pool, int machines) {
    return checkpoint.restore ? *checkpoint.restore : transfer(checkpoint.size_bytes, pool, machines);
}

}  // namespace trainyard
