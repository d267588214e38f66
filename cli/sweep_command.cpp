#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "analysis/compare/drivers.hpp"
#include "analysis/compare/leaders.hpp"
#include "analysis/compare/points_csv.hpp"
#include "analysis/compare/sweep_findings.hpp"
#include "analysis/compare/sweep_table.hpp"
#include "analysis/documents.hpp"
#include "analysis/study/load_points.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/launch.hpp"
#include "cli/study_run.hpp"
#include "sim/scenario/scenario_file.hpp"

namespace trainyard {
namespace {

void say_notes(const std::string& about, const std::vector<std::string>& notes) {
    for (const std::string& note : notes) {
        say(fmt::format("note: {}: {}", printable(about), printable(note)));
    }
}

// Prints the complaints; whether there were none.
bool is_fine(const std::vector<Diagnostic>& errors) {
    fmt::print(stderr, "{}", render(errors));
    return errors.empty();
}

class SweepCommand {
public:
    explicit SweepCommand(const SweepArguments& arguments)
        : arguments_{arguments}, file_{arguments.file, LoadOptions{arguments.study.sets}} {}

    int run() {
        const bool ready = read_scenario() && read_axes() && read_design() && read_metrics() && load();
        if (!ready) {
            return exit_bad_input;
        }
        StudyArguments arguments = arguments_.study;
        if (arguments_.launch.on) {
            const int code = launch_study(batch_, arguments, arguments_.launch);
            if (code != exit_fine || arguments_.launch.dry_run) {
                return code;
            }
            arguments.fresh = false;  // what the folder now holds is new
        }
        StudyRun study{batch_, arguments, ResultFiles::sweep};
        if (const auto code = study.open()) {
            return *code;
        }
        study.run();
        say_warnings(batch_);
        if (study.is_shard()) {
            return study.exit_code(exit_fine);
        }
        study.write_files();
        print();
        return study.exit_code(exit_fine);
    }

private:
    bool read_scenario() {
        Loaded loaded = file_.load();
        say_notes(arguments_.file, loaded.notes);
        if (!is_fine(loaded.errors)) {
            return false;
        }
        scenario_ = std::move(*loaded.scenario);
        axes_ = std::move(loaded.axes);
        if (arguments_.vary.empty()) {
            say_notes(arguments_.file, loaded.axes_notes);
        }
        return true;
    }

    // What --vary says is instead of what the file says.
    bool read_axes() {
        if (!arguments_.vary.empty()) {
            ReadAxes read = file_.parse_vary(arguments_.vary);
            say_notes("--vary", read.notes);
            axes_ = std::move(read.axes);
            return is_fine(read.errors);
        }
        if (axes_.empty()) {
            complain(fmt::format("nothing is varied: give --vary PATH=VALUES, or {} a `study.vary`",
                                 printable(arguments_.file)));
        }
        return !axes_.empty();
    }

    bool read_design() {
        design_ = scenario_.study.design;
        if (arguments_.design) {
            ReadDesign read = parse_design(*arguments_.design);
            design_ = read.design.value_or(design_);
            return is_fine(read.errors);
        }
        return true;
    }

    bool read_metrics() {
        metrics_ = !arguments_.metrics.empty() ? arguments_.metrics : scenario_.study.metrics;
        if (metrics_.empty()) {
            metrics_ = SweepTableStyle{}.metrics;
        }
        return metrics_are_known(metrics_);
    }

    bool load() {
        const std::uint64_t seed = arguments_.study.seed.value_or(scenario_.seed);
        LaidOut laid = lay_out(axes_, design_, seed);
        say_notes(arguments_.file, laid.notes);
        if (!is_fine(laid.errors)) {
            return false;
        }
        points_ = std::move(laid.set);
        const RunChoice choice{arguments_.study.strategies, arguments_.study.replications,
                               arguments_.study.seed};
        const std::string problem = too_many_runs(number_of_runs(scenario_, choice, points_.points.size()));
        if (!problem.empty()) {
            complain(problem);
            return false;
        }
        LoadedPoints loaded = load_points(file_, points_, choice);
        say_notes(arguments_.file, loaded.notes);
        batch_ = std::move(loaded.batch);
        return is_fine(loaded.errors);
    }

    void print() const {
        switch (arguments_.format) {
            case ResultFormat::json:
                print_result(
                    json_document(batch_, sweep_findings_json(find_all_leaders(batch_), all_drivers())));
                return;
            case ResultFormat::csv:
                print_result(points_csv(batch_));
                return;
            case ResultFormat::table:
                print_result(table());
        }
    }

    std::string table() const {
        SweepTableStyle style{.width = answer_width, .ascii = arguments_.ascii};
        style.metrics = metrics_;
        std::string text =
            fmt::format("{}: {} points, {} replications of {} strategies\n\n", printable(scenario_.name),
                        batch_.size(), replications(), batch_.front().strategies.size());
        text += sweep_table(batch_, style);
        for (const Leaders& leaders : find_all_leaders(batch_)) {
            text += "\n" + leaders_text(leaders, answer_width);
        }
        for (const Drivers& drivers : all_drivers()) {
            text += "\n" + drivers_text(drivers, answer_width);
        }
        return text;
    }

    // Of a sampled design; a grid shows by itself what drives it.
    std::vector<Drivers> all_drivers() const {
        std::vector<Drivers> all;
        for (const std::string& metric : design_.sampled() ? metrics_ : std::vector<std::string>{}) {
            all.push_back(find_drivers(batch_, metric));
        }
        return all;
    }

    std::size_t replications() const {
        std::size_t most = 0;
        for (const StrategyRuns& runs : batch_.front().strategies) {
            most = std::max(most, runs.replications.size());
        }
        return most;
    }

    const SweepArguments& arguments_;
    ScenarioFile file_;
    Scenario scenario_;
    std::vector<Axis> axes_;
    Design design_;
    std::vector<std::string> metrics_;
    PointSet points_;
    Batch batch_;
};

}  // namespace

int sweep_command(const SweepArguments& arguments) {
    if (const std::string problem = launch_problem(arguments.study, arguments.launch); !problem.empty()) {
        complain(problem);
        return exit_bad_input;
    }
    return SweepCommand{arguments}.run();
}

}  // namespace trainyard
