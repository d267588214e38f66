#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <sstream>

#include "analysis/cluster/shell_words.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/explain_job_command.hpp"
#include "cli/log_commands.hpp"
#include "cli/look_commands.hpp"
#include "cli/study_options.hpp"
#include "sim/scenario/units.hpp"

namespace trainyard {
namespace {

constexpr const char* examples = R"(Examples:
  trainyard new my-three-numbers > my.yaml a scenario to start from; `trainyard new` lists them
  trainyard check my.yaml                  is it right, and can its pools carry its jobs?
  trainyard run my.yaml                    what the year costs, wastes and waits, by strategy
  trainyard run my.yaml --strategy own-first --replications 30
  trainyard run my.yaml --set fleet.rigs.dual-4090.count=4 --format json
  trainyard run my.yaml --out results      results/report.html to look at; every job and dollar as CSV

Exit codes: 0 fine, 1 an expectation failed, 2 bad input and nothing run, 3 a run failed,
130 interrupted. Results go to standard output, everything else to standard error.)";

struct Arguments {
    RunArguments run;
    CompareArguments compare;
    SweepArguments sweep;
    CheckArguments check;
    VerifyArguments verify;
    FolderArguments folder;
    ReportArguments report;
    std::optional<std::string> gallery_name;
    std::optional<std::string> catalogue_word;
    std::optional<std::string> claims_folder;
    LogArguments logs;
    ExplainJobArguments explain_job;
    ExplainArguments explain;
    PlotArguments plot;
};

constexpr const char* out_of_runs =
    "Also write the results there: report.html, summary.json, runs.csv, jobs.csv, ledger.csv, "
    "timeline.json and results.db;\n"
    "the same command again goes on where it was";

void add_run(CLI::App& app, RunArguments& arguments) {
    CLI::App& run = *app.add_subcommand("run", "Simulate scenarios and print what they come to");
    run.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    add_study_options(run, arguments.study, out_of_runs);
    add_shard(run, arguments.study);
    add_format(run, arguments.format);
}

std::string percent_complaint(const std::string& text) {
    const Measure measure = read_measure(text, Quantity::share);
    if (!measure.problem.empty()) {
        return fmt::format("expected a share such as `2 %`, found `{}`", printable(text));
    }
    const bool fine = measure.value() > 0 && measure.value() < 1;
    return fine ? "" : "must be above 0 % and below 100 %";
}

void add_compare(CLI::App& app, CompareArguments& arguments) {
    CLI::App& compare = *app.add_subcommand(
        "compare",
        "Compare strategies on the same luck: which is cheaper, by how much, and how sure is that?");
    compare.add_option("FILE", arguments.file, "Scenario file")->required()->type_name("");
    compare.add_option("--baseline", arguments.baseline, "The strategy that the others are compared to")
        ->type_name("NAME");
    compare.add_option("--metric", arguments.metrics, "What to compare, instead of cost, waiting and waste")
        ->delimiter(',')
        ->type_name("NAME,…")
        ->allow_extra_args(false);
    compare.add_option("--target", arguments.targets, "Also say who meets this, as in `queue_time_p95_s<6h`")
        ->type_name("METRIC<VALUE")
        ->allow_extra_args(false);
    compare
        .add_option_function<std::string>(
            "--precision",
            [&arguments](const std::string& text) {
                arguments.precision = read_measure(text, Quantity::share).value();
            },
            "Add replications until each interval is within this of its mean")
        ->check(CLI::Validator{percent_complaint, ""})
        ->type_name("SHARE");
    compare
        .add_option("--max-replications", arguments.most_replications,
                    "But no more than these (default 1000)")
        ->check(CLI::Range(1, 100'000))
        ->type_name("N")
        ->needs("--precision");
    add_study_options(compare, arguments.study, out_of_runs);
    add_format(compare, arguments.format);
}

void add_launch(CLI::App& sweep, LaunchArguments& arguments) {
    sweep.add_option("--launch", arguments.on, "Run on a cluster: slurm")->type_name("WHERE");
    sweep.add_option("--shards", arguments.shards, "In how many parts")
        ->check(CLI::Range(std::size_t{1}, most_shards))
        ->type_name("N");
    sweep
        .add_option_function<std::string>(
            "--sbatch-args",
            [&arguments](const std::string& text) {
                const auto words = shell_words(text);
                if (const auto* refusal = std::get_if<Refusal>(&words)) {
                    throw CLI::ValidationError{"--sbatch-args", refusal->text};
                }
                arguments.sbatch = std::get<std::vector<std::string>>(words);
            },
            "More arguments for sbatch, as in '--partition=gpu --time=1:00:00'")
        ->type_name("WORDS");
    sweep.add_flag("--dry-run", arguments.dry_run, "Print the script that would be submitted");
}

void add_sweep(CLI::App& app, SweepArguments& arguments) {
    CLI::App& sweep =
        *app.add_subcommand("sweep", "Simulate a scenario at many points: where does the answer change?");
    sweep.add_option("FILE", arguments.file, "Scenario file")->required()->type_name("");
    sweep
        .add_option("--vary", arguments.vary,
                    "What to vary, as in 'fleet.spot.*.interruptions.rate=log:0.005/h..0.5/h:7'\n"
                    "or 'fleet.rigs.mine.count=0,1,2'; may be given again; instead of the file's study.vary")
        ->type_name("PATH=VALUES")
        ->allow_extra_args(false);
    sweep.add_option("--design", arguments.design, "grid (default), lhs:N or sobol:N")->type_name("DESIGN");
    sweep.add_option("--metric", arguments.metrics, "What the table shows, instead of cost and waiting")
        ->delimiter(',')
        ->type_name("NAME,…")
        ->allow_extra_args(false);
    sweep.add_flag("--ascii", arguments.ascii, "No block characters in the table");
    add_study_options(
        sweep, arguments.study,
        "Also write the results there: report.html, points.csv, runs.csv, summary.json and results.db;\n"
        "the same command again goes on where it was");
    add_shard(sweep, arguments.study);
    add_launch(sweep, arguments.launch);
    add_format(sweep, arguments.format);
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

void add_report(CLI::App& app, ReportArguments& arguments) {
    CLI::App& report = *app.add_subcommand("report", "Make a folder's report.html again");
    report.add_option("DIR", arguments.folder, "What --out was given")->required()->type_name("");
    report.add_flag("--open", arguments.open, "And open it in the browser");
}

void add_check(CLI::App& app, CheckArguments& arguments) {
    CLI::App& check = *app.add_subcommand(
        "check", "Check scenarios and print what their jobs ask of each strategy's pools");
    check.add_option("FILE", arguments.files, "Scenario files")->required()->type_name("");
    add_set(check, arguments.sets);
}

void add_verify(CLI::App& app, VerifyArguments& arguments) {
    CLI::App& verify = *app.add_subcommand(
        "verify", "Prove a scenario's runs: what must add up, and what theory knows of them");
    verify.add_option("FILE", arguments.file, "Scenario file")->required()->type_name("");
    add_run_options(verify, arguments.study);
}

void add_new(CLI::App& app, std::optional<std::string>& name) {
    CLI::App& command = *app.add_subcommand("new", "Print a scenario to start from, or list what there is");
    command.add_option("NAME", name, "Which one, for instance my-three-numbers or startup")->type_name("");
}

void add_catalogue(CLI::App& app, std::optional<std::string>& word) {
    CLI::App& command = *app.add_subcommand(
        "catalogue", "List GPU types, job kinds, rigs and prices with their sources, or show some in full");
    command
        .add_option("WORD", word,
                    "Those whose name, kind, provider, GPU or source has this in it, and notes on it")
        ->type_name("");
}

void add_claims(CLI::App& app, std::optional<std::string>& folder) {
    CLI::App& command = *app.add_subcommand(
        "claims", "Run pairs of scenarios, a claim and its twin, and print them as a page of Markdown");
    command.add_option("FOLDER", folder, "Instead of the claims that come with trainyard")->type_name("");
}

int dispatch(const CLI::App& app, Arguments& arguments) {
    if (app.got_subcommand("explain")) {
        return app.get_subcommand("explain")->got_subcommand("job")
                   ? explain_job_command(arguments.explain_job)
                   : explain_command(arguments.explain);
    }
    if (app.got_subcommand("plot")) {
        return plot_command(arguments.plot);
    }
    if (const auto code = run_log_command(app, arguments.logs)) {
        return *code;
    }
    if (app.got_subcommand("run")) {
        return run_command(arguments.run);
    }
    if (app.got_subcommand("check")) {
        return check_command(arguments.check);
    }
    if (app.got_subcommand("verify")) {
        return verify_command(arguments.verify);
    }
    if (app.got_subcommand("compare")) {
        return compare_command(arguments.compare);
    }
    if (app.got_subcommand("sweep")) {
        return sweep_command(arguments.sweep);
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
    if (app.got_subcommand("report")) {
        return report_command(arguments.report);
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
    complain(printable(end.what()));
    say("Run `trainyard --help` for what can be said.");
    return exit_bad_input;
}

}  // namespace

int parse_and_run(const std::vector<std::string>& words) {
    CLI::App app{
        "Trainyard simulates the machines that train a team's models: what a year costs, how much\n"
        "of that is idle waste, and how long jobs queue."};
    Arguments arguments;
    for (StudyArguments* study : {&arguments.run.study, &arguments.compare.study, &arguments.sweep.study}) {
        study->command = {words.begin() + 1, words.end()};
    }
    app.name("trainyard");
    app.set_version_flag("--version", "trainyard " TRAINYARD_VERSION);
    app.require_subcommand(1);
    app.footer(examples);
    add_run(app, arguments.run);
    add_compare(app, arguments.compare);
    add_sweep(app, arguments.sweep);
    add_folder_commands(app, arguments.folder);
    add_report(app, arguments.report);
    add_plot(app, arguments.plot);
    add_check(app, arguments.check);
    add_verify(app, arguments.verify);
    app.add_subcommand("schema", "Print the JSON Schema of scenario files");
    app.add_subcommand("format", "Print the reference of scenario files");
    add_new(app, arguments.gallery_name);
    add_catalogue(app, arguments.catalogue_word);
    add_claims(app, arguments.claims_folder);
    add_log_commands(app, arguments.logs);
    CLI::App& explain = *app.add_subcommand("explain", "Print how a figure comes about");
    explain.require_subcommand(0, 1);
    add_explain(explain, arguments.explain);
    add_explain_job(explain, arguments.explain_job);
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
