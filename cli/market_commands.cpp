#include "cli/market_commands.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "analysis/logs/import.hpp"
#include "analysis/logs/inspect.hpp"
#include "analysis/logs/price_yaml.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_drawn = 50;  // series of one file

// Of the YAML of prices.
constexpr std::string_view first_line = "# Made by `trainyard import prices`, which overwrites this file.";

// Says what is wrong with what was asked for, if it is not in the list.
bool is_listed(const PricePools& pools, const ImportPricesArguments& arguments) {
    if (!pools.yaml.empty()) {
        return true;
    }
    if (pools.regions.empty()) {
        complain(fmt::format("{}: no offer of the GPU `{}`{}", printable(arguments.file),
                             printable(arguments.gpu), did_you_mean(arguments.gpu, pools.gpus)));
    } else {
        complain(fmt::format("{}: no offer of `{}` in the region `{}`; there are {}",
                             printable(arguments.file), printable(arguments.gpu),
                             printable(arguments.region.value_or("")),
                             printable(fmt::format("{}", fmt::join(pools.regions, ", ")))));
    }
    return false;
}

void say_skipped(const PriceList& list, const std::string& file) {
    for (const TraceError& row : list.skipped) {
        say(row.line > 0 ? fmt::format("skipped: {}:{}:{}: {}", printable(file), row.line, row.column,
                                       printable(row.message))
                         : fmt::format("skipped: {}: {}", printable(file), printable(row.message)));
    }
    for (const DroppedRows& dropped : list.dropped) {
        say(fmt::format("note: {}: {}", printable(file), printable(described(dropped))));
    }
}

}  // namespace

int inspect_command(const InspectArguments& arguments) {
    const SpotFile file = read_spot_file(arguments.file, arguments.format);
    if (!file.errors.empty()) {
        fmt::print(stderr, "{}", render(diagnostics_of(arguments.file, file.errors)));
        return exit_bad_input;
    }
    std::string text =
        fmt::format("{}: read as {}: {}\n", printable(arguments.file),
                    spot_format_names[static_cast<std::size_t>(arguments.format)], file.polarity);
    for (std::size_t i = 0; i < std::min(file.series.size(), most_drawn); ++i) {
        text += described(file.series[i], arguments.ascii);
    }
    if (file.series.size() > most_drawn) {
        text += fmt::format("and {} more\n", file.series.size() - most_drawn);
    }
    print_result(text);
    return exit_fine;
}

void add_inspect(CLI::App& app, InspectArguments& arguments) {
    CLI::App& inspect = *app.add_subcommand(
        "inspect", "Print and draw what a spot trace says: availability, interruptions, prices");
    inspect.add_option("FILE", arguments.file, "Spot trace, plain or gzip")->required()->type_name("");
    std::map<std::string, SpotFormat> formats;
    for (std::size_t i = 0; i < spot_format_names.size(); ++i) {
        formats[spot_format_names[i]] = static_cast<SpotFormat>(i);
    }
    inspect
        .add_option("--format", arguments.format,
                    "skypilot (1 = available), cant-be-late (1 = preempted), bamboo, trainyard\n"
                    "(t_s,available,price) or aws-prices; never guessed, for the first two look alike")
        ->required()
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->type_name("FORMAT");
    inspect.add_flag("--ascii", arguments.ascii, "No block characters in the drawing");
}

int import_prices_command(const ImportPricesArguments& arguments) {
    if (const std::string problem = overwriting_problem(arguments.out, first_line); !problem.empty()) {
        complain(problem);
        return exit_bad_input;
    }
    const PriceList list = read_skypilot_prices(arguments.file);
    if (!list.errors.empty()) {
        fmt::print(stderr, "{}", render(diagnostics_of(arguments.file, list.errors)));
        return exit_bad_input;
    }
    say_skipped(list, arguments.file);
    const PricePools pools = pools_of(
        list, {arguments.gpu, arguments.region, arguments.as, arguments.interruptions,
               std::filesystem::path{arguments.file}.filename().string(), arguments.as_of.value_or("")});
    if (!is_listed(pools, arguments)) {
        return exit_bad_input;
    }
    OutputFile out{arguments.out};
    out.append(fmt::format("{}\n{}", first_line, pools.yaml));
    out.commit();
    print_result(fmt::format("{} pools on demand and {} on spot written to {}; `include: [{}]` brings them\n",
                             pools.on_demand, pools.spot, printable(arguments.out),
                             printable(std::filesystem::path{arguments.out}.filename().string())));
    if (pools.dearer > 0) {
        say(fmt::format(
            "note: {} rows are of an instance and place that another row has as well; the cheapest counts",
            pools.dearer));
    }
    if (pools.spot > 0 && !arguments.interruptions) {
        say("note: the list does not say how often spot instances are taken back; `interruptions: none` "
            "stands "
            "there until you change it");
    }
    return exit_fine;
}

void add_import_prices(CLI::App& import, ImportPricesArguments& arguments) {
    CLI::App& prices = *import.add_subcommand("prices", "A price list, as pools for a scenario to include");
    prices.add_option("--from", arguments.from, "Whose list it is: skypilot")
        ->required()
        ->check(CLI::IsMember({"skypilot"}))
        ->type_name("FORM");
    prices.add_option("FILE", arguments.file, "CSV of SkyPilot's catalogue")->required()->type_name("");
    prices.add_option("--gpu", arguments.gpu, "As the list calls it: A100-80GB, H100, …")
        ->required()
        ->type_name("NAME");
    prices.add_option("--region", arguments.region, "Only there")->type_name("NAME");
    prices.add_option("--as", arguments.as, "The GPU type of the pools, if not the catalogue's")
        ->type_name("NAME");
    prices
        .add_option("--interruptions", arguments.interruptions,
                    "Of the spot pools, as in '{rate: 0.05/h}'; none, if not said")
        ->type_name("YAML");
    prices.add_option("--as-of", arguments.as_of, "Day of the prices")->type_name("DATE");
    prices.add_option("--out", arguments.out, "The YAML to write")->required()->type_name("FILE");
}

}  // namespace trainyard
