// How busy the machines of a run were, by hour of the week and over time.
#pragma once

#include "analysis/report/machine_rows.hpp"
#include "analysis/report/report_json.hpp"
#include "analysis/study/facts.hpp"

namespace trainyard::report {

// 168 shares, from Monday 00:00 UTC: of the GPUs there, those that compute work that counted. Null where
// there never are any.
json week_of(const MachineRows& machines, const ScenarioFacts& facts);

// {"strategy", "bin_s", "pools": [{"pool", "used": [...], "there": [...]}]}: by pool and bin the mean number
// of GPUs that jobs use, and of those that are there.
json busy_over_time(const std::string& strategy, const MachineRows& machines, const ScenarioFacts& facts);

// By machine (rows that are not `further`) and bin, percent of its GPUs that jobs use; -1 where it is not
// there.
json machine_heat(const MachineRows& machines, const ScenarioFacts& facts, std::int64_t bin_s);

// GPUs of one machine of the row's pool; 1 where that is not known.
int gpus_of(const MachineRows& machines, const MachineRow& row, const ScenarioFacts& facts);

}  // namespace trainyard::report
