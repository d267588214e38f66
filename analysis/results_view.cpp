#include "analysis/results_view.hpp"

#include <utility>

#include "analysis/shard_folder.hpp"

namespace trainyard {

ResultsView::ResultsView(const std::filesystem::path& folder)
    : plan_{plan_in(folder)}, batch_{batch_of(plan_)} {
    for (const std::filesystem::path& file : stores_in(folder)) {
        const std::string damage = unless_damaged(file, [&] {
            ResultStore store{file};
            store.load(batch_);
            stores_.push_back(std::move(store));
        });
        if (!damage.empty()) {
            damages_.push_back(damage);
        }
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
