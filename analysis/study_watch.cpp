#include "analysis/study_watch.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

#include "analysis/runs/run_list.hpp"
#include "analysis/shard_folder.hpp"
#include "analysis/store/database.hpp"
#include "analysis/store/folder_claim.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// SQLite counts the transactions of a file there; empty: it has had none. Times of files are too coarse.
std::string version_of(const fs::path& file) {
    constexpr std::streamoff counter_at = 24;
    std::string counter(4, '\0');
    std::ifstream in{file, std::ios::binary};
    return in.seekg(counter_at) && in.read(counter.data(), 4) ? counter : "";
}

}  // namespace

StudyWatch::StudyWatch(fs::path folder, const Batch& batch, std::size_t shards)
    : folder_{std::move(folder)}, shards_{shards} {
    for (const RunKey& key : all_runs(batch)) {
        plan_.push_back(key.number);
    }
    old_ = stores();
}

std::vector<fs::path> StudyWatch::stores() const {
    std::vector<fs::path> files = shard_files(folder_);
    files.push_back(folder_ / store_file);
    return files;
}

void StudyWatch::read_changed() {
    for (const fs::path& file : stores()) {
        Seen& seen = seen_[file];
        const std::string version = version_of(file);
        if (version == seen.version) {
            continue;
        }
        try {
            seen = {version, run_numbers(file)};
        } catch (const StoreError&) {
            // Being written; the next look will see it.
        }
    }
}

StudyState StudyWatch::look() {
    read_changed();
    std::set<std::size_t> done;
    for (const auto& [file, seen] : seen_) {
        done.insert(seen.runs.finished.begin(), seen.runs.finished.end());
        if (std::find(old_.begin(), old_.end(), file) == old_.end()) {
            done.insert(seen.runs.failed.begin(), seen.runs.failed.end());
        }
    }
    StudyState state{0, plan_.size()};
    std::set<std::size_t> unfinished;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        if (done.contains(plan_[i])) {
            ++state.done;
        } else {
            unfinished.insert(i % shards_);
        }
    }
    state.unfinished.assign(unfinished.begin(), unfinished.end());
    return state;
}

}  // namespace trainyard
