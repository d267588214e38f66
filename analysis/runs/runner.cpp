#include "analysis/runs/runner.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

std::string title(const RunRequest& request) {
    return fmt::format("{}, {}, replication {}", printable(request.scenario.name),
                       printable(request.strategy.name), request.seed.replication);
}

class BatchRunner {
public:
    BatchRunner(const RunnerHooks& hooks, Progress& progress) : hooks_{hooks}, progress_{progress} {}

    BatchEnd run(Batch& batch) {
        for (ScenarioRuns& scenario : batch) {
            for (StrategyRuns& strategy : scenario.strategies) {
                run(scenario, strategy);
            }
        }
        end_.interrupted = end_.interrupted || stop_.arrived();
        return end_;
    }

private:
    void run(const ScenarioRuns& of, StrategyRuns& runs) {
        for (std::size_t i = 0; i < runs.replications.size() && !end_.interrupted; ++i) {
            const RunRequest request{.scenario = of.scenario,
                                     .strategy = of.scenario.strategies[runs.strategy.value],
                                     .seed = RunSeed{of.seed, i + 1},
                                     .with_rows = hooks_.with_rows,
                                     .with_timeline = hooks_.with_rows && i == 0};
            progress_.now_running(done_, title(request));
            std::optional<RunResult> result = run(request);
            if (result && hooks_.finished) {
                hooks_.finished(request, *result);
            }
            runs.replications[i] = std::move(result);
            ++done_;
        }
    }

    std::optional<RunResult> run(const RunRequest& request) {
        const auto work = [&] { return encode(hooks_.simulate(request)); };
        ChildEnd end = run_in_child(work, stop_, [this] { progress_.tick(); });
        if (std::holds_alternative<Stopped>(end)) {
            end_.interrupted = true;
            return std::nullopt;
        }
        if (const Crash* crash = std::get_if<Crash>(&end)) {
            return fail(request, crash->reason);
        }
        try {
            return decode(std::get<Bytes>(end).text);
        } catch (const DamagedResult& damaged) {
            return fail(request, damaged.what());
        }
    }

    std::optional<RunResult> fail(const RunRequest& request, const std::string& reason) {
        ++end_.failed;
        if (hooks_.failed) {
            hooks_.failed(request, reason);
        }
        return std::nullopt;
    }

    const RunnerHooks& hooks_;
    Progress& progress_;
    StopSignals stop_;
    std::size_t done_ = 0;
    BatchEnd end_;
};

}  // namespace

BatchEnd run_batch(Batch& batch, const RunnerHooks& hooks, Progress& progress) {
    return BatchRunner{hooks, progress}.run(batch);
}

}  // namespace trainyard
