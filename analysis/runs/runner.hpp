// Executes runs of a batch: each in a forked child of its own, a few at a time. A run that throws,
// crashes, hangs or is killed does not take the others with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"
#include "analysis/runs/child_pool.hpp"
#include "analysis/runs/progress.hpp"
#include "analysis/runs/run_list.hpp"
#include "sim/core/random.hpp"

namespace trainyard {

// One run: a scenario, one of its strategies, one replication's luck.
struct RunRequest {
    const Scenario& scenario;
    const Strategy& strategy;
    RunSeed seed;
    bool with_rows = false;      // job and ledger rows too
    bool with_timeline = false;  // first replication only
};

using Simulator = std::function<RunResult(const RunRequest&)>;

// Simulates and folds; the Simulator that the program uses. Call it in a child only.
RunResult simulate_and_fold(const RunRequest& request);

struct RunnerHooks {
    Simulator simulate = simulate_and_fold;
    // Called in the parent, in the order in which runs end. May take the rows out of the result.
    std::function<void(const RunKey&, RunResult&)> finished;
    std::function<void(const RunKey&, const std::string& reason)> failed;
    bool with_rows = false;
};

struct BatchEnd {
    std::size_t failed = 0;
    // The signal, SIGINT or SIGTERM, that stopped it early: what had finished by then is in the batch.
    std::optional<int> stopped_by;
};

// Begins these runs in their order and fills their places in the batch. Throws std::system_error when
// no process can be made.
BatchEnd run_batch(Batch& batch, const std::vector<RunKey>& runs, const PoolLimits& limits,
                   const RunnerHooks& hooks, Progress& progress);

// As many processes as there are cores that this one may use, at least one.
std::size_t usable_cores();

}  // namespace trainyard
