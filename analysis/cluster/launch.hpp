// A study on a cluster, from its submission to the last of its runs. What has been done, the store
// says; Slurm is only asked whether anything is still to come.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "analysis/cluster/slurm_client.hpp"

namespace trainyard {

// What the store holds of a study.
struct StudyState {
    std::size_t done = 0;  // runs, failed ones included
    std::size_t runs = 0;
    std::vector<std::size_t> unfinished = {};  // shards that lack a run, ascending
};

struct LaunchHooks {
    std::function<StudyState()> look;
    // Waits; true: not to be followed any longer.
    std::function<bool(std::chrono::milliseconds)> pause;
    // After each look at store and queue; `queue` is SlurmQueue::words().
    std::function<void(const StudyState&, const std::string& queue)> progress;
    std::function<void(const std::string& line)> say;
    std::function<void(const std::string& what)> complain;
    SlurmClient slurm{};
};

enum class LaunchEnd {
    finished,    // the store holds every run
    unfinished,  // it does not, although the shards were submitted again; complained of
    stopped,     // by pause(): the job goes on; said how to come back
    refused,     // could not be submitted; complained of
};

// Submits the unfinished shards and follows them; shards that are unfinished when none is in the queue
// any longer are submitted again, `resubmissions` times at most, unless somebody cancelled some. If the
// folder's last job is still in the queue, follows it instead of submitting another. Throws OutputError, and
// what the hooks throw.
LaunchEnd launch_on_slurm(SlurmJob job, const LaunchHooks& hooks, int resubmissions = 3);

}  // namespace trainyard
