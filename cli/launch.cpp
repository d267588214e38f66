#include "cli/launch.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <filesystem>
#include <system_error>

#include "analysis/cluster/launch.hpp"
#include "analysis/cluster/slurm_script.hpp"
#include "analysis/runs/progress.hpp"
#include "analysis/runs/stop_signals.hpp"
#include "analysis/shard_folder.hpp"
#include "analysis/store/folder_claim.hpp"
#include "analysis/study_watch.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "cli/study_run.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// The command without what each shard is told anew.
std::vector<std::string> command_of(const StudyArguments& study, const fs::path& folder) {
    std::vector<std::string> words{fs::read_symlink("/proc/self/exe").string()};
    const std::vector<std::string> lasting = lasting_part(study.command);
    for (std::size_t i = 0; i < lasting.size(); ++i) {
        if (lasting[i] == "--jobs") {
            ++i;
        } else if (!lasting[i].starts_with("--jobs=")) {
            words.push_back(lasting[i]);
        }
    }
    words.insert(words.end(), {"--out", folder.string()});
    return words;
}

// As many as were asked for, else as many as the folder has been launched with before; 0: neither.
std::size_t shards_of(const StudyArguments& study, const LaunchArguments& launch) {
    const auto before = launch.shards > 0 ? std::nullopt : last_job(*study.out);
    return before ? before->shards : launch.shards;
}

SlurmJob job_of(const Batch& batch, const StudyArguments& study, const LaunchArguments& launch) {
    const fs::path folder = fs::absolute(*study.out).lexically_normal();
    return {.name = batch.front().scenario.name,
            .folder = folder,
            .directory = fs::current_path(),
            .command = command_of(study, folder),
            .shards = shards_of(study, launch),
            .only = {},
            .cpus = study.jobs == 0 ? 1 : static_cast<int>(study.jobs),
            .sbatch_arguments = launch.sbatch};
}

bool pause(StopSignals& stop, std::chrono::milliseconds time) {
    pollfd waiting{stop.descriptor(), POLLIN, 0};
    poll(&waiting, 1, static_cast<int>(time.count()));
    return stop.arrived();
}

// What is there must be empty, or readable on other machines.
void prepare(const fs::path& folder, bool fresh) {
    const FolderLock lock{folder};
    if (fresh) {
        drop_results(folder);
    } else if (fs::exists(folder / store_file)) {
        ResultStore{folder / store_file}.settle();
    }
}

int follow(const Batch& batch, const SlurmJob& job, bool quiet) {
    StopSignals stop;
    LaunchProgress progress{progress_style(quiet)};
    StudyWatch watch{job.folder, batch, job.shards};
    LaunchHooks hooks;
    hooks.look = [&] { return watch.look(); };
    hooks.pause = [&](std::chrono::milliseconds time) { return pause(stop, time); };
    hooks.progress = [&](const StudyState& state, const std::string& queue) {
        progress.show(state.done, state.runs, queue);
    };
    hooks.say = [&](const std::string& line) {
        progress.clear();
        say("trainyard: " + line);
    };
    hooks.complain = [&](const std::string& what) {
        progress.clear();
        complain(what);
    };
    switch (launch_on_slurm(job, hooks)) {
        case LaunchEnd::finished:
            return exit_fine;
        case LaunchEnd::unfinished:
            return exit_run_failed;
        case LaunchEnd::stopped:
            return exit_interrupted;
        case LaunchEnd::refused:
            break;
    }
    return exit_bad_input;
}

}  // namespace

std::string launch_problem(const StudyArguments& study, const LaunchArguments& launch) {
    if (!launch.on) {
        return launch.shards > 0 || launch.dry_run || !launch.sbatch.empty()
                   ? "--shards, --sbatch-args and --dry-run say how to launch: add `--launch slurm`"
                   : "";
    }
    if (study.shard) {
        return "--launch makes the shards itself: leave out --shard";
    }
    if (*launch.on != "slurm") {
        return fmt::format(
            "--launch: `{}` is not known here; known: slurm. For others, docs/guide.md has recipes "
            "with --shard",
            printable(*launch.on));
    }
    if (!study.out || shards_of(study, launch) == 0) {
        return "--launch needs --shards N and --out DIR, a folder that all machines see";
    }
    const auto objection = objection_to(launch.sbatch);
    return objection ? "--sbatch-args: " + objection->text : "";
}

int launch_study(const Batch& batch, const StudyArguments& study, const LaunchArguments& launch) {
    const SlurmJob job = job_of(batch, study, launch);
    if (launch.dry_run) {
        print_result(slurm_script(job));
        return exit_fine;
    }
    try {
        const auto still = study.fresh ? SlurmClient{}.queued_from(job.folder) : std::nullopt;
        if (still) {
            complain(fmt::format("job {} still writes to {}; to end it: {}", still->number(),
                                 printable(*study.out), cancel_command(*still)));
            return exit_bad_input;
        }
        if (is_claimed(job.folder)) {
            prepare(job.folder, study.fresh);
        }
        agree_on_plan(job.folder, plan_for(batch, study, ResultFiles::sweep));
        return follow(batch, job, study.quiet);
    } catch (const OtherPlan& other) {
        complain(other_plan_text(*study.out, other));
    } catch (const OutputError& error) {
        complain(error.what());
    } catch (const StoreError& error) {
        complain(error.what());
    } catch (const fs::filesystem_error& error) {
        complain(error.what());
    }
    return exit_bad_input;
}

}  // namespace trainyard
