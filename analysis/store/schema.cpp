#include "analysis/store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr const char* tables = R"(
-- What the file holds: format, hash, the plan as JSON, and how many replications are asked for now.
CREATE TABLE plan (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Scenarios, or points of a sweep, from 1.
CREATE TABLE points (point INTEGER PRIMARY KEY, scenario TEXT NOT NULL);
-- What a point has at a path instead of what the file says: as a scenario writes it, and in base units.
CREATE TABLE parameters (
  point INTEGER NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, number REAL,
  PRIMARY KEY (point, path)) WITHOUT ROWID;
-- Strategies that cannot run at a point, and why.
CREATE TABLE infeasible (
  point INTEGER NOT NULL, strategy TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (point, strategy)) WITHOUT ROWID;
-- Finished runs. `run` is the place in the plan, whoever ran it; warnings are a JSON list; cash is a JSON
-- list of what had been spent by the end of each calendar month.
CREATE TABLE runs (
  run INTEGER PRIMARY KEY, point INTEGER NOT NULL, strategy TEXT NOT NULL, replication INTEGER NOT NULL,
  seed TEXT NOT NULL, digest TEXT NOT NULL, warnings TEXT NOT NULL, cash_by_month_usd TEXT NOT NULL,
  UNIQUE (point, strategy, replication));
CREATE TABLE metric_names (metric INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
-- `position` is the place of the metric among those of its run.
CREATE TABLE metrics (
  run INTEGER NOT NULL, metric INTEGER NOT NULL, position INTEGER NOT NULL, value REAL,
  PRIMARY KEY (run, metric)) WITHOUT ROWID;
-- Lines of jobs.csv, ledger.csv and timeline.json, each compressed by zlib, where they are kept.
CREATE TABLE run_rows (run INTEGER PRIMARY KEY, jobs BLOB NOT NULL, ledger BLOB NOT NULL, timeline BLOB NOT NULL);
-- Runs that failed, until they succeed.
CREATE TABLE failures (
  run INTEGER PRIMARY KEY, point INTEGER NOT NULL, strategy TEXT NOT NULL, replication INTEGER NOT NULL,
  seed TEXT NOT NULL, reason TEXT NOT NULL);
-- The 97.5 % quantile of Student's t.
CREATE TABLE student_t (df INTEGER PRIMARY KEY, t REAL NOT NULL);
)";

// The sum of squares is around the mean, not the difference of two large numbers. Each view folds one
// subquery once, so that SQLite hands down to it what is asked of the view.
constexpr const char* views = R"(
-- Without those replications that are no longer asked for.
CREATE VIEW planned_runs AS
  SELECT * FROM runs WHERE replication <= (SELECT CAST(value AS INTEGER) FROM plan WHERE key = 'replications');
CREATE VIEW run_metrics AS
  SELECT r.point, p.scenario, r.strategy, r.replication, n.name AS metric, m.value
  FROM planned_runs r JOIN points p USING (point) JOIN metrics m USING (run) JOIN metric_names n USING (metric);
CREATE VIEW summary AS
  WITH around AS (
    SELECT r.point, p.scenario, r.strategy, n.name AS metric, m.value,
           avg(m.value) OVER (PARTITION BY r.point, p.scenario, r.strategy, n.name) AS mean
    FROM planned_runs r JOIN points p USING (point) JOIN metrics m USING (run) JOIN metric_names n USING (metric)),
  folded AS (
    SELECT point, scenario, strategy, metric, count(value) AS n, mean,
           CASE WHEN count(value) > 1
                THEN sqrt(sum((value - mean) * (value - mean)) / (count(value) - 1)) END AS sd
    FROM around GROUP BY point, scenario, strategy, metric)
  SELECT f.*, f.mean - t.t * f.sd / sqrt(f.n) AS ci_low, f.mean + t.t * f.sd / sqrt(f.n) AS ci_high
  FROM folded f LEFT JOIN student_t t ON t.df = min(f.n - 1, 1000);
-- Differences of two strategies on the same replications: `strategy` minus `baseline`.
CREATE VIEW paired AS
  WITH around AS (
    SELECT a.point, p.scenario, a.strategy, b.strategy AS baseline, n.name AS metric, m.value - k.value AS difference,
           avg(m.value - k.value) OVER (PARTITION BY a.point, p.scenario, a.strategy, b.strategy, n.name) AS mean
    FROM planned_runs a JOIN points p USING (point)
    JOIN planned_runs b ON b.point = a.point AND b.replication = a.replication AND b.strategy <> a.strategy
    JOIN metrics m ON m.run = a.run JOIN metric_names n USING (metric)
    JOIN metrics k ON k.run = b.run AND k.metric = m.metric
    WHERE m.value IS NOT NULL AND k.value IS NOT NULL),
  folded AS (
    SELECT point, scenario, strategy, baseline, metric, count(*) AS n, mean,
           CASE WHEN count(*) > 1
                THEN sqrt(sum((difference - mean) * (difference - mean)) / (count(*) - 1)) END AS sd
    FROM around GROUP BY point, scenario, strategy, baseline, metric)
  SELECT f.*, f.mean - t.t * f.sd / sqrt(f.n) AS ci_low, f.mean + t.t * f.sd / sqrt(f.n) AS ci_high
  FROM folded f LEFT JOIN student_t t ON t.df = min(f.n - 1, 1000);
)";

