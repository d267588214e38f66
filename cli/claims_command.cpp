#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "analysis/claims.hpp"
#include "analysis/expectations.hpp"
#include "analysis/runs/progress.hpp"
#include "analysis/runs/runner.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_plan.hpp"
#include "cli/study_run.hpp"
#include "sim/scenario/catalogue_path.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// The scenarios of a folder, sorted by name.
std::vector<std::string> scenario_files(const fs::path& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, error}) {
        if (entry.is_regular_file() && entry.path().extension() == ".yaml") {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

ClaimFile claim_file(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    return {fs::path{file}.stem().string(), claim_notes(text)};
}

std::optional<Batch> planned(const std::vector<std::string>& files) {
    auto inputs = load_inputs(files, {});
    return inputs ? plan_runs(std::move(*inputs), {}) : std::nullopt;
}

// The exit code, after what is not as expected has been said.
int run_all(Batch& batch) {
    Progress progress{progress_style(false), count_runs(batch)};
    RunnerHooks hooks;
    hooks.failed = [&batch](const RunKey& key, const std::string& reason) {
        complain(title_of(batch, key) + ": " + printable(reason));
    };
    PoolLimits limits;
    limits.children = usable_cores();
    const BatchEnd end = run_batch(batch, missing_runs(batch), limits, hooks, progress);
    if (end.stopped_by || end.failed > 0) {
        return end.stopped_by ? exit_interrupted : exit_run_failed;
    }
    int code = exit_fine;
    for (const ScenarioRuns& runs : batch) {
        for (const std::string& failure : check_expectations(runs).failures) {
            say(failure);
            code = exit_expectation_failed;
        }
    }
    return code;
}

}  // namespace

int claims_command(const std::optional<std::string>& folder) {
    const auto shipped = scenarios_folder();
    const fs::path where = folder ? fs::path{*folder} : shipped.value_or(fs::path{}) / "claims";
    const std::vector<std::string> files = scenario_files(where);
    if (files.empty()) {
        complain("there are no scenarios in " + printable(where.string()));
        return exit_bad_input;
    }
    std::vector<ClaimFile> claims;
    std::transform(files.begin(), files.end(), std::back_inserter(claims), claim_file);
    const std::vector<std::string> problems = claim_problems(claims);
    for (const std::string& problem : problems) {
        complain(printable(problem));
    }
    auto batch = planned(files);
    if (!batch || !problems.empty()) {
        return exit_bad_input;
    }
    const int code = run_all(*batch);
    if (code == exit_fine || code == exit_expectation_failed) {
        print_result(claims_page(claims, *batch));
    }
    return code;
}

}  // namespace trainyard
