// Which part of a study a process runs: of `count` shards that share its runs out the one `index`.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "analysis/cluster/refusal.hpp"

namespace trainyard {

inline constexpr std::size_t most_shards = 100'000;

struct Shard {
    std::size_t index = 0;  // from 0
    std::size_t count = 1;

    // Every count-th run, so that slow points of a sweep are spread over the shards.
    bool has(std::size_t run) const { return run % count == index; }
    friend bool operator==(const Shard&, const Shard&) = default;
};

// The value of a variable of the environment; absent when it is not set.
using EnvironmentLookup = std::function<std::optional<std::string>(const char* name)>;
std::optional<std::string> environment_variable(const char* name);

// "2/8", or "auto", or "auto/8". With auto the index comes from the first of these that is set:
//   SLURM_ARRAY_TASK_ID        Slurm, arrays from 0
//   JOB_COMPLETION_INDEX       Kubernetes, indexed jobs
//   AWS_BATCH_JOB_ARRAY_INDEX  AWS Batch, array jobs
//   SGE_TASK_ID                Grid Engine, array jobs from 1
// and the count from the text, else from TRAINYARD_SHARDS, else from the scheduler: but only where
// its array is evidently the whole, for one of some shards that are run once more is smaller.
std::variant<Shard, Refusal> parse_shard(std::string_view text,
                                         const EnvironmentLookup& environment = environment_variable);

}  // namespace trainyard
