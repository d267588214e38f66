#include "analysis/runs/runner.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;

namespace {

// Two strategies, two replications each.
Batch batch_of_four() {
    Batch batch{fixture::runs("year", {{"own", {}}, {"cloud", {}}})};
    batch[0].seed = 42;
    for (StrategyRuns& strategy : batch[0].strategies) {
        strategy.replications.resize(2);
    }
    return batch;
}

struct Observed {
    BatchEnd end;
    std::vector<std::string> finished;
    std::vector<std::string> failed;
};

std::string key_of(const RunRequest& request) {
    return request.strategy.name + "/" + std::to_string(request.seed.replication) + "/" +
           std::to_string(request.seed.seed);
}

Observed run(Batch& batch, Simulator simulate) {
    Observed seen;
    Progress progress{Progress::Style::none, count_runs(batch)};
    RunnerHooks hooks;
    hooks.simulate = std::move(simulate);
    hooks.finished = [&](const RunRequest& request, RunResult&) { seen.finished.push_back(key_of(request)); };
    hooks.failed = [&](const RunRequest& request, const std::string& reason) {
        seen.failed.push_back(key_of(request) + ": " + reason);
    };
    hooks.with_rows = true;
    seen.end = run_batch(batch, hooks, progress);
    return seen;
}

bool is_first_of_cloud(const RunRequest& request) {
    return request.strategy.name == "cloud" && request.seed.replication == 1;
}

RunResult fine(const RunRequest& request) {
    return fixture::result({{"replication", static_cast<double>(request.seed.replication)}});
}

}  // namespace

TEST_CASE("every run has its own process, strategy and luck") {
    Batch batch = batch_of_four();
    const Observed seen = run(batch, [parent = getpid()](const RunRequest& request) {
        return fixture::result({{"seed", static_cast<double>(request.seed.seed)},
                                {"in_child", getpid() != parent ? 1.0 : 0.0},
                                {"timeline", request.with_timeline ? 1.0 : 0.0}});
    });
    CHECK(seen.finished == std::vector<std::string>{"own/1/42", "own/2/42", "cloud/1/42", "cloud/2/42"});
    CHECK(seen.failed.empty());
    CHECK(seen.end.failed == 0);
    CHECK_FALSE(seen.end.interrupted);
    for (const StrategyRuns& strategy : batch[0].strategies) {
        CHECK(strategy.replications[1]->metric("seed") == 42.0);
        CHECK(strategy.replications[1]->metric("in_child") == 1.0);
        CHECK(strategy.replications[0]->metric("timeline") == 1.0);
        CHECK(strategy.replications[1]->metric("timeline") == 0.0);
    }
}

TEST_CASE("a run that throws is reported, the others go on") {
    Batch batch = batch_of_four();
    const Observed seen = run(batch, [](const RunRequest& request) {
        if (is_first_of_cloud(request)) {
            throw std::logic_error{"job 3 in pool rigs at 17 s"};
        }
        return fine(request);
    });
    CHECK(seen.failed == std::vector<std::string>{"cloud/1/42: job 3 in pool rigs at 17 s"});
    CHECK(seen.finished.size() == 3);
    CHECK(seen.end.failed == 1);
    CHECK_FALSE(batch[0].strategies[1].replications[0]);
    CHECK(batch[0].strategies[1].replications[1]);
}

TEST_CASE("a run that aborts, is killed or leaves is reported with its signal or exit code") {
    const auto reason = [](auto die) {
        Batch batch = batch_of_four();
        const Observed seen = run(batch, [&die](const RunRequest& request) {
            if (is_first_of_cloud(request)) {
                die();
            }
            return fine(request);
        });
        CHECK(seen.finished.size() == 3);
        REQUIRE(seen.failed.size() == 1);
        return seen.failed[0];
    };
    CHECK(reason([] {
              std::signal(SIGABRT, SIG_DFL);  // Catch's own report of the signal is not wanted here
              std::abort();
          }) == "cloud/1/42: killed by signal 6 (Aborted)");
    CHECK(reason([] { raise(SIGKILL); }) == "cloud/1/42: killed by signal 9 (Killed)");
    CHECK(reason([] { _exit(0); }) == "cloud/1/42: the result of the run is incomplete");
    CHECK(reason([] { _exit(7); }) == "cloud/1/42: ended with exit code 7");
    CHECK(reason([] { throw std::bad_alloc{}; }) == "cloud/1/42: out of memory");
}

TEST_CASE("a result larger than any pipe arrives whole") {
    Batch batch = batch_of_four();
    constexpr std::size_t size = 20'000'000;
    const Observed seen = run(batch, [](const RunRequest& request) {
        RunResult result = fine(request);
        result.ledger_rows.assign(size, 'x');
        result.warnings = {"one", ""};
        return result;
    });
    CHECK(seen.end.failed == 0);
    CHECK(batch[0].strategies[1].replications[1]->ledger_rows == std::string(size, 'x'));
    CHECK(batch[0].strategies[1].replications[1]->warnings == std::vector<std::string>{"one", ""});
}

TEST_CASE("a stop signal kills the run under way and keeps what is finished") {
    for (const int signal : {SIGINT, SIGTERM}) {
        Batch batch = batch_of_four();
        const auto began = std::chrono::steady_clock::now();
        const Observed seen = run(batch, [signal](const RunRequest& request) {
            if (is_first_of_cloud(request)) {
                kill(getppid(), signal);
                std::this_thread::sleep_for(std::chrono::seconds{60});
            }
            return fine(request);
        });
        CHECK(seen.end.interrupted);
        CHECK(seen.end.failed == 0);
        CHECK(seen.finished == std::vector<std::string>{"own/1/42", "own/2/42"});
        CHECK(batch[0].strategies[0].finished() == 2);
        CHECK(batch[0].strategies[1].finished() == 0);
        CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{20});
    }
}
