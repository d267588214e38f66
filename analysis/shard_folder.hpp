// A shard's part in a folder of results that many processes, on many machines, write to at once: each
// attempt at a shard has a file of its own, so one that ran twice does no harm, and nobody needs a lock.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/cluster/shard.hpp"
#include "analysis/runs/run_list.hpp"
#include "analysis/store/result_store.hpp"

namespace trainyard {

// The runs of the batch that are the shard's.
std::vector<RunKey> runs_of(const Shard& shard, const Batch& batch);

class ShardFolder {
public:
    // Claims the folder if it is new, and makes a file for this attempt. Throws OutputError, StoreError,
    // and OtherPlan when the folder holds another plan.
    ShardFolder(const std::filesystem::path& folder, const Plan& plan, const Shard& shard);

    ResultStore& store() { return *store_; }
    // Takes over what the folder's store and earlier attempts at this shard hold; how many runs.
    std::size_t load(Batch& batch);
    // What had to be passed over for that.
    const std::vector<std::string>& damages() const { return damages_; }

private:
    std::filesystem::path folder_;
    std::vector<std::filesystem::path> earlier_;
    std::vector<std::string> damages_;
    std::optional<ResultStore> store_;
};

// Does something with a shard's file; what is wrong with the file, if it is damaged: then what only it holds
// has to be made again. Empty: nothing. Throws OtherPlan.
std::string unless_damaged(const std::filesystem::path& shard, const std::function<void()>& action);

// Files of shards in a folder of results, sorted; empty when there are none.
std::vector<std::filesystem::path> shard_files(const std::filesystem::path& folder);
// The folder's own store, if it is there, and those of shards.
std::vector<std::filesystem::path> stores_in(const std::filesystem::path& folder);

// Claims the folder for the plan, if it is new. Throws OutputError, and OtherPlan when it holds another.
void agree_on_plan(const std::filesystem::path& folder, const Plan& plan);

// The plan that a folder of results says it has. Throws OutputError when it is none.
Plan plan_in(const std::filesystem::path& folder);

}  // namespace trainyard
