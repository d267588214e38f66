// The formats of traces, one function each, and what they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_table.hpp"

namespace trainyard {

inline constexpr double most_seconds = most_log_seconds;
inline constexpr NumberRule seconds_above_0{"a number of seconds above 0, at most 1e10", 0, false,
                                            most_seconds};
inline constexpr NumberRule seconds_from_0{"a number of seconds from 0 to 1e10", 0, true, most_seconds};
inline constexpr NumberRule gpu_hours{"a number of GPU-hours above 0, at most 1e10", 0, false, 1e10};
inline constexpr NumberRule gpu_count{"a whole number of GPUs from 1 to 1000000", 1, true, 1e6, true};
inline constexpr NumberRule gpu_count_or_0{"a whole number of GPUs from 0 to 1000000", 0, true, 1e6, true};

// Where a reader puts what it finds in a file.
class TraceTaker {
public:
    TraceTaker(const TraceSource& source, const std::function<void(TraceRow&&)>& take)
        : keep_{source.keep}, take_{take} {}

    // A job; dropped when it ended in a way that is not kept.
    void job(TraceRow&& row);
    void drop(std::string_view reason, int line);
    // Something to be said once, in words.
    void note(std::string text) { scan.notes.push_back(std::move(text)); }
    // Takes over the complaints, the number of rows and the fingerprint of the table.
    void finish(TraceTable& table);

    TraceScan scan;

private:
    std::array<bool, 3> keep_;
    const std::function<void(TraceRow&&)>& take_;
    std::int64_t jobs_ = 0;
};

void read_own_trace(const TraceSource& source, TraceTaker& taker);
void read_csv_trace(const TraceSource& source, TraceTaker& taker);
void read_sacct_trace(const TraceSource& source, TraceTaker& taker);
void read_philly_trace(const TraceSource& source, TraceTaker& taker);
void read_helios_trace(const TraceSource& source, TraceTaker& taker);
void read_swf_trace(const TraceSource& source, TraceTaker& taker);

// The text of a cell, if there is one; control characters in it become text.
std::optional<std::string> text_of(const CsvField* field);

// How a job of that state ended, the state as Slurm and the logs made from it write it ("CANCELLED by
// 1000", "Pass", "OUT_OF_MEMORY"); nothing for a state that is no end.
std::optional<LoggedEnd> logged_end(std::string_view state);

// Columns for the times at which a job started and ended, both optional, in Unix seconds or as the file
// counts: an end before the start, or a start before the submission, is an error at its cell.
void check_order(TraceTable& table, std::size_t submit, std::size_t start, std::size_t end,
                 std::optional<double> submit_s, std::optional<double> start_s, std::optional<double> end_s);

}  // namespace trainyard
