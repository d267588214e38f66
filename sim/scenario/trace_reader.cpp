#include "sim/scenario/trace_reader.hpp"

#include "sim/core/fingerprint.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {

TraceFile read_trace(const std::string& path, TraceFormat format) {
    return format == TraceFormat::philly ? read_philly_trace(path) : read_own_trace(path);
}

std::optional<std::string> text_of(const CsvField* field) {
    return field ? std::optional<std::string>{field->text} : std::nullopt;
}

void finish_trace(TraceFile& file, TraceTable& table) {
    if (file.rows.empty() && table.errors().count() == 0) {
        table.error("the trace has a header but no jobs");
    }
    file.errors = table.errors().list();
    file.fingerprint = fingerprint_of(table.text());
}

}  // namespace trainyard
