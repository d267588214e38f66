// Runs what is missing of a batch: in processes, with progress, into a folder of results or none.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "analysis/results_folder.hpp"
#include "analysis/runs/batch.hpp"
#include "analysis/runs/runner.hpp"
#include "analysis/shard_folder.hpp"
#include "cli/commands.hpp"

namespace trainyard {

class StudyRun {
public:
    StudyRun(Batch& batch, const StudyArguments& arguments, ResultFiles files);

    // Opens the folder, if one was asked for, and takes over what it holds. Says what is wrong with it
    // and returns the exit code if it cannot be used.
    std::optional<int> open();
    // Runs what has no result yet. Failures, warnings and interruption are said on standard error.
    void run();
    // To be called when the batch has been given its last replications.
    void write_files();

    bool interrupted() const { return end_.stopped_by.has_value(); }
    // A shard has done its part when its runs are saved: there is nothing to print.
    bool is_shard() const { return arguments_.shard.has_value(); }
    // 130, 75 or 3 when that is how it went; else the code that the command has come to.
    int exit_code(int otherwise) const;

private:
    void open_folder();
    std::vector<RunKey> runs_to_do() const;
    ResultStore* store();
    PoolLimits limits() const;
    bool still_agrees();
    void say_failure(const RunKey& key, const std::string& reason) const;
    void say_interruption() const;

    Batch& batch_;
    const StudyArguments& arguments_;
    ResultFiles files_;
    std::unique_ptr<ResultsFolder> folder_;  // at most one of these two
    std::unique_ptr<ShardFolder> shard_;
    BatchEnd end_;
};

Plan plan_for(const Batch& batch, const StudyArguments& arguments, ResultFiles files);

// Whether all of these are metrics; says which are not.
bool metrics_are_known(const std::vector<std::string>& metrics);

// What to say to who gives a folder with other results.
std::string other_plan_text(const std::string& folder, const OtherPlan& other);

// Of a strategy's replications the first that warns speaks for all; at points of a sweep, the first
// point.
void say_warnings(const Batch& batch);

// "scenario year, strategy own, replication 3, seed 1"; of a sweep with the point.
std::string title_of(const Batch& batch, const RunKey& key);

}  // namespace trainyard
