// report.json and report.html in a folder of results.
#pragma once

#include <filesystem>
#include <vector>

#include "analysis/report/report_data.hpp"

namespace trainyard {

// All throw OutputError.
void write_run_report(const std::filesystem::path& folder, const Plan& plan, const ScenarioRuns& runs,
                      const ScenarioFacts& facts, const RunFolds& folds);
void write_sweep_report(const std::filesystem::path& folder, const Plan& plan, const Batch& batch);

// Makes the reports of a folder of results again, from its store; which pages were written. Throws
// OutputError, StoreError, DamagedPlan and DamagedRows.
std::vector<std::filesystem::path> rebuild_reports(const std::filesystem::path& folder);

}  // namespace trainyard
