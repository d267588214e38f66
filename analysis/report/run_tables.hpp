// The rows that the store keeps of a run, read back: jobs, ledger lines. Who damaged them gets a
// DamagedRows.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

struct DamagedRows : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A line of jobs.csv.
struct JobLine {
    std::int64_t job = 0;  // its number
    std::string stream;
    std::string kind;
    std::string team;
    std::int64_t submit_s = 0;
    std::optional<std::int64_t> first_start_s;
    std::optional<std::int64_t> end_s;
    std::string status;
    int gpus = 1;
    std::array<std::int64_t, job_state_count> seconds{};  // by JobState
    int interruptions = 0;
    int attempts = 0;
    std::string pools;
    double cost_usd = 0;

    std::int64_t in(JobState state) const { return seconds[static_cast<std::size_t>(state)]; }
};

// A line of ledger.csv.
struct MoneyLine {
    std::int64_t when_s = 0;
    std::string pool;
    std::string job;  // its number; empty: none
    std::string category;
    double usd = 0;
    bool cash = false;  // else accrual
};

std::vector<JobLine> read_jobs(const std::string& rows);
std::vector<MoneyLine> read_ledger(const std::string& rows);

}  // namespace trainyard
