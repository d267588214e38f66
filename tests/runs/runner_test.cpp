#include "analysis/runs/runner.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
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

std::string name_of(const Batch& batch, const RunKey& key) {
    return batch[0].name_of(batch[0].strategies[key.strategy]) + "/" + std::to_string(key.replication + 1);
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

Observed run(Batch& batch, Simulator simulate, const PoolLimits& limits = {}) {
    Observed seen;
    Progress progress{Progress::Style::none, count_runs(batch)};
    RunnerHooks hooks;
    hooks.simulate = std::move(simulate);
    hooks.finished = [&](const RunKey& key, RunResult&) { seen.finished.push_back(name_of(batch, key)); };
    hooks.failed = [&](const RunKey& key, const std::string& reason) {
        seen.failed.push_back(name_of(batch, key) + ": " + reason);
    };
    hooks.with_rows = true;
    seen.end = run_batch(batch, missing_runs(batch), limits, hooks, progress);
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
    CHECK(seen.finished == std::vector<std::string>{"own/1", "cloud/1", "own/2", "cloud/2"});
    CHECK(seen.failed.empty());
    CHECK(seen.end.failed == 0);
    CHECK_FALSE(seen.end.stopped_by);
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
    CHECK(seen.failed == std::vector<std::string>{"cloud/1: job 3 in pool rigs at 17 s"});
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
          }) == "cloud/1: killed by signal 6 (Aborted)");
    CHECK(reason([] { raise(SIGKILL); }) == "cloud/1: killed by signal 9 (Killed)");
    CHECK(reason([] { _exit(0); }) == "cloud/1: the result of the run is incomplete");
    CHECK(reason([] { _exit(7); }) == "cloud/1: ended with exit code 7");
    CHECK(reason([] { throw std::bad_alloc{}; }) == "cloud/1: out of memory");
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
        CHECK(seen.end.stopped_by == signal);
        CHECK(seen.end.failed == 0);
        CHECK(seen.finished == std::vector<std::string>{"own/1"});
        CHECK(batch[0].strategies[0].finished() == 1);
        CHECK(batch[0].strategies[1].finished() == 0);
        CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{20});
    }
}

TEST_CASE("results do not depend on how many run at once, nor on the order of the runs") {
    const auto values = [](std::size_t children, bool backwards) {
        Batch batch = batch_of_four();
        std::vector<RunKey> keys = missing_runs(batch);
        if (backwards) {
            std::reverse(keys.begin(), keys.end());
        }
        Progress progress{Progress::Style::none, keys.size()};
        RunnerHooks hooks;
        hooks.simulate = fine;
        PoolLimits limits;
        limits.children = children;
        run_batch(batch, keys, limits, hooks, progress);
        std::vector<std::optional<double>> found;
        for (const RunKey& key : all_runs(batch)) {
            found.push_back(result_of(batch, key)->metric("replication"));
        }
        return found;
    };
    const std::vector<std::optional<double>> expected{1, 1, 2, 2};
    for (const std::size_t children : {1U, 2U, 5U}) {
        CHECK(values(children, false) == expected);
        CHECK(values(children, true) == expected);
    }
}

TEST_CASE("never more run at once than may, and all that may do") {
    Batch batch = batch_of_four();
    // Each waits until two are there: alone, none would end within the time that it has.
    const std::string meeting = "/tmp/trainyard-meeting-" + std::to_string(getpid());
    std::remove(meeting.c_str());
    const auto wait_for_another = [&meeting](const RunRequest& request) {
        const int file = open(meeting.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        const bool written = write(file, "x", 1) == 1;
        while (!written || lseek(file, 0, SEEK_END) < 2) {
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        close(file);
        return fine(request);
    };
    PoolLimits limits;
    limits.children = 2;
    limits.timeout = std::chrono::seconds{20};
    const Observed seen = run(batch, wait_for_another, limits);
    std::remove(meeting.c_str());
    CHECK(seen.failed.empty());
    CHECK(seen.finished.size() == 4);
}

TEST_CASE("a run that hangs is killed when its time is up, the others go on") {
    Batch batch = batch_of_four();
    PoolLimits limits;
    limits.children = 2;
    limits.timeout = std::chrono::milliseconds{300};
    const Observed seen = run(
        batch,
        [](const RunRequest& request) {
            while (is_first_of_cloud(request)) {
                std::this_thread::sleep_for(std::chrono::seconds{1});
            }
            return fine(request);
        },
        limits);
    CHECK(seen.failed == std::vector<std::string>{"cloud/1: killed: it ran longer than 0.3 s"});
    CHECK(sorted(seen.finished) == std::vector<std::string>{"cloud/2", "own/1", "own/2"});
}

TEST_CASE("where runs in flight may finish, a stop signal begins no more and loses none") {
    Batch batch = batch_of_four();
    PoolLimits limits;
    limits.children = 2;
    limits.on_stop = OnStop::finish;
    const Observed seen = run(
        batch,
        [](const RunRequest& request) {
            if (is_first_of_cloud(request)) {
                kill(getppid(), SIGTERM);
                std::this_thread::sleep_for(std::chrono::milliseconds{200});
            } else {
                std::this_thread::sleep_for(std::chrono::milliseconds{400});
            }
            return fine(request);
        },
        limits);
    CHECK(seen.end.stopped_by == SIGTERM);
    CHECK(sorted(seen.finished) == std::vector<std::string>{"cloud/1", "own/1"});
}

TEST_CASE("progress says how far, how fast and how long still") {
    CHECK(progress_line(0, 40, 0) == "[--------------------]   0 % · 0 of 40 runs");
    CHECK(progress_line(30, 40, 60) ==
          "[###############-----]  75 % · 30 of 40 runs · 0.5 runs/s · 20 s left");
    CHECK(progress_line(40, 40, 2) == "[####################] 100 % · 40 of 40 runs · 20 runs/s");
}
