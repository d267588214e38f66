// Traces of real jobs: CSV files, plain or gzip, read strictly. A row is either replayed or an
// error with its place; none is dropped in silence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/time.hpp"

namespace trainyard {

// One job as the file says it; what the file does not say is absent.
struct TraceRow {
    double submit_s = 0;  // >= 0
    Gpus gpus{1};
    double work_gpu_s = 0;  // on reference GPUs, > 0
    std::optional<std::string> kind;
    std::optional<std::string> team;
    std::optional<Seconds> deadline;  // after submission
    std::optional<int> priority;
    std::optional<std::int64_t> memory_bytes;  // per GPU
    std::optional<std::int64_t> checkpoint_bytes;
    int line = 0;  // of the file, from 1
};

enum class TraceFormat {
    trainyard,  // submit_s,gpus,work_gpu_h and optional columns, in any order
    philly,     // timestamp,duration,num_gpus,gpu_time,cluster; durations are at speed 1
};

// What is wrong and where. Line and column count from 1; 0 means the file as a whole.
struct TraceError {
    int line = 0;
    int column = 0;
    std::string message;
    std::string source_line;  // for the caret; empty where there is none to show
};

// Rows in the order of the file. Use them only if there are no errors; of many errors the first 20
// are listed and one more says how many there are besides. Notes are for the user's information.
struct TraceFile {
    std::vector<TraceRow> rows;
    std::vector<TraceError> errors;
    std::vector<std::string> notes;
    std::string fingerprint;  // of the text
};

TraceFile read_trace(const std::string& path, TraceFormat format);

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
