// Jobs that no pool of a strategy can ever run.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "sim/scenario/node.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/units.hpp"

namespace trainyard {

namespace {

// A size of job that a stream may submit.
struct Demand {
    StreamIndex stream;
    std::uint32_t kind = 0;
    Gpus gang;
    std::int64_t memory_bytes = 0;
    Gpus least;  // of a moldable gang; else the same

    friend auto operator<=>(const Demand&, const Demand&) = default;
};

std::set<Demand> demands_of(const Stream& stream, StreamIndex index) {
    std::set<Demand> demands;
    if (const auto* trace = std::get_if<TraceArrivals>(&stream.arrivals)) {
        for (const JobSize& size : *trace->sizes) {
            const std::int64_t memory = size.memory_bytes.value_or(stream.kinds[size.kind].memory_bytes);
            demands.insert(Demand{index, size.kind, size.gpus, memory, size.gpus});
        }
    } else {
        const JobSpec& job = stream.kinds[0];
        demands.insert(Demand{index, 0, job.gpus, job.memory_bytes, job.least_gpus.value_or(job.gpus)});
    }
    return demands;
}

std::string counted(Gpus gpus) { return fmt::format("{} GPU{}", gpus.count, gpus.count == 1 ? "" : "s"); }

// Why a pool cannot run a job, in a few words. Asked only when it cannot.
std::string reason(const Scenario& scenario, const PoolUse& use, const Demand& demand) {
    const Pool& pool = scenario.pool(use.pool);
    const JobSpec& job = scenario.stream(demand.stream).kinds[demand.kind];
    const GpuType& gpu = scenario.gpus[pool.gpu.value];
    if (!least_served(use, demand.stream, demand.kind, demand.least, demand.gang)) {
        return "does not serve it";
    }
    if (!job.gpu_types[pool.gpu.value]) {
        return fmt::format("{} is not in its gpu_types", gpu.name);
    }
    if (gpu.memory_bytes < demand.memory_bytes) {
        return fmt::format("{} has {}", gpu.name,
                           written(Quantity::bytes, static_cast<double>(gpu.memory_bytes)));
    }
    if (pool.rigs() != nullptr) {
        const int count = use.count.value_or(pool.rigs()->count);
        if (count > 1 && pool.rigs()->multi_rig) {
            return fmt::format("its {} rigs have {}", count,
                               counted(Gpus{pool.gpus_per_machine.count * count}));
        }
        return count == 0 ? std::string{"there are none"}
                          : fmt::format("a rig has {}", counted(pool.gpus_per_machine));
    }
    const auto& reservation = pool.rented()->reservation;
    const int most =
        reservation ? use.count.value_or(reservation->count) : most_instances(*pool.rented()).value_or(0);
    return fmt::format("at most {} instance{} of {}", most, most == 1 ? "" : "s",
                       counted(pool.gpus_per_machine));
}

std::string message(const Scenario& scenario, const Strategy& strategy, const Demand& demand) {
    const Stream& stream = scenario.stream(demand.stream);
    const std::string memory =
        demand.memory_bytes > 0
            ? fmt::format(" of {}", written(Quantity::bytes, static_cast<double>(demand.memory_bytes)))
            : std::string{};
    std::vector<std::string> reasons;
    for (const PoolUse& use : strategy.pools) {
        reasons.push_back(fmt::format("{}: {}", scenario.pool(use.pool).name, reason(scenario, use, demand)));
    }
    return fmt::format("no pool can ever run a `{}` job of stream `{}` ({} GPU{}{}): {}",
                       shortened(stream.kinds[demand.kind].kind), shortened(stream.name), demand.least.count,
                       demand.least.count == 1 ? "" : "s", memory, fmt::join(reasons, "; "));
}

bool is_served(const Scenario& scenario, const Strategy& strategy, const Demand& demand) {
    const JobSpec& job = scenario.stream(demand.stream).kinds[demand.kind];
    return std::any_of(strategy.pools.begin(), strategy.pools.end(), [&](const PoolUse& use) {
        const auto gang = least_served(use, demand.stream, demand.kind, demand.least, demand.gang);
        return gang &&
               could_run(scenario, scenario.pool(use.pool), job, *gang, demand.memory_bytes, use.count);
    });
}

}  // namespace

std::vector<Diagnostic> infeasibilities(const Loaded& loaded, const std::vector<std::string>& strategies) {
    std::vector<Diagnostic> problems;
    if (!loaded.scenario) {
        return problems;
    }
    const Scenario& scenario = *loaded.scenario;
    std::set<Demand> demands;
    for (std::size_t i = 0; i < scenario.streams.size(); ++i) {
        demands.merge(demands_of(scenario.streams[i], StreamIndex{i}));
    }
    for (std::size_t i = 0; i < scenario.strategies.size(); ++i) {
        const Strategy& strategy = scenario.strategies[i];
        const bool asked = strategies.empty() ||
                           std::find(strategies.begin(), strategies.end(), strategy.name) != strategies.end();
        for (const Demand& demand : demands) {
            if (asked && !is_served(scenario, strategy, demand)) {
                problems.push_back(loaded.pools_places[i]);
                problems.back().message = message(scenario, strategy, demand);
            }
        }
    }
    return problems;
}

}  // namespace trainyard
