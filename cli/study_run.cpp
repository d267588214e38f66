#include "cli/study_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>

#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "sim/model/metric_names.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {

// The arguments that make this plan again, for whoever goes on with it.
Plan plan_for(const Batch& batch, const StudyArguments& arguments, ResultFiles files) {
    Plan plan = plan_of(batch, files == ResultFiles::runs);
    plan.program = "trainyard " TRAINYARD_VERSION;
    plan.command = lasting_part(arguments.command);
    plan.directory = std::filesystem::current_path().string();
    return plan;
}

std::string other_plan_text(const std::string& folder, const OtherPlan& other) {
    return fmt::format("{} holds other results: {}\nGive another folder, or --fresh to replace them.",
                       printable(folder), other.what());
}

StudyRun::StudyRun(Batch& batch, const StudyArguments& arguments, ResultFiles files)
    : batch_{batch}, arguments_{arguments}, files_{files} {}

void StudyRun::open_folder() {
    const Plan plan = plan_for(batch_, arguments_, files_);
    std::size_t held = 0;
    if (arguments_.shard) {
        shard_ = std::make_unique<ShardFolder>(*arguments_.out, plan, *arguments_.shard);
        held = shard_->load(batch_);
    } else {
        folder_ = std::make_unique<ResultsFolder>(*arguments_.out, batch_, plan, files_, arguments_.fresh);
        held = folder_->load(batch_);
    }
    for (const std::string& damage : shard_ ? shard_->damages() : folder_->damages()) {
        say("warning: " + damage);
    }
    if (held > 0) {
        say(fmt::format("trainyard: {} holds {} of the {} runs{}", printable(*arguments_.out), held,
                        shard_ ? runs_of(*arguments_.shard, batch_).size() : count_runs(batch_),
                        shard_ ? " of this shard" : ""));
    }
}

std::optional<int> StudyRun::open() {
    if (!arguments_.out) {
        return std::nullopt;
    }
    try {
        open_folder();
        return still_agrees() ? std::nullopt : std::optional{exit_bad_input};
    } catch (const OtherPlan& other) {
        complain(other_plan_text(*arguments_.out, other));
    } catch (const OutputError& error) {
        complain(error.what());
    } catch (const StoreError& error) {
        complain(error.what());
    }
    return exit_bad_input;
}

ResultStore* StudyRun::store() { return folder_ ? &folder_->store() : shard_ ? &shard_->store() : nullptr; }

std::vector<RunKey> StudyRun::runs_to_do() const {
    std::vector<RunKey> runs = arguments_.shard ? runs_of(*arguments_.shard, batch_) : all_runs(batch_);
    std::erase_if(runs, [&](const RunKey& key) { return result_of(batch_, key).has_value(); });
    return runs;
}

PoolLimits StudyRun::limits() const {
    PoolLimits limits;
    limits.children = arguments_.jobs > 0 ? arguments_.jobs : usable_cores();
    limits.timeout = arguments_.run_timeout;
    limits.on_stop = arguments_.shard ? OnStop::finish : OnStop::kill;
    return limits;
}

// One of the runs that the folder holds, simulated again: what is still to be run must fit to it.
bool StudyRun::still_agrees() {
    std::vector<RunKey> keys = all_runs(batch_);
    const auto held = std::find_if(keys.begin(), keys.end(),
                                   [&](const RunKey& key) { return result_of(batch_, key).has_value(); });
    if (held == keys.end() || runs_to_do().empty()) {
        return true;
    }
    const std::string digest = result_of(batch_, *held)->digest;
    const RunResult kept = *result_of(batch_, *held);
    Progress silent{Progress::Style::none, 1};
    run_batch(batch_, {*held}, limits(), RunnerHooks{}, silent);
    const std::string again = result_of(batch_, *held)->digest;
    result_of(batch_, *held) = kept;
    if (digest != again) {
        complain(
            fmt::format("{} holds results of a trainyard that simulates otherwise: {} gave {} then, and "
                        "gives {} now\nGive another folder, or --fresh to replace them.",
                        printable(*arguments_.out), title_of(batch_, *held), printable(digest), again));
    }
    return digest == again;
}

void StudyRun::run() {
    if (folder_) {
        folder_->load(batch_);  // of replications that were added since it was opened
    }
    const std::vector<RunKey> runs = runs_to_do();
    Progress progress{progress_style(arguments_.quiet), runs.size()};
    RunnerHooks hooks;
    hooks.with_rows = store() != nullptr && files_ == ResultFiles::runs;
    hooks.finished = [this](const RunKey& key, RunResult& result) {
        if (store() != nullptr) {
            store()->save(batch_, key, result);
        }
        result.job_rows = result.ledger_rows = result.timeline = {};
    };
    hooks.failed = [&](const RunKey& key, const std::string& reason) {
        progress.clear();
        say_failure(key, reason);
        if (store() != nullptr) {
            store()->save_failure(batch_, key, reason);
        }
    };
    const BatchEnd end = run_batch(batch_, runs, limits(), hooks, progress);
    end_ = end;  // runs that failed before have been tried again
    progress.clear();
    if (interrupted()) {
        say_interruption();
    }
}

void StudyRun::say_failure(const RunKey& key, const std::string& reason) const {
    complain(fmt::format("{}: {}", title_of(batch_, key), printable(reason)));
}

void StudyRun::say_interruption() const {
    if (arguments_.out) {
        say(fmt::format(
            "trainyard: interrupted; {} holds the runs that had finished, and the same command goes "
            "on from there",
            printable(*arguments_.out)));
    } else {
        say("trainyard: interrupted; these are the runs that had finished (with --out DIR, the same command "
            "would "
            "go on from there)");
    }
}

void StudyRun::write_files() {
    if (folder_) {
        folder_->write_files(batch_);
    }
}

int StudyRun::exit_code(int otherwise) const {
    if (interrupted()) {
        return is_shard() && end_.stopped_by == SIGTERM ? exit_to_be_continued : exit_interrupted;
    }
    if (end_.failed > 0) {
        complain(fmt::format("{} of {} runs failed", end_.failed, count_runs(batch_)));
        return exit_run_failed;
    }
    return otherwise;
}

bool metrics_are_known(const std::vector<std::string>& metrics) {
    bool fine = true;
    for (const std::string& metric : metrics) {
        if (!is_metric_name(metric)) {
            const std::string hint = did_you_mean(metric, run_metric_names());
            complain(fmt::format("there is no metric `{}`{}", printable(metric),
                                 hint.empty() ? "; docs/model.md lists them" : printable(hint)));
            fine = false;
        }
    }
    return fine;
}

std::string title_of(const Batch& batch, const RunKey& key) {
    const ScenarioRuns& scenario = batch[key.scenario];
    std::string point;
    for (const PointValue& each : scenario.point) {
        point += fmt::format(", {} = {}", printable(each.path), printable(each.value));
    }
    return fmt::format(
        "scenario {}{}, strategy {}, replication {}, seed {}", printable(scenario.scenario.name), point,
        printable(scenario.name_of(scenario.strategies[key.strategy])), key.replication + 1, scenario.seed);
}

}  // namespace trainyard