constexpr int most_degrees_of_freedom = 1000;

void fill_student_t(Database& database) {
    Statement insert = database.prepare("INSERT INTO student_t VALUES (?, ?)");
    for (int df = 1; df <= most_degrees_of_freedom; ++df) {
        const double t = boost::math::quantile(boost::math::students_t{static_cast<double>(df)}, 0.975);
        insert.bind(0, std::int64_t{df}).bind(1, t).run();
    }
}

void fill_plan(Database& database, const Plan& plan) {
    Statement insert = database.prepare("INSERT INTO plan VALUES (?, ?)");
    insert.bind(0, "format").bind(1, fmt::format("{}", store_format)).run();
    insert.bind(0, "hash").bind(1, hash_of(plan)).run();
    insert.bind(0, "plan").bind(1, plan_json(plan)).run();
    insert.bind(0, "replications").bind(1, fmt::format("{}", plan.replications)).run();
}

void fill_infeasible(Database& database, std::int64_t number, const PlanPoint& point) {
    Statement insert = database.prepare("INSERT INTO infeasible VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < point.strategies.size(); ++i) {
        if (!point.infeasible[i].empty()) {
            insert.bind(0, number).bind(1, point.strategies[i]).bind(2, point.infeasible[i]).run();
        }
    }
}

void fill_points(Database& database, const Plan& plan) {
    Statement insert = database.prepare("INSERT INTO points VALUES (?, ?)");
    Statement parameter = database.prepare("INSERT INTO parameters VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < plan.points.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i + 1);
        insert.bind(0, number).bind(1, plan.points[i].scenario).run();
        for (const PointValue& each : plan.points[i].point) {
            parameter.bind(0, number).bind(1, each.path).bind(2, each.value).bind(3, each.number).run();
        }
        fill_infeasible(database, number, plan.points[i]);
    }
}

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
    throw StoreError{fmt::format("{}: {}", printable(file), why)};
}

}  // namespace

void create_schema(Database& database, const Plan& plan) {
    Transaction all{database};
    database.execute(tables);
    database.execute(views);
    fill_student_t(database);
    fill_plan(database, plan);
    fill_points(database, plan);
    all.commit();
}

Plan stored_plan(Database& database, const std::string& file) {
    if (!database.has_table("plan")) {
        refuse(file, "it is no file of trainyard's results");
    }
    Statement find = database.prepare("SELECT value FROM plan WHERE key = ?");
    const auto value_of = [&](std::string_view key) {
        find.reset();
        find.bind(0, key);
        return find.step() ? find.text(0) : "";
    };
    if (const std::string format = value_of("format"); format != fmt::format("{}", store_format)) {
        refuse(file,
               fmt::format("it has format {}, and this program reads format {}: another version of trainyard "
                           "made it",
                           printable(format), store_format));
    }
    try {
        return read_plan(value_of("plan"));
    } catch (const DamagedPlan& damaged) {
        refuse(file, damaged.what());
    }
}

}  // namespace trainyard
