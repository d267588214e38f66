// How a team uses its pools.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/core/ids.hpp"

namespace trainyard {

// One entry of a strategy's `pools`, in order of preference.
struct PoolUse {
    PoolIndex pool;
    Seconds after{0};                       // how long a job must have queued before the pool is open to it
    std::vector<std::vector<bool>> serves;  // by stream, by kind of the stream
    std::optional<int> min_gpus;            // of the gang
    std::optional<int> max_gpus;
    std::optional<int> count;  // rigs and reserved instances: how many, instead of the pool's own count
};

enum class QueueDiscipline { fifo, first_fit, sjf, priority, edf };

enum class IntervalRule { job, young, daly, never };
using CheckpointRule = std::variant<IntervalRule, Seconds>;

struct Strategy {
    std::string name;
    std::vector<PoolUse> pools;
    QueueDiscipline queue = QueueDiscipline::fifo;
    CheckpointRule checkpoint = IntervalRule::job;
    bool heed_notice = true;  // on_notice: checkpoint; false: ignore, there is no notice for anybody
    Seconds idle_timeout{0};
};

}  // namespace trainyard
