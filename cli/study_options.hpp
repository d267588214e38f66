// Options that several subcommands have.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace trainyard {

void add_set(CLI::App& command, std::vector<std::string>& sets);
// What is run, with what luck, and on how many cores.
void add_run_options(CLI::App& command, StudyArguments& arguments);

void add_study_options(CLI::App& command, StudyArguments& arguments, const std::string& what_out_does);
void add_shard(CLI::App& command, StudyArguments& arguments);
void add_format(CLI::App& command, ResultFormat& format);

}  // namespace trainyard
