// Traces of real jobs: text files, plain or gzip, read strictly and row by row. A row is replayed, or
// dropped for a reason that is said and counted, or an error with its place; none is lost in silence.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/time.hpp"
#include "sim/scenario/packed_stream.hpp"

namespace trainyard {

// How a job of a log ended.
enum class LoggedEnd { completed, failed, cancelled };
inline constexpr std::array<const char*, 3> logged_end_names{"completed", "failed", "cancelled"};

// One job as the file says it; what the file does not say is absent.
struct TraceRow {
    double submit_s = 0;
    Gpus gpus{1};
    double work_gpu_s = 0;  // on reference GPUs, > 0
    std::optional<std::string> kind;
    std::optional<std::string> team;
    std::optional<Seconds> deadline;  // after submission
    std::optional<int> priority;
    std::optional<std::int64_t> memory_bytes;  // per GPU
    std::optional<std::int64_t> checkpoint_bytes;
    // What happened in reality, on the clock of `submit_s`. It is not replayed.
    std::optional<double> start_s = {};
    std::optional<double> end_s;
    std::optional<LoggedEnd> ended;
    int line = 0;  // of the file, from 1
};

enum class TraceFormat {
    trainyard,  // submit_s,gpus,work_gpu_h and optional columns, in any order
    csv,        // comma-separated, its columns named by TraceSource::columns
    sacct,      // of Slurm, with --parsable2
    philly,     // timestamp,duration,num_gpus,gpu_time,cluster; durations are at speed 1
    helios,     // job_id,user,vc,gpu_num,…,state,submit_time,start_time,end_time,duration,queue
    swf,        // the Standard Workload Format; processors count as GPUs
};
inline constexpr std::array<const char*, 6> trace_format_names{"trainyard", "csv",    "sacct",
                                                               "philly",    "helios", "swf"};

// What a column of a `csv` can be for.
inline constexpr std::array<const char*, 9> csv_roles{"submit", "gpus", "duration", "work",  "start",
                                                      "end",    "kind", "team",     "status"};

// A file, and how it is to be read.
struct TraceSource {
    std::string path;
    TraceFormat format = TraceFormat::trainyard;
    std::map<std::string, std::string> columns = {};  // of `csv`: the column's name, by role
    std::array<bool, 3> keep{true, true, true};       // by LoggedEnd
    std::uint64_t most_bytes = most_trace_bytes;      // unpacked
};

// In words what is missing among the columns of a `csv`, or nothing.
std::string csv_columns_problem(const std::map<std::string, std::string>& columns);

// A text that tells sources apart that may read differently.
std::string identity(const TraceSource& source);

// What is wrong and where. Line and column count from 1; 0 means the file as a whole.
struct TraceError {
    int line = 0;
    int column = 0;
    std::string message;
    std::string source_line;  // for the caret; empty where there is none to show
};

// Rows that are no jobs to replay, and why.
struct DroppedRows {
    std::string reason;
    std::int64_t rows = 0;
    int first_line = 0;
};

// What a reader has to say beside the rows. Of many errors the first 20 are listed and one more says how
// many there are besides.
struct TraceScan {
    std::vector<TraceError> errors;  // if there are any, the rows are of no use
    std::vector<DroppedRows> dropped;
    std::vector<std::string> notes;         // what was assumed
    std::int64_t lines = 0;                 // rows read, dropped ones included
    bool unix_times = false;                // times of the rows are seconds since 1970, UTC
    std::optional<double> second_0_unix_s;  // what second 0 is, where the file says it and times are not
    std::string fingerprint;                // of the text
};

// Hands each job to `take`, in the order of the file, with times as the file has them. The way to read
// a file that is larger than memory.
TraceScan scan_trace(const TraceSource& source, const std::function<void(TraceRow&&)>& take);

// All rows, in the order of the file; use them only if there are no errors. Second 0 is that of the file, or
// its earliest submission where it has dates. Notes tell the drops too.
struct TraceFile {
    std::vector<TraceRow> rows;
    std::vector<TraceError> errors;
    std::vector<std::string> notes;
    std::string fingerprint;  // of the text
};

TraceFile read_trace(const TraceSource& source);
TraceFile read_trace(const std::string& path, TraceFormat format);

// "12 rows were dropped: REASON (the first is line 7)".
std::string described(const DroppedRows& dropped);

// Values for `{empirical: FILE}`: one column, its header is the unit as written, in every line
// below one finite number >= 0. The caller converts the unit.
struct EmpiricalFile {
    std::string unit;
    std::vector<double> values;
    std::vector<TraceError> errors;
    std::string fingerprint;  // of the text
};

EmpiricalFile read_empirical(const std::string& path);

// Which part of a trace is replayed, and how: jobs submitted in [from, from + length), shifted so
// that `from` is second 0, times multiplied by `scale`, the whole repeated every `length` x scale.
struct TraceWindow {
    Seconds from{0};
    std::optional<Seconds> length;  // absent: to the last submission of the trace
    double scale = 1;               // > 0
    bool repeat = false;
};

// Why a window cannot be replayed (nobody submits in it, a repetition without length, too many
// jobs), or nothing.
std::optional<std::string> window_problem(const std::vector<TraceRow>& rows, const TraceWindow& window,
                                          Seconds horizon);

// The jobs of the window up to the horizon (exclusive), round after round in the order of the file,
// submissions rounded to whole seconds. Requires that window_problem finds none.
std::vector<TraceRow> fit_to_horizon(const std::vector<TraceRow>& rows, const TraceWindow& window,
                                     Seconds horizon);

}  // namespace trainyard
