// What goes into a store comes out of it, and stores of one plan become one.
#include "analysis/store/result_store.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <limits>

#include "analysis/store/compress.hpp"
#include "tests/analysis/fixture.hpp"

using namespace trainyard;

namespace {

namespace fs = std::filesystem;

struct Scratch {
    fs::path path = fs::temp_directory_path() / ("trainyard-store-" + std::to_string(getpid()));
    Scratch() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Scratch() { fs::remove_all(path); }
};

Batch year() {
    Batch batch{fixture::runs("year", {{"own", {}}, {"cloud", {}}})};
    for (StrategyRuns& strategy : batch[0].strategies) {
        strategy.replications.resize(2);
    }
    return batch;
}

// Strategies have metrics of their own, in an order of their own.
RunResult result(const RunKey& key) {
    const double value = static_cast<double>(key.number) + 0.1;
    RunResult made = key.strategy == 0 ? fixture::result({{"pool.rig.x", value}, {"a", value}, {"b", {}}})
                                       : fixture::result({{"a", -0.0}, {"pool.cloud.x", 1e-300}});
    made.warnings = {"one", "two\nlines"};
    made.cash_by_month_usd = {value, 2.5};
    made.job_rows = "jobs " + std::to_string(key.number) + "\n";
    made.ledger_rows = std::string(100'000, 'x');
    return made;
}

std::vector<std::string> names_of(const RunResult& result) {
    std::vector<std::string> names;
    for (const MetricValues::Entry metric : result.metrics) {
        names.push_back(metric.name);
    }
    return names;
}

}  // namespace

TEST_CASE("results come back as they went in, metrics in their order") {
    const Scratch scratch;
    const fs::path file = scratch.path / "results.db";
    Batch batch = year();
    {
        ResultStore store{file, plan_of(batch, true), Writing::log};
        for (const RunKey& key : missing_runs(batch)) {
            store.save(batch, key, result(key));
        }
    }
    ResultStore store{file, plan_of(batch, true), Writing::log};
    CHECK(store.load(batch) == 4);
    CHECK(store.load(batch) == 0);
    const RunResult& first = *batch[0].strategies[0].replications[1];
    CHECK(names_of(first) == std::vector<std::string>{"pool.rig.x", "a", "b"});
    CHECK(first.metric("a") == 2.1);
    CHECK(first.metric("b") == std::nullopt);
    CHECK(first.warnings == std::vector<std::string>{"one", "two\nlines"});
    CHECK(first.cash_by_month_usd == std::vector<double>{2.1, 2.5});
    CHECK(batch[0].strategies[1].replications[0]->metric("pool.cloud.x") == 1e-300);
    CHECK(store.rows(all_runs(batch)[3])->jobs == "jobs 3\n");
    CHECK(store.rows(all_runs(batch)[3])->ledger == std::string(100'000, 'x'));
}

TEST_CASE("a failure is remembered until the run succeeds") {
    const Scratch scratch;
    Batch batch = year();
    ResultStore store{scratch.path / "results.db", plan_of(batch, true), Writing::log};
    const RunKey key = missing_runs(batch)[1];
    store.save_failure(batch, key, "killed by signal 9 (Killed)");
    CHECK(store.failed() == std::set<std::size_t>{1});
    CHECK(store.held().empty());
    store.save(batch, key, result(key));
    CHECK(store.failed().empty());
    CHECK(store.held() == std::set<std::size_t>{1});
}

TEST_CASE("what shards hold becomes one, whoever came first, and contradictions are found") {
    const Scratch scratch;
    Batch batch = year();
    const Plan plan = plan_of(batch, true);
    const std::vector<RunKey> keys = missing_runs(batch);
    const auto shard = [&](const char* name, const std::vector<std::size_t>& numbers, bool other = false) {
        ResultStore store{scratch.path / name, plan, Writing::journal};
        for (const std::size_t number : numbers) {
            RunResult made = result(keys[number]);
            made.digest = other ? "fedcba9876543210" : made.digest;
            store.save(batch, keys[number], made);
        }
    };
    shard("b.db", {3, 1});
    shard("a.db", {1, 0});
    shard("liar.db", {0}, true);
    ResultStore all{scratch.path / "results.db", plan, Writing::log};
    CHECK(all.take_from(scratch.path / "b.db") == 2);
    CHECK(all.take_from(scratch.path / "a.db") == 1);
    CHECK(all.take_from(scratch.path / "a.db") == 0);
    CHECK(all.contradictions(scratch.path / "b.db").empty());
    CHECK(all.contradictions(scratch.path / "liar.db") ==
          std::vector<std::string>{"scenario year, strategy own, replication 1"});
    CHECK(all.load(batch) == 3);
    CHECK(names_of(*batch[0].strategies[1].replications[1]) == std::vector<std::string>{"a", "pool.cloud.x"});
    CHECK(all.rows(keys[0])->jobs == "jobs 0\n");
    Batch other = year();
    other[0].seed = 7;
    const ResultStore foreign{scratch.path / "foreign.db", plan_of(other, true), Writing::journal};
    CHECK_THROWS_AS(all.take_from(scratch.path / "foreign.db"), OtherPlan);
}

TEST_CASE("lines are compressed, and damaged ones are told") {
    for (const std::string& text : {std::string{}, std::string{"x"}, std::string(1'000'000, 'y')}) {
        CHECK(decompressed(compressed(text)) == text);
    }
    CHECK(compressed(std::string(1'000'000, 'y')).size() < 10'000);
    const std::string whole = compressed("some lines\n");
    CHECK_THROWS_AS(decompressed(whole.substr(0, 5)), StoreError);
    CHECK_THROWS_AS(decompressed(whole.substr(0, whole.size() - 1)), StoreError);
    CHECK_THROWS_AS(decompressed(std::string(8, '\xff') + "x"), StoreError);
}
