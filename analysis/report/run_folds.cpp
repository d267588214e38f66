#include "analysis/report/run_folds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace trainyard {
namespace {

// Months since year 0.
int month_number(std::int64_t unix_s) {
    const std::chrono::sys_seconds time{std::chrono::seconds{unix_s}};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
}

}  // namespace

std::size_t month_of(std::int64_t start_unix_s, std::int64_t second) {
    const std::int64_t last_of_it = std::max<std::int64_t>(0, second - 1);
    return static_cast<std::size_t>(month_number(start_unix_s + last_of_it) - month_number(start_unix_s));
}

std::string month_name(std::int64_t start_unix_s, std::size_t month) {
    const int number = month_number(start_unix_s) + static_cast<int>(month);
    return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
}

RunFolds::RunFolds(const ScenarioRuns& runs, const ScenarioFacts& facts)
    : runs_{runs}, start_unix_s_{facts.start_unix_s}, strategies_(runs.strategies.size()) {
    for (std::size_t i = 0; i < strategies_.size(); ++i) {
        strategies_[i].accrued_usd.resize(runs.strategies[i].replications.size());
    }
}

void RunFolds::add(const RunKey& key, const RunRows& rows) {
    StrategyFolds& folds = strategies_.at(key.strategy);
    std::vector<JobLine> jobs = read_jobs(rows.jobs);
    for (const JobLine& job : jobs) {
        folds.queued_s[job.stream].push_back(static_cast<double>(job.in(JobState::queued)));
    }
    std::vector<double>& accrued = folds.accrued_usd.at(key.replication);
    for (const MoneyLine& line : read_ledger(rows.ledger)) {
        if (!line.cash) {
            const std::size_t month = month_of(start_unix_s_, line.when_s);
            accrued.resize(std::max(accrued.size(), month + 1));
            accrued[month] += line.usd;
        }
    }
    if (!rows.timeline.empty() && !folds.machines) {
        const std::string& name = runs_.name_of(runs_.strategies[key.strategy]);
        folds.machines = read_timeline(rows.timeline, name);
        folds.jobs = std::move(jobs);
        folds.replication = key.replication;
    }
}

}  // namespace trainyard
