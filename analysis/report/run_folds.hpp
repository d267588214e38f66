// What a report wants to know of the rows of all runs of a scenario, gathered run by run, so that they
// need not all be held at once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/machine_rows.hpp"
#include "analysis/runs/batch.hpp"
#include "analysis/store/result_store.hpp"
#include "analysis/study/facts.hpp"

namespace trainyard {

// A strategy's rows.
struct StrategyFolds {
    std::map<std::string, std::vector<double>> queued_s;  // by stream, of all jobs of all replications
    std::vector<std::vector<double>> accrued_usd;  // by replication: cost by calendar month, not summed up
    // Of the first replication that has a time line.
    std::vector<JobLine> jobs;
    std::optional<MachineRows> machines;
    std::size_t replication = 0;  // that one, from 0
};

class RunFolds {
public:
    RunFolds(const ScenarioRuns& runs, const ScenarioFacts& facts);

    // Throws DamagedRows.
    void add(const RunKey& key, const RunRows& rows);

    // As in the runs. Empty folds where there were no rows.
    const std::vector<StrategyFolds>& strategies() const { return strategies_; }

private:
    const ScenarioRuns& runs_;
    std::int64_t start_unix_s_;
    std::vector<StrategyFolds> strategies_;
};

// Calendar months (UTC) from the one that holds second 0: 0, 1, … A second that ends a month belongs to it.
std::size_t month_of(std::int64_t start_unix_s, std::int64_t second);
// "2026-01"
std::string month_name(std::int64_t start_unix_s, std::size_t month);

}  // namespace trainyard
