// How a team uses its pools.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/money.hpp"

namespace trainyard {

// One entry of a strategy's `pools`, in order of preference.
struct PoolUse {
    PoolIndex pool;
    Seconds after{0};                       // how long a job must have queued before the pool is open to it
    std::vector<std::vector<bool>> serves;  // by stream, by kind of the stream
    std::optional<int> min_gpus;            // of the gang
    std::optional<int> max_gpus;
    std::optional<int> count;  // rigs and reserved instances: how many, instead of the pool's own count
    bool warm = false;         // its warm machines are open at once; only launches wait for `after`
    // Of entries that decisions add to those of the file: see sim/strategy/entries.hpp.
    enum class Opening { as_said, warm_only, by_guard };
    Opening opening = Opening::as_said;
};

enum class QueueDiscipline { fifo, first_fit, sjf, priority, edf, fair_share, easy, conservative };

// Which of the open pools with room a job takes.
enum class PoolChoice {
    in_order,  // the first in the list
    cheapest,  // the least expected cost to finish, interruptions included
    fastest    // the least expected time to finish
};

// For jobs with deadlines: when they go to the fallback, one of the strategy's pools.
struct DeadlineGuard {
    enum class Kind { safety_net, uniform_progress };
    Kind kind = Kind::safety_net;
    PoolIndex fallback;
};

enum class IntervalRule { job, young, daly, never };
using CheckpointRule = std::variant<IntervalRule, Seconds>;

struct Strategy {
    std::string name;
    std::vector<PoolUse> pools;
    QueueDiscipline queue = QueueDiscipline::fifo;
    CheckpointRule checkpoint = IntervalRule::job;
    bool heed_notice = true;  // on_notice: checkpoint; false: ignore, there is no notice for anybody
    Seconds idle_timeout{0};
    PoolChoice choose = PoolChoice::in_order;
    std::optional<DeadlineGuard> guard = {};
    std::optional<Money> monthly_budget = {};  // of rented machines, a calendar month
};

}  // namespace trainyard
