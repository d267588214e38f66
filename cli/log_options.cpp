#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/log_commands.hpp"
#include "cli/study_options.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

constexpr std::array<const char*, 6> what_is_read{
    "Check and rewrite a CSV of our own",
    "Any comma-separated log; --columns says which column is what",
    "Slurm: sacct -a -X -P -o JobID,Submit,Start,End,Elapsed,AllocTRES,ReqTRES,State,User,Account",
    "The form of the Philly traces: timestamp,duration,num_gpus,gpu_time,cluster",
    "The form of the Helios logs: gpu_num,state,submit_time,start_time,end_time,duration,vc,user",
    "The Standard Workload Format; processors count as GPUs"};

// "submit=created,gpus=n" into its parts.
void read_columns(const std::vector<std::string>& pairs, std::map<std::string, std::string>& columns) {
    const std::vector<std::string> roles{csv_roles.begin(), csv_roles.end()};
    for (const std::string& pair : pairs) {
        const std::size_t equals = pair.find('=');
        const std::string role = pair.substr(0, equals);
        if (equals == std::string::npos || equals + 1 == pair.size()) {
            throw CLI::ValidationError{"--columns", fmt::format("expected ROLE=COLUMN, found `{}`", pair)};
        }
        if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
            throw CLI::ValidationError{
                "--columns", fmt::format("there is no role `{}`{}", role, did_you_mean(role, roles))};
        }
        columns[role] = pair.substr(equals + 1);
    }
    if (const std::string problem = csv_columns_problem(columns); !problem.empty()) {
        throw CLI::ValidationError{"--columns", problem};
    }
}

void add_import(CLI::App& app, ImportArguments& arguments, ImportPricesArguments& prices) {
    CLI::App& import = *app.add_subcommand(
        "import", "Turn logs of jobs into CSV of our own, or price lists into a catalogue");
    import.require_subcommand(1);
    for (std::size_t i = 0; i < trace_format_names.size(); ++i) {
        CLI::App& format = *import.add_subcommand(trace_format_names[i], what_is_read[i]);
        format.add_option("FILE", arguments.files, "Logs, plain or gzip")->required()->type_name("");
        format.add_option("--out", arguments.out, "The CSV to write")->required()->type_name("FILE");
        format.add_option("--keep", arguments.keep, "Only jobs that ended so: completed, failed, cancelled")
            ->delimiter(',')
            ->check(CLI::IsMember({"completed", "failed", "cancelled"}))
            ->allow_extra_args(false)
            ->type_name("END,…");
        if (static_cast<TraceFormat>(i) == TraceFormat::csv) {
            format
                .add_option_function<std::vector<std::string>>(
                    "--columns",
                    [&arguments](const std::vector<std::string>& pairs) {
                        read_columns(pairs, arguments.columns);
                    },
                    fmt::format("Which column is what, of {}", fmt::join(csv_roles, ", ")))
                ->delimiter(',')
                ->required()
                ->allow_extra_args(false)
                ->type_name("submit=COLUMN,…");
        }
        format.callback([&arguments, i] { arguments.format = static_cast<TraceFormat>(i); });
    }
    add_import_prices(import, prices);
}

void add_backtest(CLI::App& app, BacktestArguments& arguments) {
    CLI::App& backtest = *app.add_subcommand(
        "backtest", "Replay a log on a description of its machines: are the waits those of the log?");
    backtest.add_option("LOG", arguments.log, "What `trainyard import` wrote")->required()->type_name("");
    backtest.add_option("FILE", arguments.file, "Scenario file with the fleet and the strategy")
        ->required()
        ->type_name("");
    backtest.add_option("--strategy", arguments.strategy, "Which one; the first, if not said")
        ->type_name("NAME");
    backtest.add_flag("--ascii", arguments.ascii, "No block characters in the plot");
    add_set(backtest, arguments.sets);
}

}  // namespace

void add_log_commands(CLI::App& app, LogArguments& arguments) {
    add_import(app, arguments.import, arguments.prices);
    CLI::App& fit = *app.add_subcommand("fit", "Print a workload that resembles a log of jobs");
    fit.add_option("LOG", arguments.fit_file, "What `trainyard import` wrote")->required()->type_name("");
    add_backtest(app, arguments.backtest);
    add_inspect(app, arguments.inspect);
}

std::optional<int> run_log_command(const CLI::App& app, LogArguments& arguments) {
    if (app.got_subcommand("import")) {
        return app.get_subcommand("import")->got_subcommand("prices")
                   ? import_prices_command(arguments.prices)
                   : import_command(arguments.import);
    }
    if (app.got_subcommand("inspect")) {
        return inspect_command(arguments.inspect);
    }
    if (app.got_subcommand("fit")) {
        return fit_command(arguments.fit_file);
    }
    return app.got_subcommand("backtest") ? std::optional{backtest_command(arguments.backtest)}
                                          : std::nullopt;
}

}  // namespace trainyard
