// All that report.html shows, as one JSON document: report.json. The page computes nothing.
#pragma once

#include <string>

#include "analysis/report/run_folds.hpp"
#include "analysis/study/plan.hpp"

namespace trainyard {

// What the scenario of a folder assumes; nothing where an older trainyard made the plan.
ScenarioFacts facts_in(const Plan& plan, std::size_t scenario);

// Of a scenario that was run.
std::string run_report_json(const Plan& plan, const ScenarioRuns& runs, const ScenarioFacts& facts,
                            const RunFolds& folds);
// Of the points of a sweep.
std::string sweep_report_json(const Plan& plan, const Batch& batch, const ScenarioFacts& facts);

}  // namespace trainyard
