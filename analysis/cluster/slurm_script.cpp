#include "analysis/cluster/slurm_script.hpp"

#include <fmt/format.h>

#include "analysis/cluster/shell_words.hpp"

namespace trainyard {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::string_view safe_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

// Not `exec`: a cluster whose administrator has not set RequeueExit=75 requeues no task that exits, so
// that the script must. Slurm signals the whole job or this shell alone, as it is configured and for
// what reason; hence SIGTERM is passed on, and may reach the program twice.
//
// A task is requeued only while Slurm calls it running: SIGTERM came before a time limit, or from
// `scancel --signal`. In any other state somebody has cancelled the job, and requeueing would bring it
// back to life, or Slurm (preemption, a node that fails) is requeueing it already. A program that is
// always stopped before its first run would be requeued for ever, so there is an end to it.
//
// Array and task number, for $SLURM_JOB_ID of an array's last task stands for the whole array.
constexpr const char* template_text = R"script(#!/bin/bash
# The shards of a Trainyard study. To submit it by hand, from the folder that it is in:
#   mkdir -p {logs} && sbatch {script}
#SBATCH --job-name=trainyard-{name}
#SBATCH --array={array}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task={cpus}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output={logs}/%A_%a.log
#SBATCH --signal=B:TERM@60

told=
trap 'told=yes; kill -TERM "$shard" 2>/dev/null' TERM
cd -- {directory} || exit 2
{command} --shard "$SLURM_ARRAY_TASK_ID/{shards}" --jobs "${{SLURM_CPUS_PER_TASK:-1}}" &
shard=$!
[[ -z $told ]] || kill -TERM "$shard"
# SIGTERM ends a wait early; the next one has the exit code.
until wait "$shard"; code=$?; [[ -z $told ]]; do told=; done

# 75: SIGTERM came, and there is more to do; 143: it came before the program could listen. Only while the
# task counts as running is that for us to see to.
task=${{SLURM_ARRAY_JOB_ID}}_$SLURM_ARRAY_TASK_ID
if (((code == 75 || code == 143) && ${{SLURM_RESTART_COUNT:-0}} < 100)) &&
    [[ $(squeue --noheader --jobs="$task" --format=%T) == RUNNING ]]; then
    scontrol requeue "$task"
fi
exit "$code"
)script";

std::vector<std::size_t> shards_of(const SlurmJob& job) {
    if (!job.only.empty()) {
        return job.only;
    }
    std::vector<std::size_t> all(job.shards);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = i;
    }
    return all;
}

}  // namespace

std::string slurm_script(const SlurmJob& job) {
    return fmt::format(template_text, fmt::arg("logs", slurm_log_folder),
                       fmt::arg("script", slurm_script_file), fmt::arg("name", safe_name(job.name)),
                       fmt::arg("array", index_ranges(shards_of(job))), fmt::arg("cpus", job.cpus),
                       fmt::arg("directory", shell_quoted(job.directory.string())),
                       fmt::arg("command", shell_quoted(job.command)), fmt::arg("shards", job.shards));
}

std::string index_ranges(const std::vector<std::size_t>& ascending) {
    std::string text;
    for (std::size_t i = 0; i < ascending.size();) {
        std::size_t last = i;
        while (last + 1 < ascending.size() && ascending[last + 1] == ascending[last] + 1) {
            ++last;
        }
        text += fmt::format("{}{}", text.empty() ? "" : ",", ascending[i]);
        if (last > i) {
            text += fmt::format("{}{}", last > i + 1 ? "-" : ",", ascending[last]);
        }
        i = last + 1;
    }
    return text;
}

std::string safe_name(std::string_view text) {
    std::string name;
    for (const char letter : text) {
        const bool safe = safe_letters.find(letter) != std::string_view::npos;
        if (safe || (!name.empty() && name.back() != '-')) {
            name += safe ? letter : '-';
        }
        if (name.size() == longest_name) {
            break;
        }
    }
    while (!name.empty() && name.back() == '-') {
        name.pop_back();
    }
    return name.empty() ? "study" : name;
}

}  // namespace trainyard
