#include "cli/look_commands.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>

#include "analysis/report/difference_story.hpp"
#include "analysis/report/job_story.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/report_data.hpp"
#include "analysis/results_view.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "cli/study_run.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

constexpr std::size_t line_width = 100;

// What is wrong with a folder becomes a complaint.
int looking_at(const std::string& folder, const std::function<int(ResultsView&)>& command) {
    try {
        ResultsView view{folder};
        for (const std::string& damage : view.damages()) {
            say("warning: " + damage);
        }
        return command(view);
    } catch (const OtherPlan& other) {
        complain(fmt::format("a shard holds other results: {}", other.what()));
    } catch (const OutputError& error) {
        complain(error.what());
    } catch (const StoreError& error) {
        complain(error.what());
    } catch (const DamagedPlan& error) {
        complain(printable(folder) + ": " + error.what());
    } catch (const DamagedRows& error) {
        complain(printable(folder) + ": " + error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        complain(error.what());
    }
    return exit_bad_input;
}

// Where a name is in a list; says so where it is not. Without a name the first.
std::optional<std::size_t> place_of(const std::optional<std::string>& name,
                                    const std::vector<std::string>& known, const char* what) {
    const auto at = name ? std::find(known.begin(), known.end(), *name) : known.begin();
    if (at == known.end()) {
        complain(fmt::format("the folder has no {} `{}`{}", what, printable(name.value_or("")),
                             printable(did_you_mean(name.value_or(""), known))));
        return std::nullopt;
    }
    return static_cast<std::size_t>(at - known.begin());
}

class Explanation {
public:
    Explanation(ResultsView& view, const ExplainArguments& arguments) : view_{view}, arguments_{arguments} {}

    int print() {
        std::vector<std::string> names;
        for (const ScenarioRuns& runs : view_.batch()) {
            names.push_back(runs.scenario.name);
        }
        const auto scenario = place_of(arguments_.scenario, names, "scenario");
        if (!scenario) {
            return exit_bad_input;
        }
        scenario_ = *scenario;
        for (const StrategyRuns& runs : runs_of_scenario().strategies) {
            strategies_.push_back(runs_of_scenario().name_of(runs));
        }
        return arguments_.job ? print_job() : print_difference();
    }

private:
    const ScenarioRuns& runs_of_scenario() const { return view_.batch()[scenario_]; }

    // Says so where there are none.
    std::optional<RunRows> rows_of(std::size_t strategy) {
        for (const RunKey& key : all_runs(view_.batch())) {
            if (key.scenario == scenario_ && key.strategy == strategy &&
                key.replication + 1 == static_cast<std::size_t>(arguments_.replication)) {
                if (auto rows = view_.rows(key)) {
                    return rows;
                }
            }
        }
        complain(fmt::format("{} holds no jobs of {} in replication {}{}", printable(arguments_.folder),
                             printable(strategies_[strategy]), arguments_.replication,
                             view_.plan().with_rows ? "" : ": a sweep does not keep them"));
        return std::nullopt;
    }

    int print_job() {
        const auto strategy = place_of(arguments_.strategy, strategies_, "strategy");
        const auto rows = strategy ? rows_of(*strategy) : std::nullopt;
        if (!rows) {
            return exit_bad_input;
        }
        const std::string title =
            fmt::format("{}, {}, replication {}", printable(runs_of_scenario().scenario.name),
                        printable(strategies_[*strategy]), arguments_.replication);
        const auto story = job_story(*rows, strategies_[*strategy], title, facts_in(view_.plan(), scenario_),
                                     *arguments_.job, line_width);
        if (!story) {
            complain(fmt::format("{} has no job {}", title, *arguments_.job));
            return exit_bad_input;
        }
        print_result(*story);
        return exit_fine;
    }

    int print_difference() {
        const auto one = place_of(arguments_.difference[0], strategies_, "strategy");
        const auto other = place_of(arguments_.difference[1], strategies_, "strategy");
        if (!one || !other) {
            return exit_bad_input;
        }
        const auto rows = rows_of(*one);
        const auto other_rows = rows ? rows_of(*other) : std::nullopt;
        if (!other_rows) {
            return exit_bad_input;
        }
        print_result(difference_story({strategies_[*one], *rows}, {strategies_[*other], *other_rows},
                                      static_cast<int>(arguments_.replication), line_width));
        return exit_fine;
    }

    ResultsView& view_;
    const ExplainArguments& arguments_;
    std::size_t scenario_ = 0;
    std::vector<std::string> strategies_;
};

}  // namespace

int plot_command(const PlotArguments& arguments) {
    const std::vector<std::string> metrics =
        arguments.metrics.empty() ? std::vector<std::string>{"total_cost_usd"} : arguments.metrics;
    if (!metrics_are_known(metrics)) {
        return exit_bad_input;
    }
    return looking_at(arguments.folder, [&](ResultsView& view) {
        std::string text;
        for (const std::string& metric : metrics) {
            text += (text.empty() ? "" : "\n") + plot(view.batch(), metric, {.ascii = arguments.ascii});
        }
        print_result(text);
        return exit_fine;
    });
}

int explain_command(const ExplainArguments& arguments) {
    if (arguments.folder.empty() || arguments.job.has_value() == !arguments.difference.empty()) {
        complain(
            "explain wants a folder of results and either --job N or --difference A B, or `job FILE STREAM`");
        return exit_bad_input;
    }
    return looking_at(arguments.folder, [&](ResultsView& view) {
        return Explanation{view, arguments}.print();
    });
}

void add_plot(CLI::App& app, PlotArguments& arguments) {
    CLI::App& plot = *app.add_subcommand("plot", "Draw a metric of a folder's results in the terminal");
    plot.add_option("DIR", arguments.folder, "What --out was given")->required()->type_name("");
    plot.add_option("--metric", arguments.metrics, "What to draw (default total_cost_usd)")
        ->delimiter(',')
        ->type_name("NAME,…");
    plot.add_flag("--ascii", arguments.ascii, "With letters and signs alone");
}

void add_explain(CLI::App& explain, ExplainArguments& arguments) {
    explain.add_option("DIR", arguments.folder, "What --out was given")->type_name("");
    explain.add_option("--job", arguments.job, "Tell the story of this job")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}))
        ->type_name("N");
    explain
        .add_option("--difference", arguments.difference,
                    "Say what makes the difference in cost between two strategies")
        ->expected(2)
        ->type_name("NAME NAME");
    explain.add_option("--strategy", arguments.strategy, "Whose job (default: the first)")->type_name("NAME");
    explain
        .add_option("--scenario", arguments.scenario, "Where the folder holds several (default: the first)")
        ->type_name("NAME");
    explain.add_option("--replication", arguments.replication, "Which one (default 1)")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000}))
        ->type_name("N");
}

}  // namespace trainyard
