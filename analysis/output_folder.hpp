// The folder of `--out`: it holds what trainyard made, and nothing that somebody else made is ever
// overwritten. A marker file in it lists what was made.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/runs/run_result.hpp"

namespace trainyard {

// Creates the folder, if need be, and claims it: it must be new, empty, or made by trainyard before.
// What trainyard made there before and is not in `files` now is removed. Throws OutputError.
void claim_folder(const std::filesystem::path& folder, const std::vector<std::string>& files);

// summary.json, runs.csv, jobs.csv, ledger.csv and timeline.json of one scenario. Rows are written
// as the runs finish; the files appear under their names with finish().
class OutputFolder {
public:
    explicit OutputFolder(const std::filesystem::path& folder);  // claims it

    // Takes the rows out of the result.
    void add(RunResult& result);
    void finish(const ScenarioRuns& runs);

private:
    std::filesystem::path folder_;
    std::unique_ptr<OutputFile> jobs_;
    std::unique_ptr<OutputFile> ledger_;
    std::unique_ptr<OutputFile> timeline_;
    std::vector<std::string> timelines_;
};

// Folder names for scenarios that share one output folder: the names, with all but letters, digits,
// '.', '_' and '-' replaced, made distinct by a number.
std::vector<std::string> folder_names(const Batch& batch);

}  // namespace trainyard
