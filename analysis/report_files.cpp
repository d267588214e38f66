#include "analysis/report_files.hpp"

#include <string>

#include "analysis/report/page.hpp"
#include "analysis/results_folder.hpp"
#include "analysis/shard_folder.hpp"
#include "analysis/store/folder_claim.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

constexpr const char* data_file = "report.json";
constexpr const char* page_file = "report.html";

void write_both(const fs::path& folder, const std::string& title, const std::string& data) {
    OutputFile json{folder / data_file};
    OutputFile page{folder / page_file};
    json.append(data);
    page.append(report_page(title, data));
    json.commit();
    page.commit();
}

void rebuild_run(const fs::path& folder, const Plan& plan, const Batch& batch, std::size_t scenario,
                 ResultStore& store) {
    const ScenarioFacts facts = facts_in(plan, scenario);
    RunFolds folds{batch[scenario], facts};
    for (const RunKey& key : all_runs(batch)) {
        if (key.scenario == scenario) {
            if (const auto rows = store.rows(key)) {
                folds.add(key, *rows);
            }
        }
    }
    write_run_report(folder, plan, batch[scenario], facts, folds);
}

}  // namespace

void write_run_report(const fs::path& folder, const Plan& plan, const ScenarioRuns& runs,
                      const ScenarioFacts& facts, const RunFolds& folds) {
    write_both(folder, runs.scenario.name, run_report_json(plan, runs, facts, folds));
}

void write_sweep_report(const fs::path& folder, const Plan& plan, const Batch& batch) {
    write_both(folder, batch.front().scenario.name, sweep_report_json(plan, batch, facts_in(plan, 0)));
}

std::vector<fs::path> rebuild_reports(const fs::path& folder) {
    const Plan plan = plan_in(folder);
    if (!fs::exists(folder / store_file)) {
        throw OutputError{printable((folder / store_file).string()) +
                          " is not there: put the shards together with `trainyard merge` first"};
    }
    ResultStore store{folder / store_file};
    Batch batch = batch_of(plan);
    store.load(batch);
    if (!plan.with_rows) {
        claim_folder(folder, {data_file, page_file});
        write_sweep_report(folder, plan, batch);
        return {folder / page_file};
    }
    const std::vector<std::string> names = folder_names(batch);
    std::vector<fs::path> pages;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        const fs::path of_scenario = batch.size() == 1 ? folder : folder / names[i];
        claim_folder(of_scenario, {data_file, page_file});
        rebuild_run(of_scenario, plan, batch, i, store);
        pages.push_back(of_scenario / page_file);
    }
    return pages;
}

}  // namespace trainyard
