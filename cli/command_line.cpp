#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdint>
#include <map>
#include <sstream>
#include <system_error>

#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace trainyard {
namespace {

constexpr const char* examples = R"(Examples:
  trainyard new my-three-numbers > my.yaml a scenario to start from; `trainyard new` lists them
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
    std::optional<std::string> catalogue_word;
    std::optional<std::string> claims_folder;
};

// CLI11 takes -1 for 2^64 - 1.
std::string seed_complaint(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    const bool fine = error == std::errc{} && end == text.data() + text.size();
    return fine ? "" : "a seed is a whole number from 0 to 18446744073709551615";
}

// CLI11 says it with braces and arrows, and takes the numbers of the formats too.
std::string format_complaint(const std::string& text) {
    const bool fine = text == "table" || text == "json" || text == "csv";
    return fine ? "" : fmt::format("there is no format `{}`; known: table, json, csv", printable(text));
}

void add_set(CLI::App& command, std::vector<std::string>& sets) {
    command.add_option("--set", sets, "Change a value of the scenario, as if its file said so")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

void add_run(CLI::App& app, RunArguments& arguments) {
    CLI::App& run = *app.add_subcommand("run", "Simulate scenarios and print what they come to");
    run.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    run.add_option("--strategy", arguments.strategies, "Only this strategy; may be given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    run.add_option("--replications", arguments.replications, "How often, each time with other luck")
        ->check(CLI::Range(1, 100'000))
        ->type_name("N");
    run.add_option("--seed", arguments.seed, "The luck, instead of the scenario's seed")
        ->check(CLI::Validator{seed_complaint, ""})
        ->type_name("S");
    add_set(run, arguments.sets);
    const std::map<std::string, ResultFormat> formats{
        {"table", ResultFormat::table}, {"json", ResultFormat::json}, {"csv", ResultFormat::csv}};
    run.add_option("--format", arguments.format, "table (default), json or csv")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->transform(CLI::Validator{format_complaint, ""})  // the last transformation is the first to run
        ->type_name("FORMAT");
    run.add_option("--out", arguments.out,
                   "Also write summary.json, runs.csv, jobs.csv, ledger.csv and timeline.json there")
        ->type_name("DIR");
    run.add_flag("--quiet", arguments.quiet, "No progress on standard error");
}

void add_check(CLI::App& app, CheckArguments& arguments) {
    CLI::App& check = *app.add_subcommand(
        "check", "Check scenarios and print what their jobs ask of each strategy's pools");
    check.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    add_set(check, arguments.sets);
}

void add_new(CLI::App& app, std::optional<std::string>& name) {
    CLI::App& command = *app.add_subcommand("new", "Print a scenario to start from, or list what there is");
    command.add_option("NAME", name, "Which one, for instance my-three-numbers or startup")->type_name("");
}

void add_catalogue(CLI::App& app, std::optional<std::string>& word) {
    CLI::App& command = *app.add_subcommand(
        "catalogue", "List GPU types, job kinds, rigs and prices with their sources, or show some in full");
    command.add_option("WORD", word, "Those whose name, kind, GPU or source has this in it")->type_name("");
}

void add_claims(CLI::App& app, std::optional<std::string>& folder) {
    CLI::App& command = *app.add_subcommand(
        "claims", "Run pairs of scenarios, a claim and its twin, and print them as a page of Markdown");
    command.add_option("FOLDER", folder, "Instead of the claims that come with trainyard")->type_name("");
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
    if (app.got_subcommand("catalogue")) {
        return catalogue_command(arguments.catalogue_word);
    }
    if (app.got_subcommand("claims")) {
        return claims_command(arguments.claims_folder);
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
    app.name("trainyard");
    app.set_version_flag("--version", "trainyard " TRAINYARD_VERSION);
    app.require_subcommand(1);
    app.footer(examples);
    add_run(app, arguments.run);
    add_check(app, arguments.check);
    app.add_subcommand("schema", "Print the JSON Schema of scenario files");
    app.add_subcommand("format", "Print the reference of scenario files");
    add_new(app, arguments.gallery_name);
    add_catalogue(app, arguments.catalogue_word);
    add_claims(app, arguments.claims_folder);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& end) {
        return report(app, end);
    }
    return dispatch(app, arguments);
}

}  // namespace trainyard
