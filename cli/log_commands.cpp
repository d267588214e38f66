#include "cli/log_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <system_error>

#include "analysis/logs/backtest.hpp"
#include "analysis/logs/fit.hpp"
#include "analysis/logs/import.hpp"
#include "analysis/runs/child_process.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

std::vector<TraceSource> sources_of(const ImportArguments& arguments) {
    std::vector<TraceSource> sources;
    for (const std::string& file : arguments.files) {
        TraceSource source{.path = file, .format = arguments.format, .columns = arguments.columns};
        for (std::size_t end = 0; end < logged_end_names.size() && !arguments.keep.empty(); ++end) {
            source.keep[end] = std::find(arguments.keep.begin(), arguments.keep.end(),
                                         logged_end_names[end]) != arguments.keep.end();
        }
        source.most_bytes = std::numeric_limits<std::uint64_t>::max();  // it is read in blocks
        sources.push_back(std::move(source));
    }
    return sources;
}

// Why the target must not be written, or nothing.
std::string target_problem(const ImportArguments& arguments) {
    for (const std::string& file : arguments.files) {
        std::error_code error;
        if (std::filesystem::equivalent(file, arguments.out, error)) {
            return fmt::format("--out {} is what is to be read", printable(arguments.out));
        }
    }
    return overwriting_problem(arguments.out, imported_header);
}

// The jobs of our own CSV, or nothing after its errors have been printed.
std::optional<std::vector<TraceRow>> read_log(const std::string& path) {
    TraceFile file = read_trace(path, TraceFormat::trainyard);
    for (const std::string& note : file.notes) {
        say(fmt::format("note: {}: {}", printable(path), printable(note)));
    }
    if (!file.errors.empty()) {
        fmt::print(stderr, "{}", render(diagnostics_of(path, file.errors)));
        return std::nullopt;
    }
    return std::move(file.rows);
}

// The strategy of that name, or the first; null after a complaint.
const Strategy* strategy_of(const Scenario& scenario, const std::optional<std::string>& name) {
    if (!name) {
        return &scenario.strategies.front();
    }
    std::vector<std::string> names;
    for (const Strategy& strategy : scenario.strategies) {
        if (strategy.name == *name) {
            return &strategy;
        }
        names.push_back(strategy.name);
    }
    complain(fmt::format("there is no strategy named `{}`{}", printable(*name), did_you_mean(*name, names)));
    return nullptr;
}

// The waits from a process of its own, as bytes; SimGrid's engine exists once in a process.
std::optional<std::vector<double>> waits_from_child(const BacktestPlan& plan, StopSignals& stop) {
    const ChildEnd end = run_in_child(
        [&plan] {
            const std::vector<double> waits = simulated_waits(plan);
            std::string bytes(waits.size() * sizeof(double), '\0');
            std::memcpy(bytes.data(), waits.data(), bytes.size());
            return bytes;
        },
        stop, [] {});
    if (const auto* crash = std::get_if<Crash>(&end)) {
        complain(printable(crash->reason));
    }
    const auto* bytes = std::get_if<Bytes>(&end);
    if (bytes == nullptr) {
        return std::nullopt;
    }
    std::vector<double> waits(bytes->text.size() / sizeof(double));
    std::memcpy(waits.data(), bytes->text.data(), bytes->text.size());
    return waits;
}

}  // namespace

int import_command(const ImportArguments& arguments) {
    if (const std::string problem = target_problem(arguments); !problem.empty()) {
        complain(problem);
        return exit_bad_input;
    }
    const ImportReport report = import_logs(sources_of(arguments), arguments.out);
    if (!report.errors.empty()) {
        fmt::print(stderr, "{}", render(report.errors));
        return exit_bad_input;
    }
    print_result(described(report, arguments.out));
    return exit_fine;
}

int fit_command(const std::string& file) {
    const auto rows = read_log(file);
    if (!rows) {
        return exit_bad_input;
    }
    const auto fitted = fit_workload(*rows);
    if (!fitted) {
        complain(
            fmt::format("{}: a rate needs submissions at two different times at least", printable(file)));
        return exit_bad_input;
    }
    print_result(workload_block(*fitted));
    return exit_fine;
}

int backtest_command(const BacktestArguments& arguments) {
    auto rows = read_log(arguments.log);
    auto inputs = load_inputs({arguments.file}, arguments.sets);
    const Strategy* const strategy =
        inputs ? strategy_of(inputs->front().scenario(), arguments.strategy) : nullptr;
    if (!rows || strategy == nullptr) {
        return exit_bad_input;
    }
    const BacktestPlan plan = plan_backtest(inputs->front().scenario(), *strategy, std::move(*rows));
    if (plan.rows.empty()) {
        complain(fmt::format("none of the jobs fits a pool of `{}`", printable(strategy->name)));
        return exit_bad_input;
    }
    StopSignals stop;
    const auto waits = waits_from_child(plan, stop);
    if (!waits) {
        return stop.first() ? exit_interrupted : exit_run_failed;
    }
    print_result(described(compare_waits(plan, *waits), strategy->name, arguments.ascii));
    return exit_fine;
}

}  // namespace trainyard
