#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <utility>

#include "analysis/cluster/shell_words.hpp"
#include "analysis/compare/sweep_findings.hpp"
#include "analysis/documents.hpp"
#include "analysis/results_folder.hpp"
#include "analysis/shard_folder.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// What a folder of results holds, in one file or in several.
struct Holdings {
    Plan plan;
    Batch batch;                  // with what is there
    std::vector<fs::path> files;  // stores
};

Holdings look_into(const fs::path& folder) {
    Holdings found{plan_in(folder), {}, stores_in(folder)};
    found.batch = batch_of(found.plan);
    std::vector<fs::path> readable;
    for (const fs::path& file : found.files) {
        const std::string damage = unless_damaged(file, [&] { ResultStore{file}.load(found.batch); });
        if (damage.empty()) {
            readable.push_back(file);
        } else {
            say("warning: " + damage);
        }
    }
    found.files = std::move(readable);
    return found;
}

std::string line_of(const fs::path& folder, const fs::path& file) {
    ResultStore store{file};
    const std::size_t failed = store.failed().size();
    return fmt::format("  {:<36} {:>9} runs{}\n", printable(fs::relative(file, folder).string()),
                       store.held().size(), failed > 0 ? fmt::format(", {} failed", failed) : "");
}

// What a command has found, to be printed.
struct Answer {
    std::string text;
    std::vector<std::string> complaints = {};
};

// What trainyard throws about the folder's files becomes a complaint and is bad input; not being able to
// print the answer is another thing.
int guarded(const std::function<Answer()>& command) {
    Answer answer;
    try {
        answer = command();
    } catch (const OtherPlan& other) {
        complain(fmt::format("a shard holds other results: {}", other.what()));
        return exit_bad_input;
    } catch (const OutputError& error) {
        complain(error.what());
        return exit_bad_input;
    } catch (const StoreError& error) {
        complain(error.what());
        return exit_bad_input;
    } catch (const fs::filesystem_error& error) {
        complain(error.what());
        return exit_bad_input;
    }
    print_result(answer.text);
    for (const std::string& each : answer.complaints) {
        complain(each);
    }
    return answer.complaints.empty() ? exit_fine : exit_run_failed;
}

bool is_sweep(const Plan& plan) { return !plan.with_rows; }

Answer merge(const FolderArguments& arguments) {
    const fs::path folder = arguments.folder;
    const Plan plan = plan_in(folder);
    Batch batch = batch_of(plan);
    std::vector<std::string> contradictions;
    ResultsFolder results{folder, batch, plan, is_sweep(plan) ? ResultFiles::sweep : ResultFiles::runs,
                          false};
    std::size_t held_by_shards = 0;
    const std::vector<fs::path> shards = shard_files(folder);
    for (const std::string& damage : results.damages()) {
        say("warning: " + damage);
    }
    for (const fs::path& shard : shards) {
        unless_damaged(shard, [&] {
            held_by_shards += ResultStore{shard}.held().size();
            for (const std::string& each :
                 arguments.verify ? results.store().contradictions(shard) : std::vector<std::string>{}) {
                contradictions.push_back(each + ", in " + printable(shard.filename().string()));
            }
        });
    }
    const std::size_t held = results.load(batch);
    try {
        results.write_files(batch);
    } catch (const OutputError& error) {
        return {"", {error.what()}};
    }
    Answer answer{fmt::format("{} holds {} of {} runs, from {} files of shards\n",
                              printable((folder / store_file).string()), held, count_runs(batch),
                              shards.size())};
    for (const std::string& each : contradictions) {
        answer.complaints.push_back(each + ": another result than in " + store_file);
    }
    if (arguments.verify && contradictions.empty()) {
        answer.text += fmt::format("{} results of shards agree with it\n", held_by_shards);
    }
    if (held < count_runs(batch)) {
        const std::size_t failed = results.store().failed().size();
        answer.complaints.push_back(fmt::format(
            "{} runs are missing{}; to make them: trainyard resume {}", count_runs(batch) - held,
            failed > 0 ? fmt::format(" ({} failed)", failed) : "", printable(shell_quoted(folder.string()))));
    }
    return answer;
}

Answer status(const fs::path& folder) {
    const Holdings found = look_into(folder);
    const std::size_t runs = count_runs(found.batch);
    const std::size_t done = runs - missing_runs(found.batch).size();
    std::string text = fmt::format("{}: {} of {} runs done ({} %)\n", printable(folder.string()), done, runs,
                                   runs == 0 ? 100 : done * 100 / runs);
    text += fmt::format("  made by: trainyard {}\n", printable(shell_quoted(found.plan.command)));
    for (const fs::path& file : found.files) {
        text += line_of(folder, file);
    }
    if (done < runs) {
        text += fmt::format("To go on: trainyard resume {}\n", printable(shell_quoted(folder.string())));
    } else if (!shard_files(folder).empty() && !fs::exists(folder / store_file)) {
        text += fmt::format("To put the shards together: trainyard merge {}\n",
                            printable(shell_quoted(folder.string())));
    }
    return {text};
}

}  // namespace

int status_command(const FolderArguments& arguments) {
    return guarded([&] { return status(arguments.folder); });
}

int merge_command(const FolderArguments& arguments) {
    return guarded([&] { return merge(arguments); });
}

int export_command(const FolderArguments& arguments) {
    return guarded([&] {
        const auto [plan, batch, files] = look_into(arguments.folder);
        const bool json = arguments.format == ResultFormat::json;
        const std::string findings = json && is_sweep(plan) ? sweep_findings_json(batch) : "";
        return Answer{json ? json_document(batch, findings) : runs_csv(batch)};
    });
}

}  // namespace trainyard
