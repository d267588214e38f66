// The subcommands on logs of jobs: import, fit, backtest. Like all of them they return the exit code.
#pragma once

#include <CLI/App.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/market_commands.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

struct ImportArguments {
    TraceFormat format = TraceFormat::trainyard;
    std::vector<std::string> files;
    std::string out;
    std::map<std::string, std::string> columns;  // of a csv: by role
    std::vector<std::string> keep;               // how the jobs ended that are kept; empty: any way
};
int import_command(const ImportArguments& arguments);

int fit_command(const std::string& file);

struct BacktestArguments {
    std::string log;
    std::string file;
    std::vector<std::string> sets;
    std::optional<std::string> strategy;  // absent: the first
    bool ascii = false;
};
int backtest_command(const BacktestArguments& arguments);

// All that commands on files of others are called with.
struct LogArguments {
    ImportArguments import;
    ImportPricesArguments prices;
    InspectArguments inspect;
    std::string fit_file;
    BacktestArguments backtest;
};

void add_log_commands(CLI::App& app, LogArguments& arguments);
// The exit code, if it was one of these commands that was called.
std::optional<int> run_log_command(const CLI::App& app, LogArguments& arguments);

}  // namespace trainyard
