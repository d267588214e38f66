// What several files of one plan hold, in one.
#include <fmt/format.h>

#include "analysis/store/result_store.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// Metrics are numbered in each file on its own.
constexpr const char* copy_new_runs = R"(
INSERT OR IGNORE INTO main.metric_names (name) SELECT name FROM shard.metric_names ORDER BY metric;
INSERT INTO main.metrics
  SELECT m.run, own.metric, m.position, m.value
  FROM shard.metrics m JOIN shard.metric_names theirs USING (metric) JOIN main.metric_names own USING (name)
  WHERE m.run NOT IN (SELECT run FROM main.runs);
INSERT INTO main.run_rows SELECT * FROM shard.run_rows WHERE run NOT IN (SELECT run FROM main.runs);
INSERT INTO main.runs SELECT * FROM shard.runs WHERE run NOT IN (SELECT run FROM main.runs);
INSERT OR REPLACE INTO main.failures SELECT * FROM shard.failures;
DELETE FROM main.failures WHERE run IN (SELECT run FROM main.runs);
)";

constexpr const char* find_contradictions = R"(
SELECT r.run, r.strategy, r.replication, p.scenario FROM main.runs r JOIN shard.runs s USING (run)
JOIN main.points p ON p.point = r.point
WHERE r.digest <> s.digest OR r.point <> s.point OR r.strategy <> s.strategy OR r.seed <> s.seed
   OR EXISTS (SELECT name, value FROM main.metrics JOIN main.metric_names USING (metric) WHERE run = r.run
              EXCEPT
              SELECT name, value FROM shard.metrics JOIN shard.metric_names USING (metric) WHERE run = r.run)
ORDER BY r.run
)";

std::int64_t count_runs(Database& database) {
    Statement count = database.prepare("SELECT count(*) FROM main.runs");
    count.step();
    return count.integer(0);
}

}  // namespace

// An attached file's plan is checked before it is used. SQLite detaches it with the connection, or here.
class ResultStore::Attached {
public:
    Attached(ResultStore& store, const fs::path& shard) : database_{store.database_} {
        if (const ResultStore other{shard}; hash_of(other.plan()) != hash_of(store.plan())) {
            throw OtherPlan{
                fmt::format("{}: {}", printable(shard.string()), difference(other.plan(), store.plan()))};
        }
        database_.prepare("ATTACH ? AS shard").bind(0, shard.string()).run();
    }
    ~Attached() {
        try {
            database_.execute("DETACH shard");
        } catch (const StoreError&) {
            // A damaged file has been told of already.
        }
    }
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

private:
    Database& database_;
};

std::size_t ResultStore::take_from(const fs::path& shard) {
    const Attached attached{*this, shard};
    const std::int64_t before = count_runs(database_);
    Transaction all{database_};
    database_.execute(copy_new_runs);
    all.commit();
    return static_cast<std::size_t>(count_runs(database_) - before);
}

std::vector<std::string> ResultStore::contradictions(const fs::path& shard) {
    const Attached attached{*this, shard};
    std::vector<std::string> found;
    Statement each = database_.prepare(find_contradictions);
    while (each.step()) {
        found.push_back(fmt::format("scenario {}, strategy {}, replication {}", printable(each.text(3)),
                                    printable(each.text(1)), each.integer(2)));
    }
    return found;
}

}  // namespace trainyard
