// A study that runs on a cluster, while this process only looks on.
#pragma once

#include <string>

#include "analysis/runs/batch.hpp"
#include "cli/commands.hpp"

namespace trainyard {

// Submits the batch's runs in shards, into study.out, and follows them to their end; a dry run prints
// the script instead. exit_fine: every run is in the folder, as shards. Else it has been said why not.
int launch_study(const Batch& batch, const StudyArguments& study, const LaunchArguments& launch);

// What is wrong with these; empty: nothing.
std::string launch_problem(const StudyArguments& study, const LaunchArguments& launch);

}  // namespace trainyard
