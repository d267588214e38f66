// The formats of traces, one function each, and what they share.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/trace_table.hpp"

namespace trainyard {

inline constexpr double most_seconds = 1e10;  // three centuries; Unix time fits
inline constexpr NumberRule seconds_above_0{"a number of seconds above 0, at most 1e10", 0, false,
                                            most_seconds};
inline constexpr NumberRule gpu_count{"a whole number of GPUs from 1 to 1000000", 1, true, 1e6, true};

TraceFile read_own_trace(const std::string& path);
TraceFile read_philly_trace(const std::string& path);

// The text of a cell, if there is one.
std::optional<std::string> text_of(const CsvField* field);

// Puts the complaints of the table and its fingerprint into the file; a trace without jobs is a complaint.
void finish_trace(TraceFile& file, TraceTable& table);

}  // namespace trainyard
