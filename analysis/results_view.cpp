#include "analysis/results_view.hpp"

#include "analysis/shard_folder.hpp"

namespace trainyard {

ResultsView::ResultsView(const std::filesystem::path& folder)
    : plan_{plan_in(folder)}, batch_{batch_of(plan_)} {
    for (const std::filesystem::path& file : stores_in(folder)) {
        stores_.emplace_back(file).load(batch_);
    }
}

std::optional<RunRows> ResultsView::rows(const RunKey& key) {
    for (ResultStore& store : stores_) {
        if (auto found = store.rows(key)) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace trainyard
