#include "cli/study_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <system_error>

#include "analysis/text/text.hpp"
#include "sim/scenario/units.hpp"

namespace trainyard {
namespace {

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

constexpr double shortest_timeout_s = 0.001;
constexpr double longest_timeout_s = 31'536'000;

std::string timeout_complaint(const std::string& text) {
    const Measure measure = read_measure(text, Quantity::duration);
    if (!measure.problem.empty()) {
        return fmt::format("expected a duration such as `60 s` or `10 min`, found `{}`", printable(text));
    }
    const bool fine = measure.value() >= shortest_timeout_s && measure.value() <= longest_timeout_s;
    return fine ? "" : "must be from 0.001 s to a year";
}

void add_run_timeout(CLI::App& command, StudyArguments& arguments) {
    command
        .add_option_function<std::string>(
            "--run-timeout",
            [&arguments](const std::string& text) {
                const double seconds = read_measure(text, Quantity::duration).value();
                arguments.run_timeout = std::chrono::milliseconds{std::llround(seconds * 1000)};
            },
            "End a run that takes longer than this, and report it as failed")
        ->take_last()
        ->check(CLI::Validator{timeout_complaint, ""})
        ->type_name("DURATION");
}

}  // namespace

void add_set(CLI::App& command, std::vector<std::string>& sets) {
    command.add_option("--set", sets, "Change a value of the scenario, as if its file said so")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
}

void add_run_options(CLI::App& command, StudyArguments& arguments) {
    command.add_option("--strategy", arguments.strategies, "Only this strategy; may be given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_option("--replications", arguments.replications, "How often, each time with other luck")
        ->take_last()
        ->check(CLI::Range(1, 100'000))
        ->type_name("N");
    command.add_option("--seed", arguments.seed, "The luck, instead of the scenario's seed")
        ->check(CLI::Validator{seed_complaint, ""})
        ->type_name("S");
    add_set(command, arguments.sets);
    command.add_option("--jobs", arguments.jobs, "Runs at once; 0 (default): one a core")
        ->take_last()
        ->check(CLI::Range(0, 4096))
        ->type_name("N");
    add_run_timeout(command, arguments);
    command.add_flag("--quiet", arguments.quiet, "No progress on standard error");
}

void add_study_options(CLI::App& command, StudyArguments& arguments, const std::string& what_out_does) {
    add_run_options(command, arguments);
    command.add_option("--out", arguments.out, what_out_does)->type_name("DIR");
    command.add_flag("--fresh", arguments.fresh, "Replace other results that --out's folder holds");
}

void add_shard(CLI::App& command, StudyArguments& arguments) {
    command
        .add_option_function<std::string>(
            "--shard",
            [&arguments](const std::string& text) {
                const auto shard = parse_shard(text);
                if (const Refusal* refusal = std::get_if<Refusal>(&shard)) {
                    throw CLI::ValidationError{"--shard", refusal->text};
                }
                arguments.shard = std::get<Shard>(shard);
            },
            "Only every N-th run from the I-th (from 0), into a file of its own; `auto`: as the scheduler "
            "says")
        ->type_name("I/N")
        ->needs("--out")
        ->excludes("--fresh");
}

void add_format(CLI::App& command, ResultFormat& format) {
    const std::map<std::string, ResultFormat> formats{
        {"table", ResultFormat::table}, {"json", ResultFormat::json}, {"csv", ResultFormat::csv}};
    command.add_option("--format", format, "table (default), json or csv")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->transform(CLI::Validator{format_complaint, ""})  // the last transformation is the first to run
        ->type_name("FORMAT");
}

}  // namespace trainyard
