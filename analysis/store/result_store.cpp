#include "analysis/store/result_store.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "analysis/store/compress.hpp"
#include "analysis/store/schema.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using nlohmann::json;

std::int64_t whole(std::size_t number) { return static_cast<std::int64_t>(number); }

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

const std::string& strategy_of(const Batch& batch, const RunKey& key) {
    const ScenarioRuns& scenario = batch[key.scenario];
    return scenario.name_of(scenario.strategies[key.strategy]);
}

// The first parameters of runs and failures: run, point, strategy, replication, seed.
void bind_key(Statement& statement, const Batch& batch, const RunKey& key, const std::string& seed) {
    statement.bind(0, whole(key.number)).bind(1, whole(key.scenario + 1)).bind(2, strategy_of(batch, key));
    statement.bind(3, whole(key.replication + 1)).bind(4, seed);
}

void save_rows(Database& database, std::int64_t run, const RunResult& result) {
    const std::string jobs = compressed(result.job_rows);
    const std::string ledger = compressed(result.ledger_rows);
    const std::string timeline = compressed(result.timeline);
    Statement insert = database.prepare("INSERT INTO run_rows VALUES (?, ?, ?, ?)");
    insert.bind(0, run).bind_blob(1, jobs).bind_blob(2, ledger).bind_blob(3, timeline).run();
}

// Those that the statement finds; std::out_of_range for one whose number has no name.
MetricValues metrics_of(Statement& find, const MetricsByNumber& names) {
    std::vector<Metric> metrics;
    while (find.step()) {
        metrics.push_back({names.at(find.integer(0)), find.real_or_null(1)});
    }
    find.reset();
    return MetricValues{metrics};
}

}  // namespace

// Neither loses anything when the process dies; `log` may lose the last runs when the machine does.
ResultStore::ResultStore(const std::filesystem::path& file, const Plan& plan, Writing writing)
    : file_{file.string()}, database_{file, Database::Mode::create} {
    const bool is_new = !database_.has_tables();
    if (!is_new) {  // looked at before anything is changed
        plan_ = stored_plan(database_, file_);
        if (hash_of(plan_) != hash_of(plan)) {
            throw OtherPlan{difference(plan_, plan)};
        }
    }
    database_.execute(writing == Writing::log ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"
                                              : "PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL");
    if (is_new) {
        create_schema(database_, plan);
        plan_ = stored_plan(database_, file_);
    }
}

ResultStore::ResultStore(const std::filesystem::path& file)
    : file_{file.string()}, database_{file, Database::Mode::existing} {
    plan_ = stored_plan(database_, file_);
}

void ResultStore::set_replications(std::size_t replications) {
    const std::string text = fmt::format("{}", replications);
    database_.prepare("INSERT OR REPLACE INTO plan VALUES ('replications', ?)").bind(0, text).run();
    plan_.replications = replications;
}

std::int64_t ResultStore::metric_number(const std::string& name) {
    const auto known = metric_numbers_.find(name);
    if (known != metric_numbers_.end()) {
        return known->second;
    }
    database_.prepare("INSERT OR IGNORE INTO metric_names (name) VALUES (?)").bind(0, name).run();
    Statement find = database_.prepare("SELECT metric FROM metric_names WHERE name = ?");
    find.bind(0, name).step();
    return metric_numbers_.emplace(name, find.integer(0)).first->second;
}

void ResultStore::save_metrics(std::int64_t run, const MetricValues& metrics) {
    Statement insert = database_.prepare("INSERT INTO metrics VALUES (?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const MetricValues::Entry metric : metrics) {
        insert.bind(0, run)
            .bind(1, metric_number(metric.name))
            .bind(2, position++)
            .bind(3, metric.value)
            .run();
    }
}

