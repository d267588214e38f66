// Logs of jobs in any format that we read -> our own CSV.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/diagnostic.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

struct ImportReport {
    std::vector<Diagnostic> errors;  // if there are any, nothing was written
    std::int64_t rows = 0;           // read
    std::int64_t jobs = 0;           // written
    double gpu_hours = 0;            // of their work
    std::vector<DroppedRows> dropped;
    std::vector<std::string> assumed;
};

// Reads the files twice, a block at a time: once to check them and to find where time begins, once to write.
// Second 0 of what is written is the Monday, 00:00 UTC, of the first submission where the log has dates,
// so that weekly profiles fit the default start of a scenario. Throws OutputError.
// What is written begins with this line.
inline constexpr std::string_view imported_header = "submit_s,gpus,work_gpu_h,kind,team,status,start_s,end_s";

ImportReport import_logs(const std::vector<TraceSource>& sources, const std::filesystem::path& out);

// What was read, dropped and assumed, for people.
std::string described(const ImportReport& report, const std::string& out);

// The complaints of a reader as diagnostics of its file.
std::vector<Diagnostic> diagnostics_of(const std::string& file, const std::vector<TraceError>& errors);

}  // namespace trainyard
