#include "analysis/results_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analysis/compare/points_csv.hpp"
#include "analysis/compare/sweep_findings.hpp"
#include "analysis/documents.hpp"
#include "analysis/report_files.hpp"
#include "analysis/shard_folder.hpp"
#include "analysis/text/output_file.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/ledger/timeline.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> files_of_runs{"summary.json",  "runs.csv",    "jobs.csv",   "ledger.csv",
                                             "timeline.json", "report.json", "report.html"};
const std::vector<std::string> files_of_sweep{"summary.json", "runs.csv", "points.csv", "report.json",
                                              "report.html"};

// What stands in the folder itself.
std::vector<std::string> top_files(const Batch& batch, ResultFiles files) {
    std::vector<std::string> names{store_file, plan_file};
    if (files == ResultFiles::sweep) {
        names.insert(names.end(), files_of_sweep.begin(), files_of_sweep.end());
    } else if (batch.size() == 1) {
        names.insert(names.end(), files_of_runs.begin(), files_of_runs.end());
    }
    return names;
}

std::vector<fs::path> scenario_folders(const fs::path& folder, const Batch& batch, ResultFiles files) {
    if (files == ResultFiles::sweep) {
        return {};
    }
    if (batch.size() == 1) {
        return {folder};
    }
    std::vector<fs::path> folders;
    for (const std::string& name : folder_names(batch)) {
        folders.push_back(folder / name);
    }
    return folders;
}

void write_file(const fs::path& file, const std::string& text) {
    OutputFile out{file};
    out.append(text);
    out.commit();
}

}  // namespace

ResultsFolder::ResultsFolder(fs::path folder, const Batch& batch, const Plan& plan, ResultFiles files,
                             bool fresh)
    : folder_{std::move(folder)},
      plan_{plan},
      files_{files},
      scenarios_{scenario_folders(folder_, batch, files)},
      store_{open(plan, fresh)} {
    claim_folder(folder_, top_files(batch, files_));
    drop_outdated(folder_, top_files(batch, files_));
    for (const fs::path& each : scenarios_) {
        if (each != folder_) {
            claim_folder(each, files_of_runs);
        }
    }
    for (const fs::path& shard : shard_files(folder_)) {
        const std::string damage = unless_damaged(shard, [&] { store_.take_from(shard); });
        if (!damage.empty()) {
            damages_.push_back(damage);
        }
    }
    keep_replications(plan.replications);
}

void ResultsFolder::keep_replications(std::size_t replications) {
    plan_.replications = replications;
    store_.set_replications(replications);
    write_file(folder_ / plan_file, plan_json(plan_));
}

std::size_t ResultsFolder::load(Batch& batch) {
    if (most_replications(batch) != plan_.replications) {
        keep_replications(most_replications(batch));
    }
    return store_.load(batch);
}

ResultStore ResultsFolder::open(const Plan& plan, bool fresh) {
    claim_folder(folder_, {store_file, plan_file});
    lock_.emplace(folder_);
    if (fresh) {
        drop_results(folder_);
    }
    return ResultStore{folder_ / store_file, plan, Writing::log};
}

void ResultsFolder::write_files(const Batch& batch) {
    store_.settle();
    if (files_ == ResultFiles::sweep) {
        write_file(folder_ / "summary.json", json_document(batch, sweep_findings_json(batch)));
        write_file(folder_ / "runs.csv", runs_csv(batch));
        write_file(folder_ / "points.csv", points_csv(batch));
        write_sweep_report(folder_, plan_, batch);
    }
    for (std::size_t i = 0; i < scenarios_.size(); ++i) {
        write_run_files(scenarios_[i], batch, i);
    }
}

void ResultsFolder::write_run_files(const fs::path& folder, const Batch& batch, std::size_t scenario) {
    OutputFile jobs{folder / "jobs.csv"};
    OutputFile ledger{folder / "ledger.csv"};
    OutputFile timeline{folder / "timeline.json"};
    jobs.append(jobs_csv_header());
    ledger.append(ledger_csv_header());
    std::vector<std::string> timelines;
    std::vector<RunKey> keys = all_runs(batch);
    std::sort(keys.begin(), keys.end(), [](const RunKey& a, const RunKey& b) {
        return std::pair{a.strategy, a.replication} < std::pair{b.strategy, b.replication};
    });
    const ScenarioFacts facts = facts_in(plan_, scenario);
    RunFolds folds{batch[scenario], facts};
    for (const RunKey& key : keys) {
        const auto rows = key.scenario == scenario ? store_.rows(key) : std::nullopt;
        if (rows) {
            folds.add(key, *rows);
            jobs.append(rows->jobs);
            ledger.append(rows->ledger);
            if (!rows->timeline.empty()) {
                timelines.push_back(rows->timeline);
            }
        }
    }
    timeline.append(timeline_document(timelines));
    for (OutputFile* file : {&jobs, &ledger, &timeline}) {
        file->commit();
    }
    const Batch only{batch[scenario]};
    write_file(folder / "summary.json", json_document(only));
    write_file(folder / "runs.csv", runs_csv(only));
    write_run_report(folder, plan_, batch[scenario], facts, folds);
}

std::vector<std::string> folder_names(const Batch& batch) {
    std::vector<std::string> names;
    for (const ScenarioRuns& runs : batch) {
        std::string safe;
        for (const char c : runs.scenario.name) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               c == '_' || c == '-' || (c == '.' && !safe.empty());
            safe += plain ? c : '_';
        }
        safe = safe.empty() ? "scenario" : safe.substr(0, 100);
        std::string name = safe;
        const auto taken = [&] {  // by another scenario, or by what stands in the folder itself
            return std::find(names.begin(), names.end(), name) != names.end() || name == store_file ||
                   name == plan_file || name == shards_folder;
        };
        for (int number = 2; taken(); ++number) {
            name = fmt::format("{}-{}", safe, number);
        }
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace trainyard
