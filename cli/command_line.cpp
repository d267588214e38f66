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
    std::optional<std::string> gallery_name;
};

void add_run(CLI::App& app, RunArguments& arguments) {
    CLI::App& run = *app.add_subcommand("run", "Simulate scenarios and print what they come to");
    run.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    add_study_options(
        run, arguments.study,
        "Also write the results there: summary.json, runs.csv, jobs.csv, ledger.csv, timeline.json\n"
        "and results.db. The same command again goes on where it was");
    add_format(run, arguments.format);
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

int parse_and_run(int argc, char** argv) {
    CLI::App app{
        "Trainyard simulates the machines that train a team's models: what a year costs, how much\n"
        "of that is idle waste, and how long jobs queue."};
    Arguments arguments;
    arguments.run.study.command = {argv + 1, argv + argc};
    app.name("trainyard");
    app.set_version_flag("--version", "trainyard " TRAINYARD_VERSION);
    app.require_subcommand(1);
    app.footer(examples);
    add_run(app, arguments.run);
    add_check(app, arguments.check);
    app.add_subcommand("schema", "Print the JSON Schema of scenario files");
    app.add_subcommand("format", "Print the reference of scenario files");
    add_new(app, arguments.gallery_name);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& end) {
        return report(app, end);
    }
    return dispatch(app, arguments);
}

}  // namespace trainyard
