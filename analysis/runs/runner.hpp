// Executes a batch: each run in a forked child of its own, one after another. A run that throws,
// crashes or is killed does not take the others with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "analysis/runs/batch.hpp"
#include "analysis/runs/child_process.hpp"
#include "analysis/runs/progress.hpp"
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
    // Called in the parent, in the order of the batch: strategies of a scenario one after another,
    // each with its replications. May take the rows out of the result.
    std::function<void(const RunRequest&, RunResult&)> finished;
    std::function<void(const RunRequest&, const std::string& reason)> failed;
    bool with_rows = false;
};

struct BatchEnd {
    std::size_t failed = 0;
    bool interrupted = false;  // by SIGINT or SIGTERM: what had finished by then is in the batch
};

// Fills the empty replications of the batch. Throws std::system_error when no process can be made.
BatchEnd run_batch(Batch& batch, const RunnerHooks& hooks, Progress& progress);

}  // namespace trainyard
