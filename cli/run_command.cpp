#include <fmt/format.h>

#include <utility>

#include "analysis/documents.hpp"
#include "analysis/expectations.hpp"
#include "analysis/table.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_plan.hpp"
#include "cli/study_run.hpp"

namespace trainyard {
namespace {

void print(const Batch& batch, ResultFormat format) {
    switch (format) {
        case ResultFormat::json:
            print_result(json_document(batch));
            return;
        case ResultFormat::csv:
            print_result(runs_csv(batch));
            return;
        case ResultFormat::table:
            break;
    }
    std::string text;
    for (const ScenarioRuns& runs : batch) {
        text += (text.empty() ? "" : "\n") + table_of(runs, {.bold = colour_wanted()});
    }
    print_result(text);
}

bool expectations_met(const Batch& batch) {
    ExpectationReport all;
    for (const ScenarioRuns& runs : batch) {
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

}  // namespace

int run_command(const RunArguments& arguments) {
    auto inputs = load_inputs(arguments.files, arguments.study.sets);
    if (!inputs) {
        return exit_bad_input;
    }
    auto batch = plan_runs(std::move(*inputs), arguments.study);
    if (!batch) {
        return exit_bad_input;
    }
    StudyRun study{*batch, arguments.study, ResultFiles::runs};
    if (const auto code = study.open()) {
        return *code;
    }
    study.run();
    say_warnings(*batch);
    if (study.is_shard()) {
        return study.exit_code(exit_fine);
    }
    study.write_files();
    print(*batch, arguments.format);
    const bool as_expected = study.interrupted() || expectations_met(*batch);
    return study.exit_code(as_expected ? exit_fine : exit_expectation_failed);
}

}  // namespace trainyard
