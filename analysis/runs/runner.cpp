#include "analysis/runs/runner.hpp"

#include <sched.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace trainyard {
namespace {

class BatchRunner {
public:
    BatchRunner(Batch& batch, const std::vector<RunKey>& runs, const RunnerHooks& hooks, Progress& progress)
        : batch_{batch}, runs_{runs}, hooks_{hooks}, progress_{progress} {}

    BatchEnd run(const PoolLimits& limits) {
        const bool stopped = run_in_children(
            limits, [this] { return next(); },
            [this](std::size_t position, ChildEnd end) { settle(runs_[position], std::move(end)); }, stop_,
            [this] { progress_.tick(); });
        end_.stopped_by = stopped ? stop_.first() : std::nullopt;
        return end_;
    }

private:
    std::optional<PieceOfWork> next() {
        if (begun_ == runs_.size()) {
            return std::nullopt;
        }
        const RunKey& key = runs_[begun_];
        return PieceOfWork{begun_++, [this, &key] { return encode(hooks_.simulate(request(key))); }};
    }

    RunRequest request(const RunKey& key) const {
        const ScenarioRuns& of = batch_[key.scenario];
        return {.scenario = of.scenario,
                .strategy = of.scenario.strategies[of.strategies[key.strategy].strategy.value],
                .seed = RunSeed{of.seed, key.replication + 1},
                .with_rows = hooks_.with_rows,
                .with_timeline = hooks_.with_rows && key.replication == 0};
    }

    void settle(const RunKey& key, ChildEnd end) {
        if (const Bytes* bytes = std::get_if<Bytes>(&end)) {
            try {
                keep(key, decode(bytes->text));
            } catch (const DamagedResult& damaged) {
                fail(key, damaged.what());
            }
        } else if (const Crash* crash = std::get_if<Crash>(&end)) {
            fail(key, crash->reason);
        }
    }

    void keep(const RunKey& key, RunResult result) {
        if (hooks_.finished) {
            hooks_.finished(key, result);
        }
        result_of(batch_, key) = std::move(result);
        progress_.one_done();
    }

    void fail(const RunKey& key, const std::string& reason) {
        ++end_.failed;
        if (hooks_.failed) {
            hooks_.failed(key, reason);
        }
        progress_.one_done();
    }

    Batch& batch_;
    const std::vector<RunKey>& runs_;
    const RunnerHooks& hooks_;
    Progress& progress_;
    StopSignals stop_;
    std::size_t begun_ = 0;
    BatchEnd end_;
};

}  // namespace

BatchEnd run_batch(Batch& batch, const std::vector<RunKey>& runs, const PoolLimits& limits,
                   const RunnerHooks& hooks, Progress& progress) {
    return BatchRunner{batch, runs, hooks, progress}.run(limits);
}

std::size_t usable_cores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    const int cores = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return static_cast<std::size_t>(std::max(cores, 1));
}

}  // namespace trainyard
