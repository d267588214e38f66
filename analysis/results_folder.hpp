// The folder of `--out`: the store of a plan's results, and the files made from it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"
#include "analysis/store/folder_claim.hpp"
#include "analysis/store/result_store.hpp"

namespace trainyard {

// What is made of the results: of `runs` a folder a scenario (itself, if there is only one) with
// summary.json, runs.csv, jobs.csv, ledger.csv, timeline.json, report.json and report.html; of a `sweep`
// summary.json, runs.csv, points.csv, report.json and report.html.
enum class ResultFiles { runs, sweep };

class ResultsFolder {
public:
    // Claims and locks the folder and opens its store, which `fresh` empties before. Shards that are
    // there are taken over. Throws OutputError, StoreError and OtherPlan.
    ResultsFolder(std::filesystem::path folder, const Batch& batch, const Plan& plan, ResultFiles files,
                  bool fresh);

    ResultStore& store() { return store_; }
    // Takes over the number of replications that the batch has now, and what it holds of those.
    std::size_t load(Batch& batch);
    // Files of shards that had to be passed over, and why.
    const std::vector<std::string>& damages() const { return damages_; }
    // Of all that the batch has results for. Throws OutputError and StoreError.
    void write_files(const Batch& batch);

private:
    void write_run_files(const std::filesystem::path& folder, const Batch& batch, std::size_t scenario);
    ResultStore open(const Plan& plan, bool fresh);
    void keep_replications(std::size_t replications);

    std::filesystem::path folder_;
    Plan plan_;
    std::vector<std::string> damages_;
    ResultFiles files_;
    std::vector<std::filesystem::path> scenarios_;  // where the files of each go
    std::optional<FolderLock> lock_;
    ResultStore store_;
};

// Folder names for scenarios that share one output folder: the names, with all but letters, digits,
// '.', '_' and '-' replaced, made distinct by a number.
std::vector<std::string> folder_names(const Batch& batch);

}  // namespace trainyard