void ResultStore::save(const Batch& batch, const RunKey& key, const RunResult& result) {
    const std::int64_t run = whole(key.number);
    const std::string seed = fmt::format("{}", batch[key.scenario].seed);
    const std::string warnings = dumped(result.warnings);
    const std::string cash = dumped(result.cash_by_month_usd);
    Transaction all{database_};
    Statement insert = database_.prepare("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    bind_key(insert, batch, key, seed);
    insert.bind(5, result.digest).bind(6, warnings).bind(7, cash).run();
    save_metrics(run, result.metrics);
    if (plan_.with_rows) {
        save_rows(database_, run, result);
    }
    database_.prepare("DELETE FROM failures WHERE run = ?").bind(0, run).run();
    all.commit();
}

void ResultStore::save_failure(const Batch& batch, const RunKey& key, const std::string& reason) {
    const std::string seed = fmt::format("{}", batch[key.scenario].seed);
    Statement insert = database_.prepare("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?)");
    bind_key(insert, batch, key, seed);
    insert.bind(5, reason).run();
}

// Names of the metrics by their numbers.
MetricsByNumber ResultStore::metric_names() {
    MetricsByNumber names;
    Statement name = database_.prepare("SELECT metric, name FROM metric_names");
    while (name.step()) {
        names.emplace(name.integer(0), name.text(1));
    }
    return names;
}

std::size_t ResultStore::load(Batch& batch) {
    std::unordered_map<std::size_t, RunKey> wanted;
    for (const RunKey& key : missing_runs(batch)) {
        wanted.emplace(key.number, key);
    }
    if (wanted.empty()) {
        return 0;
    }
    const MetricsByNumber names = metric_names();
    Statement metric = database_.prepare("SELECT metric, value FROM metrics WHERE run = ? ORDER BY position");
    Statement run = database_.prepare("SELECT run, digest, warnings, cash_by_month_usd FROM runs");
    std::vector<std::pair<RunKey, RunResult>> loaded;  // all or nothing, should the file be damaged
    while (run.step()) {
        const auto key = wanted.find(static_cast<std::size_t>(run.integer(0)));
        if (key == wanted.end()) {
            continue;
        }
        RunResult result;
        result.digest = run.text(1);
        try {
            result.metrics = metrics_of(metric.bind(0, run.integer(0)), names);
            result.warnings = json::parse(run.text(2)).get<std::vector<std::string>>();
            result.cash_by_month_usd = json::parse(run.text(3)).get<std::vector<double>>();
        } catch (const json::exception&) {
            refuse_damaged(run.integer(0));
        } catch (const std::out_of_range&) {
            refuse_damaged(run.integer(0));
        }
        loaded.emplace_back(key->second, std::move(result));
    }
    for (auto& [key, result] : loaded) {
        result_of(batch, key) = std::move(result);
    }
    return loaded.size();
}

// What SQLite itself does not notice: it knows of pages and rows, not of what stands in them.
void ResultStore::refuse_damaged(std::int64_t run) const {
    throw StoreError{
        fmt::format("{}: what it holds of run {} is damaged; move the file away and give the same "
                    "command again",
                    printable(file_), run)};
}

std::set<std::size_t> ResultStore::held() { return numbers_in("runs"); }

std::set<std::size_t> ResultStore::failed() { return numbers_in("failures"); }

std::set<std::size_t> ResultStore::numbers_in(const char* table) {
    std::set<std::size_t> numbers;
    Statement run = database_.prepare(fmt::format("SELECT run FROM {}", table));
    while (run.step()) {
        numbers.insert(static_cast<std::size_t>(run.integer(0)));
    }
    return numbers;
}

std::optional<RunRows> ResultStore::rows(const RunKey& key) {
    Statement find = database_.prepare("SELECT jobs, ledger, timeline FROM run_rows WHERE run = ?");
    if (!find.bind(0, whole(key.number)).step()) {
        return std::nullopt;
    }
    try {
        return RunRows{decompressed(find.text(0)), decompressed(find.text(1)), decompressed(find.text(2))};
    } catch (const StoreError&) {
        refuse_damaged(whole(key.number));
    }
}

void ResultStore::settle() { database_.execute("PRAGMA journal_mode = DELETE"); }

}  // namespace trainyard
