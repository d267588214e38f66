// The finished runs of a plan in a SQLite file. What has been saved survives the death of the process
// at any moment; the same plan goes on where it was.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/runs/run_list.hpp"
#include "analysis/store/database.hpp"
#include "analysis/study/plan.hpp"

namespace trainyard {

// The file holds another plan; the text says in what it differs.
struct OtherPlan : StoreError {
    using StoreError::StoreError;
};

// How a file is written: `log` is faster and needs a disk of this machine (SQLite's WAL); `journal` is
// right on a shared file system too.
enum class Writing { log, journal };

struct RunRows {
    std::string jobs;
    std::string ledger;
    std::string timeline;
};

using MetricsByNumber = std::unordered_map<std::int64_t, std::string>;

class ResultStore {
public:
    // Opens the file, or makes it. Throws OtherPlan, and StoreError when it is no store, damaged, of
    // another version, or cannot be written.
    ResultStore(const std::filesystem::path& file, const Plan& plan, Writing writing);
    // Opens what is there, whatever its plan.
    explicit ResultStore(const std::filesystem::path& file);

    const Plan& plan() const { return plan_; }

    // How many are asked for now: the views show no others.
    void set_replications(std::size_t replications);

    // Each in a transaction of its own.
    void save(const Batch& batch, const RunKey& key, const RunResult& result);
    void save_failure(const Batch& batch, const RunKey& key, const std::string& reason);

    // Puts the results that it holds into the empty places of a batch of its plan, without rows; how
    // many. Replications that the batch has no place for are left out.
    std::size_t load(Batch& batch);
    // Numbers of the runs that it holds.
    std::set<std::size_t> held();
    // … and of those that failed the last time.
    std::set<std::size_t> failed();
    std::optional<RunRows> rows(const RunKey& key);
    // Puts all of it into the one file, as it may be copied, or read on a shared file system.
    void settle();

    // Takes over what another file of the same plan holds and this one does not; how many runs.
    // Throws OtherPlan.
    std::size_t take_from(const std::filesystem::path& shard);
    // Runs that both files hold, with other results: there should be none.
    std::vector<std::string> contradictions(const std::filesystem::path& shard);

private:
    std::set<std::size_t> numbers_in(const char* table);
    std::int64_t metric_number(const std::string& name);
    void save_metrics(std::int64_t run, const MetricValues& metrics);
    MetricsByNumber metric_names();
    [[noreturn]] void refuse_damaged(std::int64_t run) const;
    class Attached;

    std::string file_;
    Database database_;
    Plan plan_;
    std::unordered_map<std::string, std::int64_t> metric_numbers_;
};

}  // namespace trainyard
