#include <fmt/format.h>

#include <memory>
#include <utility>

#include "analysis/documents.hpp"
#include "analysis/expectations.hpp"
#include "analysis/output_folder.hpp"
#include "analysis/runs/progress.hpp"
#include "analysis/runs/runner.hpp"
#include "analysis/table.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_plan.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// One folder for one scenario; of several, each has its own within.
std::vector<std::unique_ptr<OutputFolder>> open_folders(const fs::path& out, const Batch& batch) {
    std::vector<std::unique_ptr<OutputFolder>> folders;
    if (batch.size() == 1) {
        folders.push_back(std::make_unique<OutputFolder>(out));
        return folders;
    }
    claim_folder(out, {});
    for (const std::string& name : folder_names(batch)) {
        folders.push_back(std::make_unique<OutputFolder>(out / name));
    }
    return folders;
}

class RunCommand {
public:
    RunCommand(Batch batch, const RunArguments& arguments)
        : batch_{std::move(batch)}, arguments_{arguments} {}

    int run() {
        if (arguments_.out) {
            try {
                folders_ = open_folders(*arguments_.out, batch_);
            } catch (const OutputError& error) {
                complain(error.what());
                return exit_bad_input;
            }
        }
        const BatchEnd end = simulate();
        say_warnings();
        write_folders(end);
        print();
        return judge(end);
    }

private:
    BatchEnd simulate() {
        Progress progress{progress_style(arguments_.quiet), count_runs(batch_)};
        RunnerHooks hooks;
        hooks.with_rows = !folders_.empty();
        hooks.finished = [this](const RunRequest& request, RunResult& result) {
            if (!folders_.empty()) {
                folders_[position_of(request.scenario)]->add(result);
            }
        };
        hooks.failed = [&progress](const RunRequest& request, const std::string& reason) {
            progress.clear();
            complain(fmt::format("scenario {}, strategy {}, replication {}, seed {}: {}",
                                 printable(request.scenario.name), printable(request.strategy.name),
                                 request.seed.replication, request.seed.seed, printable(reason)));
        };
        return run_batch(batch_, hooks, progress);
    }

    std::size_t position_of(const Scenario& scenario) const {
        std::size_t position = 0;
        while (&batch_[position].scenario != &scenario) {
            ++position;
        }
        return position;
    }

    // Of a strategy's replications the first that warns speaks for all.
    void say_warnings() const {
        for (const ScenarioRuns& scenario : batch_) {
            for (const StrategyRuns& runs : scenario.strategies) {
                say_warnings(scenario, runs);
            }
        }
    }

    static void say_warnings(const ScenarioRuns& scenario, const StrategyRuns& runs) {
        std::size_t more = 0;
        const RunResult* spoken = nullptr;
        for (std::size_t i = 0; i < runs.replications.size(); ++i) {
            const auto& run = runs.replications[i];
            if (!run || run->warnings.empty()) {
                continue;
            }
            more += spoken != nullptr ? 1 : 0;
            for (const std::string& warning :
                 spoken == nullptr ? run->warnings : std::vector<std::string>{}) {
                say(fmt::format("warning: {}, {}, replication {}: {}", printable(scenario.scenario.name),
                                printable(scenario.name_of(runs)), i + 1, printable(warning)));
            }
            spoken = &*run;
        }
        if (more > 0) {
            say(fmt::format("warning: {}, {}: {} more replications have warnings",
                            printable(scenario.scenario.name), printable(scenario.name_of(runs)), more));
        }
    }

    void write_folders(const BatchEnd& end) {
        for (std::size_t i = 0; i < folders_.size(); ++i) {
            folders_[i]->finish(batch_[i]);
        }
        if (end.interrupted && arguments_.out) {
            say(fmt::format("trainyard: interrupted; {} holds the runs that had finished",
                            printable(*arguments_.out)));
        } else if (end.interrupted) {
            say("trainyard: interrupted; these are the runs that had finished");
        }
    }

    void print() const {
        switch (arguments_.format) {
            case ResultFormat::json:
                print_result(json_document(batch_));
                return;
            case ResultFormat::csv:
                print_result(runs_csv(batch_));
                return;
            case ResultFormat::table:
                break;
        }
        std::string text;
        for (const ScenarioRuns& runs : batch_) {
            text += (text.empty() ? "" : "\n") + table_of(runs, {.bold = colour_wanted()});
        }
        print_result(text);
    }

    int judge(const BatchEnd& end) const {
        if (end.interrupted) {
            return exit_interrupted;
        }
        const bool as_expected = expectations_met();
        if (end.failed > 0) {
            complain(fmt::format("{} of {} runs failed", end.failed, count_runs(batch_)));
            return exit_run_failed;
        }
        return as_expected ? exit_fine : exit_expectation_failed;
    }

    bool expectations_met() const {
        ExpectationReport all;
        for (const ScenarioRuns& runs : batch_) {
            const ExpectationReport report = check_expectations(runs);
            all.met += report.met;
            all.failures.insert(all.failures.end(), report.failures.begin(), report.failures.end());
            all.skipped.insert(all.skipped.end(), report.skipped.begin(), report.skipped.end());
        }
        for (const std::string& line : all.skipped) {
            say("note: " + line);
        }
        for (const std::string& line : all.failures) {
            say(line);
        }
        if (all.met + all.failures.size() > 0) {
            say(fmt::format("{} of {} expectations met", all.met, all.met + all.failures.size()));
        }
        return all.failures.empty();
    }

    Batch batch_;
    const RunArguments& arguments_;
    std::vector<std::unique_ptr<OutputFolder>> folders_;
};

}  // namespace

int run_command(const RunArguments& arguments) {
    auto inputs = load_inputs(arguments.files, arguments.sets);
    if (!inputs) {
        return exit_bad_input;
    }
    auto batch = plan_runs(std::move(*inputs), arguments);
    return batch ? RunCommand{std::move(*batch), arguments}.run() : exit_bad_input;
}

}  // namespace trainyard
