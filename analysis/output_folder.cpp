#include "analysis/output_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "analysis/documents.hpp"
#include "analysis/text/text.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/ledger/timeline.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

constexpr const char* marker_name = ".trainyard-output";
constexpr const char* marker_title = "Made by trainyard; it overwrites the files named here:";

const std::vector<std::string>& result_files() {
    static const std::vector<std::string> files{"summary.json", "runs.csv", "jobs.csv", "ledger.csv",
                                                "timeline.json"};
    return files;
}

[[noreturn]] void refuse(const fs::path& folder, const std::string& why) {
    throw OutputError{fmt::format("cannot write to {}: {}", printable(folder.string()), why)};
}

// The files that trainyard made in the folder; absent: it has no marker.
std::optional<std::vector<std::string>> read_marker(const fs::path& folder) {
    std::ifstream in{folder / marker_name};
    std::string line;
    if (!std::getline(in, line) || line != marker_title) {
        return std::nullopt;
    }
    std::vector<std::string> files;
    while (std::getline(in, line)) {
        files.push_back(line);
    }
    return files;
}

void write_marker(const fs::path& folder, const std::vector<std::string>& files) {
    OutputFile marker{folder / marker_name};
    marker.append(fmt::format("{}\n{}{}", marker_title, fmt::join(files, "\n"), files.empty() ? "" : "\n"));
    marker.commit();
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void check_nothing_foreign(const fs::path& folder, const std::vector<std::string>& files,
                           const std::optional<std::vector<std::string>>& made) {
    if (!made && !fs::is_empty(folder)) {
        refuse(folder, "it is not empty and was not made by trainyard");
    }
    for (const std::string& file : files) {
        if (fs::exists(fs::symlink_status(folder / file)) && !contains(*made, file)) {
            refuse(folder, file + " there was not made by trainyard");
        }
    }
}

// Only names of result files: a marker that somebody edited removes nothing else.
void remove_outdated(const fs::path& folder, const std::vector<std::string>& files,
                     const std::vector<std::string>& made) {
    for (const std::string& file : result_files()) {
        if (contains(made, file) && !contains(files, file)) {
            fs::remove(folder / file);
        }
    }
}

}  // namespace

void claim_folder(const fs::path& folder, const std::vector<std::string>& files) {
    try {
        fs::create_directories(folder);
        const auto made = read_marker(folder);
        check_nothing_foreign(folder, files, made);
        write_marker(folder, files);
        remove_outdated(folder, files, made.value_or(std::vector<std::string>{}));
    } catch (const fs::filesystem_error& error) {
        refuse(folder, error.code().message());
    }
}

OutputFolder::OutputFolder(const fs::path& folder) : folder_{folder} {
    claim_folder(folder, result_files());
    jobs_ = std::make_unique<OutputFile>(folder / "jobs.csv");
    ledger_ = std::make_unique<OutputFile>(folder / "ledger.csv");
    timeline_ = std::make_unique<OutputFile>(folder / "timeline.json");
    jobs_->append(jobs_csv_header());
    ledger_->append(ledger_csv_header());
}

void OutputFolder::add(RunResult& result) {
    jobs_->append(std::exchange(result.job_rows, ""));
    ledger_->append(std::exchange(result.ledger_rows, ""));
    if (!result.timeline.empty()) {
        timelines_.push_back(std::exchange(result.timeline, ""));
    }
}

void OutputFolder::finish(const ScenarioRuns& runs) {
    timeline_->append(timeline_document(timelines_));
    OutputFile summary{folder_ / "summary.json"};
    summary.append(json_document({runs}));
    OutputFile rows{folder_ / "runs.csv"};
    rows.append(runs_csv({runs}));
    for (OutputFile* file : {&summary, &rows, jobs_.get(), ledger_.get(), timeline_.get()}) {
        file->commit();
    }
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
        for (int number = 2; contains(names, name); ++number) {
            name = fmt::format("{}-{}", safe, number);
        }
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace trainyard
