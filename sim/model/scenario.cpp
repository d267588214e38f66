#include "sim/model/scenario.hpp"

#include <algorithm>
#include <cstddef>

namespace trainyard {
namespace {

// Unix second 0 was a Thursday, 00:00 UTC.
constexpr std::int64_t unix_hour_of_week = 3 * 24;
constexpr std::int64_t hours_a_week = 7 * 24;

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

double speed_on(const Scenario& scenario, GpuTypeIndex gpu, const JobSpec& job) {
    const bool has_own = gpu.value < job.speed.size() && job.speed[gpu.value].has_value();
    return has_own ? *job.speed[gpu.value] : scenario.gpus[gpu.value].speed;
}

bool admits_gpu_type(const JobSpec& job, GpuTypeIndex gpu) {
    return gpu.value >= job.gpu_types.size() || job.gpu_types[gpu.value];
}

bool large_enough(const Pool& pool, Gpus gang, std::optional<int> count) {
    if (const RigTerms* rigs = pool.rigs()) {
        const int owned = count.value_or(rigs->count);
        const std::int64_t gpus = pool.gpus_per_machine.count * std::int64_t{rigs->multi_rig ? owned : 1};
        return gang.count <= gpus && owned >= 1;
    }
    const RentedTerms& rented = *pool.rented();
    const std::optional<int> quota =
        rented.reservation ? count.value_or(rented.reservation->count) : most_instances(rented);
    return !quota || machines_for(pool, gang) <= *quota;
}

}  // namespace

std::vector<Seconds> price_offsets(const Scenario& scenario, RunSeed seed) {
    std::vector<Seconds> offsets;
    for (std::size_t i = 0; i < scenario.pools.size(); ++i) {
        const RentedTerms* rented = scenario.pools[i].rented();
        if (rented != nullptr && rented->changing_price) {
            offsets.resize(scenario.pools.size(), Seconds{0});
            offsets[i] = offset_of(rented->changing_price->nano_usd, seed);
        }
    }
    return offsets;
}

int hour_of_week(const Scenario& scenario, SimTime time) {
    const std::int64_t since_1970 = floor_divide(scenario.start_unix_s + second_of(time), 3600);
    const std::int64_t hours = since_1970 + unix_hour_of_week;
    return static_cast<int>(hours - floor_divide(hours, hours_a_week) * hours_a_week);
}

Seconds until_attended(const Scenario& scenario, const WeeklyProfile& profile, SimTime time) {
    const int now = hour_of_week(scenario, time);
    const std::int64_t unix_s = scenario.start_unix_s + second_of(time);
    const Seconds into_hour{unix_s - floor_divide(unix_s, 3600) * 3600};
    for (int ahead = 0; ahead < hours_a_week; ++ahead) {
        if (profile.weights[static_cast<std::size_t>((now + ahead) % hours_a_week)] >= 1) {
            return ahead == 0 ? Seconds{0} : ahead * seconds_per_hour - into_hour;
        }
    }
    return Seconds{0};
}

double work_rate(const Scenario& scenario, const Pool& pool, const JobSpec& job, Gpus gang) {
    return gang.count * speed_on(scenario, pool.gpu, job) * pool.scaling.at(gang) * job.efficiency;
}

int machines_for(const Pool& pool, Gpus gang) {
    const int size = pool.gpus_per_machine.count;
    const RigTerms* rigs = pool.rigs();
    const bool one = rigs != nullptr && !rigs->multi_rig;
    return one ? 1 : gang.count / size + (gang.count % size != 0 ? 1 : 0);
}

bool could_run(const Scenario& scenario, const Pool& pool, const JobSpec& job, Gpus gang,
               std::int64_t memory_bytes, std::optional<int> count) {
    return admits_gpu_type(job, pool.gpu) && scenario.gpus[pool.gpu.value].memory_bytes >= memory_bytes &&
           large_enough(pool, gang, count);
}

bool serves(const PoolUse& use, StreamIndex stream, std::uint32_t kind, Gpus gang) {
    return use.serves[stream.value][kind] && (!use.min_gpus || gang.count >= *use.min_gpus) &&
           (!use.max_gpus || gang.count <= *use.max_gpus);
}

std::optional<Gpus> least_served(const PoolUse& use, StreamIndex stream, std::uint32_t kind, Gpus least,
                                 Gpus most) {
    const Gpus gang{std::max(least.count, use.min_gpus.value_or(1))};
    return gang <= most && serves(use, stream, kind, gang) ? std::optional{gang} : std::nullopt;
}

}  // namespace trainyard
