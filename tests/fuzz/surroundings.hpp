// Files for one input, and what must hold of every complaint.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard::fuzz {

// Throws std::logic_error with these words where it does not hold.
void require(bool holds, const std::string& what);

// The path of a file of this process with these bytes; the next call with the same name replaces it.
std::string file_of(const std::string& name, std::string_view bytes);

// Text for a terminal: UTF-8, without control characters, not endless.
void require_printable(const std::string& text);
void require_sound(const std::vector<Diagnostic>& diagnostics);
void require_sound(const std::vector<TraceError>& errors);

}  // namespace trainyard::fuzz
