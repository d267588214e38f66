#include "analysis/logs/import.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>

#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

// The Monday, 00:00 UTC, at or before a time since 1970. That began on a Thursday.
double monday_of(double unix_s) {
    constexpr double first_monday_s = 4 * 86400, length_s = 7 * 86400;
    return first_monday_s + std::floor((unix_s - first_monday_s) / length_s) * length_s;
}

std::string date_of(double unix_s) {
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(unix_s)));
}

// What the first reading of all files found.
struct Survey {
    std::optional<double> first_unix_s;  // the earliest submission, where the logs have dates
    bool undated = false;                // there is a log without
};

// A field of a CSV, quoted where it has to be.
std::string field(const std::optional<std::string>& text) {
    if (!text || text->find_first_of(",\"\r\n") == std::string::npos) {
        return text.value_or("");
    }
    std::string quoted = "\"";
    for (const char letter : *text) {
        quoted += letter == '"' ? "\"\"" : std::string{letter};
    }
    return quoted + "\"";
}

std::string time_field(const std::optional<double>& seconds, double second_0) {
    return seconds ? fmt::format("{}", std::round((*seconds - second_0) * 1000) / 1000) : "";
}

void write_row(fmt::memory_buffer& buffer, const TraceRow& row, double second_0) {
    fmt::format_to(std::back_inserter(buffer), "{},{},{},{},{},{},{},{}\n",
                   time_field(row.submit_s, second_0), row.gpus.count, row.work_gpu_s / 3600, field(row.kind),
                   field(row.team), row.ended ? logged_end_names[static_cast<std::size_t>(*row.ended)] : "",
                   time_field(row.start_s, second_0), time_field(row.end_s, second_0));
}

void add_dropped(std::vector<DroppedRows>& all, const std::vector<DroppedRows>& more) {
    for (const DroppedRows& dropped : more) {
        const auto same = std::find_if(all.begin(), all.end(), [&dropped](const DroppedRows& other) {
            return other.reason == dropped.reason;
        });
        if (same == all.end()) {
            all.push_back(dropped);
        } else {
            same->rows += dropped.rows;
        }
    }
}

// What the times of a log with dates are to be reduced by.
double shift_of(const TraceScan& scan, double second_0) {
    return second_0 - (scan.unix_times ? 0 : scan.second_0_unix_s.value_or(0));
}

Survey survey(const std::vector<TraceSource>& sources, ImportReport& report, std::vector<TraceScan>& scans) {
    Survey found;
    for (const TraceSource& source : sources) {
        double first = std::numeric_limits<double>::infinity();
        const TraceScan scan = scan_trace(source, [&](TraceRow&& row) {
            first = std::min(first, row.submit_s);
            ++report.jobs;
            report.gpu_hours += row.work_gpu_s / 3600;
        });
        const auto errors = diagnostics_of(source.path, scan.errors);
        report.errors.insert(report.errors.end(), errors.begin(), errors.end());
        report.rows += scan.lines;
        add_dropped(report.dropped, scan.dropped);
        for (const std::string& note : scan.notes) {
            if (std::find(report.assumed.begin(), report.assumed.end(), note) == report.assumed.end()) {
                report.assumed.push_back(note);
            }
        }
        const bool dated = scan.unix_times || scan.second_0_unix_s;
        found.undated = found.undated || !dated;
        if (dated && std::isfinite(first)) {
            first += scan.unix_times ? 0 : *scan.second_0_unix_s;
            found.first_unix_s = std::min(found.first_unix_s.value_or(first), first);
        }
        scans.push_back(scan);
    }
    return found;
}

}  // namespace

std::vector<Diagnostic> diagnostics_of(const std::string& file, const std::vector<TraceError>& errors) {
    std::vector<Diagnostic> diagnostics;
    for (const TraceError& error : errors) {
        diagnostics.push_back({file,
                               std::max(error.line, 1),
                               std::max(error.column, 1),
                               {},
                               error.message,
                               error.source_line,
                               1,
                               std::nullopt});
    }
    return diagnostics;
}

ImportReport import_logs(const std::vector<TraceSource>& sources, const std::filesystem::path& out) {
    ImportReport report;
    std::vector<TraceScan> scans;
    const Survey found = survey(sources, report, scans);
    if (!report.errors.empty()) {
        return report;
    }
    const bool dated = found.first_unix_s && !found.undated;
    const double second_0 = dated ? monday_of(*found.first_unix_s) : 0;
    report.assumed.push_back(
        dated
            ? fmt::format("second 0 is Monday {} 00:00 UTC", date_of(second_0))
            : "second 0 is that of the log, which has no dates; weekly profiles are those of its own weeks");
    OutputFile file{out};
    fmt::memory_buffer buffer;
    const auto flush = [&](std::size_t least) {
        if (buffer.size() > least) {
            file.append({buffer.data(), buffer.size()});
            buffer.clear();
        }
    };
    fmt::format_to(std::back_inserter(buffer), "{}\n", imported_header);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const double shift = dated ? shift_of(scans[i], second_0) : 0;
        const TraceScan again = scan_trace(sources[i], [&](TraceRow&& row) {
            write_row(buffer, row, shift);
            flush(1 << 20);
        });
        if (again.fingerprint != scans[i].fingerprint) {
            report.errors =
                diagnostics_of(sources[i].path, {{0, 0, "the file changed while it was read", {}}});
            return report;
        }
    }
    flush(0);
    file.commit();
    return report;
}

std::string described(const ImportReport& report, const std::string& out) {
    std::string text = fmt::format("{} rows read, {} jobs written to {}: {} GPU-hours\n",
                                   with_separators(static_cast<double>(report.rows), 0),
                                   with_separators(static_cast<double>(report.jobs), 0), printable(out),
                                   with_separators(report.gpu_hours, 0));
    for (const DroppedRows& dropped : report.dropped) {
        text +=
            fmt::format("dropped: {} {}: {} (the first in line {})\n",
                        with_separators(static_cast<double>(dropped.rows), 0),
                        dropped.rows == 1 ? "row" : "rows", printable(dropped.reason), dropped.first_line);
    }
    for (const std::string& assumed : report.assumed) {
        text += fmt::format("assumed: {}\n", printable(assumed));
    }
    return text;
}

}  // namespace trainyard
