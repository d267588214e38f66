// What one run came to: rows, lines and metrics, all folded from its trace.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/money.hpp"
#include "sim/model/scenario.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

// Every GPU-second that is paid for is in exactly one of these.
enum class GpuState { compute, rework, checkpoint, restore, load, boot, setup, linger, idle, stranded, down };
inline constexpr std::size_t gpu_state_count = 11;
const char* name_of(GpuState state);

// Every second of a job, from submission to end, is in exactly one of these.
enum class JobState { queued, boot, setup, restore, load, compute, rework, checkpoint };
inline constexpr std::size_t job_state_count = 8;
const char* name_of(JobState state);

// `purchase` stands on cash lines alone: what is bought is no cost until it depreciates.
enum class CostCategory {
    depreciation,
    energy,
    upkeep,
    repair,
    financing,
    spot,
    on_demand,
    reserved,
    storage,
    egress,
    purchase
};
inline constexpr std::size_t cost_category_count = 10;  // without `purchase`
const char* name_of(CostCategory category);

struct LedgerLine {
    SimTime when{};
    PoolIndex pool;
    std::optional<MachineIndex> machine;
    std::optional<JobIndex> job;
    CostCategory category = CostCategory::depreciation;
    Money amount;
};

struct JobRow {
    JobIndex job;
    std::optional<SimTime> first_start;
    std::array<Seconds, job_state_count> seconds{};  // by JobState, up to T
    int interruptions = 0;
    int attempts = 0;
    std::vector<PoolIndex> pools;  // in order of first use
    Money cost;
};

// A metric's name carries its unit; a metric of nothing, or over a denominator of 0, has no value.
struct Metric {
    std::string name;
    std::optional<double> value;
};

struct Outcome {
    std::vector<JobRow> jobs;          // by number
    std::vector<LedgerLine> lines;     // where kept; by time, then pool, machine, category
    std::vector<LedgerLine> cash;      // where kept: dated cash lines, beside the accrual
    std::vector<Money> cash_by_month;  // cumulative; see CashMonths
    std::vector<Metric> metrics;       // in the order of docs/model.md
    std::vector<std::string> warnings;
    std::string digest;  // 16 hexadecimal digits
};

// Whether the ledger's lines are kept, or only what they sum to: a year has tens of thousands.
enum class Lines { kept, summed };

// Folds a run's facts. Throws InvariantViolation when the facts do not add up.
Outcome fold(const Scenario& scenario, const Strategy& strategy, const Trace& trace,
             Lines lines = Lines::kept);

// The run's facts contradict each other: a bug of ours, never the user's.
struct InvariantViolation : std::logic_error {
    using std::logic_error::logic_error;
};

}  // namespace trainyard
