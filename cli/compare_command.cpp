#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "analysis/compare/comparison_documents.hpp"
#include "analysis/compare/comparison_text.hpp"
#include "analysis/compare/precision.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_plan.hpp"
#include "cli/study_run.hpp"
#include "sim/model/metric_names.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

std::vector<CashByMonth> cash_of(const StrategyRuns& runs) {
    std::vector<CashByMonth> cash;
    for (const auto& run : runs.replications) {
        cash.push_back(run ? run->cash_by_month_usd : CashByMonth{});
    }
    return cash;
}

// What a strategy pays for its rigs.
Money spent_on_rigs(const Scenario& scenario, const StrategyRuns& runs) {
    Money spent;
    for (const PoolUse& use : scenario.strategies[runs.strategy.value].pools) {
        if (const RigTerms* rigs = scenario.pool(use.pool).rigs()) {
            for (int i = 0; i < use.count.value_or(rigs->count); ++i) {
                spent += rigs->price;
            }
        }
    }
    return spent;
}

class CompareCommand {
public:
    CompareCommand(Batch batch, const CompareArguments& arguments)
        : batch_{std::move(batch)}, arguments_{arguments} {}

    int run() {
        if (!read_options()) {
            return exit_bad_input;
        }
        if (!options_.baseline.empty()) {
            batch_.front().scenario.study.baseline = options_.baseline;  // for who reads the report
        }
        StudyRun study{batch_, arguments_.study, ResultFiles::runs};
        if (const auto code = study.open()) {
            return *code;
        }
        study.run();
        while (!study.interrupted() && add_replications()) {
            study.run();
        }
        say_warnings(batch_);
        study.write_files();
        print();
        return study.exit_code(exit_fine);
    }

private:
    // Everything that is wrong with them is said.
    bool read_options() {
        const Scenario& scenario = batch_.front().scenario;
        options_.baseline = arguments_.baseline.value_or(scenario.study.baseline.value_or(""));
        if (!arguments_.metrics.empty()) {
            options_.metrics = arguments_.metrics;
        } else if (!scenario.study.metrics.empty()) {
            options_.metrics = scenario.study.metrics;
        }
        const bool targets = read_targets();
        const bool metrics = metrics_are_known(options_.metrics);
        return baseline_runs() && targets && metrics;
    }

    bool read_targets() {
        bool fine = true;
        for (const std::string& text : arguments_.targets) {
            auto target = parse_target(text);
            if (const auto* problem = std::get_if<std::string>(&target)) {
                complain(fmt::format("--target {}: {}", printable(text), printable(*problem)));
                fine = false;
            } else {
                options_.targets.push_back(std::get<Target>(std::move(target)));
            }
        }
        return fine;
    }

    // The scenario's own baseline may be left out by --strategy; the first strategy stands in for it then.
    bool baseline_runs() {
        if (options_.baseline.empty() || batch_.front().find(options_.baseline) != nullptr) {
            return true;
        }
        if (!arguments_.baseline) {
            options_.baseline.clear();
            return true;
        }
        std::vector<std::string> known;
        for (const StrategyRuns& runs : batch_.front().strategies) {
            known.push_back(batch_.front().name_of(runs));
        }
        complain(fmt::format("--baseline: {} does not run{}", printable(options_.baseline),
                             printable(did_you_mean(options_.baseline, known))));
        return false;
    }

    // Whether there are now more to be run.
    bool add_replications() {
        if (!arguments_.precision) {
            return false;
        }
        const auto needed = next_replications(batch_.front(), options_.metrics, *arguments_.precision);
        std::size_t now = 0;
        for (const StrategyRuns& runs : batch_.front().strategies) {
            now = std::max(now, runs.replications.size());
        }
        const auto most = static_cast<std::size_t>(arguments_.most_replications);
        if (!needed || now >= most) {
            if (needed) {
                say(fmt::format(
                    "trainyard: {} replications are not enough for a precision of {:g} %; --max-replications "
                    "allows no more",
                    now, *arguments_.precision * 100));
            }
            return false;
        }
        for (StrategyRuns& runs : batch_.front().strategies) {
            if (runs.infeasible.empty()) {
                runs.replications.resize(std::min(*needed, most));
            }
        }
        return true;
    }

    bool spent_more(const StrategyRuns& a, const StrategyRuns& b) const {
        const Scenario& scenario = batch_.front().scenario;
        return spent_on_rigs(scenario, a) > spent_on_rigs(scenario, b);
    }

    Comparison compared() const {
        const ScenarioRuns& runs = batch_.front();
        Comparison comparison = compare(runs, options_);
        const StrategyRuns& base = runs.strategies[comparison.baseline];
        for (std::size_t i = 0; i < comparison.strategies.size(); ++i) {
            StrategyComparison& each = comparison.strategies[i];
            each.buys_rigs = spent_on_rigs(runs.scenario, runs.strategies[i]) > Money{};
            const auto found = payback(cash_of(base), cash_of(runs.strategies[i]));
            // Only what somebody has bought more of can pay for itself.
            const bool same_work = !each.work_gap;  // what did less has paid for less
            if (found && same_work &&
                (found->baseline_pays_first ? spent_more(base, runs.strategies[i])
                                            : spent_more(runs.strategies[i], base))) {
                each.payback = found;
            }
        }
        return comparison;
    }

    void print() const {
        switch (arguments_.format) {
            case ResultFormat::json:
                print_result(comparison_json(compared()));
                return;
            case ResultFormat::csv:
                print_result(comparison_csv(compared()));
                return;
            case ResultFormat::table:
                print_result(comparison_text(compared(), answer_width));
        }
    }

    Batch batch_;
    const CompareArguments& arguments_;
    CompareOptions options_;
};

}  // namespace

int compare_command(const CompareArguments& arguments) {
    auto inputs = load_inputs({arguments.file}, arguments.study.sets);
    if (!inputs) {
        return exit_bad_input;
    }
    auto batch = plan_runs(std::move(*inputs), arguments.study);
    return batch ? CompareCommand{std::move(*batch), arguments}.run() : exit_bad_input;
}

}  // namespace trainyard
