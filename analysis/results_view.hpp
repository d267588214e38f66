// A folder of results, only to be read: what its store and its shards hold.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/store/result_store.hpp"

namespace trainyard {

class ResultsView {
public:
    // Throws OutputError, StoreError, OtherPlan.
    explicit ResultsView(const std::filesystem::path& folder);

    const Plan& plan() const { return plan_; }
    const Batch& batch() const { return batch_; }
    // Files that had to be passed over, and why.
    const std::vector<std::string>& damages() const { return damages_; }
    // Of a run: its jobs, ledger lines and time line. Absent where they are not kept. Throws StoreError.
    std::optional<RunRows> rows(const RunKey& key);

private:
    Plan plan_;
    Batch batch_;
    std::vector<ResultStore> stores_;
    std::vector<std::string> damages_;
};

}  // namespace trainyard
