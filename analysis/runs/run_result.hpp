// What a run hands back from the process that executed it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/runs/metric_values.hpp"

namespace trainyard {

struct RunResult {
    MetricValues metrics;
    std::string digest;
    std::vector<std::string> warnings;
    std::vector<double> cash_by_month_usd;  // spent so far, at the end of each calendar month
    // Only when files were asked for; else empty.
    std::string job_rows;     // lines of jobs.csv, without the header
    std::string ledger_rows;  // lines of ledger.csv, without the header
    std::string timeline;     // trace events of the first replication

    // Absent where the run does not have the metric, or has no value for it.
    std::optional<double> metric(std::string_view name) const { return metrics.find(name); }
};

// A result came back incomplete or damaged.
struct DamagedResult : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// To bytes and back, exactly; for two processes of one program on one machine.
std::string encode(const RunResult& result);
RunResult decode(std::string_view bytes);  // throws DamagedResult

}  // namespace trainyard
