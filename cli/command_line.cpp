#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/study_options.hpp"

namespace trainyard {
namespace {

constexpr const char* examples = R"(Examples:
  trainyard new startup > my.yaml          a scenario to start from
  trainyard check my.yaml                  is it right, and can its pools carry its jobs?
  trainyard run my.yaml                    what the year costs, wastes and waits, by strategy
  trainyard run my.yaml --strategy own-first --replications 30
  trainyard run my.yaml --set fleet.rigs.dual-4090.count=4 --format json
  trainyard run my.yaml --out results      every job and every dollar, as CSV

Exit codes: 0 fine, 1 an expectation failed, 2 bad input and nothing run, 3 a run failed,
130 interrupted. Results go to standard output, everything else to standard error.)";

struct Arguments {
    RunArguments run;
    CheckArguments check;
    FolderArguments folder;
    std::optional<std::string> gallery_name;
};

void add_run(CLI::App& app, RunArguments& arguments) {
    CLI::App& run = *app.add_subcommand("run", "Simulate scenarios and print what they come to");
    run.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    add_study_options(
        run, arguments.study,
        "Also write the results there: summary.json, runs.csv, jobs.csv, ledger.csv, timeline.json\n"
        "and results.db. The same command again goes on where it was");
    add_shard(run, arguments.study);
    add_format(run, arguments.format);
}

// The commands on a folder of results, which is all that they need to know.
void add_folder_commands(CLI::App& app, FolderArguments& arguments) {
    const auto add = [&](const char* name, const char* what) -> CLI::App& {
        CLI::App& command = *app.add_subcommand(name, what);
        command.add_option("DIR", arguments.folder, "What --out was given")->required()->type_name("");
        return command;
    };
    add("status", "Print how much of a folder's runs is done");
    add("merge", "Put what all shards of a folder hold into its results.db, and write its files")
        .add_flag("--verify", arguments.verify, "Also compare the runs that several shards hold");
    add_format(add("export", "Print the results of a folder"), arguments.format);
    add("resume", "Go on with the command that began a folder; more options of it may follow")
        .prefix_command();
}

void add_check(CLI::App& app, CheckArguments& arguments) {
    CLI::App& check = *app.add_subcommand(
        "check", "Check scenarios and print what their jobs ask of each strategy's pools");
    check.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    add_set(check, arguments.sets);
}

void add_new(CLI::App& app, std::optional<std::string>& name) {
    CLI::App& command = *app.add_subcommand("new", "Print a scenario to start from, or list what there is");
    command.add_option("NAME", name, "Which one, for instance startup")->type_name("");
}

int dispatch(const CLI::App& app, const Arguments& arguments) {
    if (app.got_subcommand("run")) {
        return run_command(arguments.run);
    }
    if (app.got_subcommand("check")) {
        return check_command(arguments.check);
    }
    if (app.got_subcommand("status")) {
        return status_command(arguments.folder);
    }
    if (app.got_subcommand("merge")) {
        return merge_command(arguments.folder);
    }
    if (app.got_subcommand("export")) {
        return export_command(arguments.folder);
    }
    if (app.got_subcommand("resume")) {
        return resume_command(arguments.folder);
    }
    if (app.got_subcommand("schema")) {
        return schema_command();
    }
    if (app.got_subcommand("format")) {
        return format_command();
    }
    return new_command(arguments.gallery_name);
}

// Help and version are results; anything else that ends the parsing is bad input.
int report(const CLI::App& app, const CLI::ParseError& end) {
    std::ostringstream out;
    std::ostringstream err;
    if (app.exit(end, out, err) == 0) {
        print_result(out.str());
        return exit_fine;
    }
    complain(end.what());
    say("Run `trainyard --help` for what can be said.");
    return exit_bad_input;
}

}  // namespace

int parse_and_run(const std::vector<std::string>& words) {
    CLI::App app{
        "Trainyard simulates the machines that train a team's models: what a year costs, how much\n"
        "of that is idle waste, and how long jobs queue."};
    Arguments arguments;
    arguments.run.study.command = {words.begin() + 1, words.end()};
    app.name("trainyard");
    app.set_version_flag("--version", "trainyard " TRAINYARD_VERSION);
    app.require_subcommand(1);
    app.footer(examples);
    add_run(app, arguments.run);
    add_folder_commands(app, arguments.folder);
    add_check(app, arguments.check);
    app.add_subcommand("schema", "Print the JSON Schema of scenario files");
    app.add_subcommand("format", "Print the reference of scenario files");
    add_new(app, arguments.gallery_name);
    try {
        std::vector<std::string> backwards{words.rbegin(), words.rend() - 1};  // as CLI11 wants them
        app.parse(backwards);
        if (app.got_subcommand("resume")) {
            arguments.folder.more = app.get_subcommand("resume")->remaining();
        }
    } catch (const CLI::ParseError& end) {
        return report(app, end);
    }
    return dispatch(app, arguments);
}

}  // namespace trainyard
