#include "sim/scenario/trace_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "sim/core/printable.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

// Submissions count from the earliest one.
void start_at_0(std::vector<TraceRow>& rows) {
    double first = rows.empty() ? 0 : rows.front().submit_s;
    for (const TraceRow& row : rows) {
        first = std::min(first, row.submit_s);
    }
    for (TraceRow& row : rows) {
        row.submit_s -= first;
        for (std::optional<double>* time : {&row.start_s, &row.end_s}) {
            if (*time) {
                **time -= first;
            }
        }
    }
}

}  // namespace

void TraceTaker::job(TraceRow&& row) {
    if (row.ended && !keep_[static_cast<std::size_t>(*row.ended)]) {
        drop(fmt::format("the job was {}, which is not kept",
                         logged_end_names[static_cast<std::size_t>(*row.ended)]),
             row.line);
        return;
    }
    ++jobs_;
    take_(std::move(row));
}

void TraceTaker::drop(std::string_view reason, int line) {
    auto found = std::find_if(scan.dropped.begin(), scan.dropped.end(),
                              [&](const DroppedRows& other) { return other.reason == reason; });
    if (found == scan.dropped.end()) {
        found = scan.dropped.insert(scan.dropped.end(), DroppedRows{std::string{reason}, 0, line});
    }
    ++found->rows;
}

void TraceTaker::finish(TraceTable& table) {
    if (jobs_ == 0 && table.errors().count() == 0) {
        table.error(table.rows() == 0 ? "the trace has a header but no jobs"
                                      : "none of the rows is a job to replay");
    }
    scan.errors = table.errors().list();
    scan.lines = table.rows();
    scan.fingerprint = table.fingerprint();
}

std::string csv_columns_problem(const std::map<std::string, std::string>& columns) {
    const auto has = [&columns](const char* role) { return columns.contains(role); };
    if (!has("submit")) {
        return "a column must be named as `submit`";
    }
    return has("duration") || has("work") || (has("start") && has("end"))
               ? ""
               : "a column must be named as `duration` or `work`, or two as `start` and `end`";
}

std::string identity(const TraceSource& source) {
    std::string text = fmt::format("{} {}", static_cast<int>(source.format), fmt::join(source.keep, ""));
    for (const auto& [role, name] : source.columns) {
        text += fmt::format("\n{}={}", role, name);
    }
    return text + "\n" + source.path;
}

TraceScan scan_trace(const TraceSource& source, const std::function<void(TraceRow&&)>& take) {
    TraceTaker taker{source, take};
    switch (source.format) {
        case TraceFormat::trainyard:
            read_own_trace(source, taker);
            break;
        case TraceFormat::csv:
            read_csv_trace(source, taker);
            break;
        case TraceFormat::sacct:
            read_sacct_trace(source, taker);
            break;
        case TraceFormat::philly:
            read_philly_trace(source, taker);
            break;
        case TraceFormat::helios:
            read_helios_trace(source, taker);
            break;
        case TraceFormat::swf:
            read_swf_trace(source, taker);
            break;
    }
    return std::move(taker.scan);
}

TraceFile read_trace(const TraceSource& source) {
    TraceFile file;
    TraceScan scan = scan_trace(source, [&](TraceRow&& row) { file.rows.push_back(std::move(row)); });
    file.errors = std::move(scan.errors);
    file.notes = std::move(scan.notes);
    file.fingerprint = std::move(scan.fingerprint);
    for (const DroppedRows& dropped : scan.dropped) {
        file.notes.push_back(described(dropped));
    }
    if (scan.unix_times) {
        start_at_0(file.rows);
    }
    return file;
}

TraceFile read_trace(const std::string& path, TraceFormat format) {
    return read_trace(TraceSource{.path = path, .format = format});
}

std::string described(const DroppedRows& dropped) {
    return fmt::format("{} {} dropped: {} (the first is line {})", dropped.rows,
                       dropped.rows == 1 ? "row was" : "rows were", dropped.reason, dropped.first_line);
}

std::optional<std::string> text_of(const CsvField* field) {
    return field ? std::optional{printable(field->text)} : std::nullopt;
}

std::optional<LoggedEnd> logged_end(std::string_view state) {
    std::string word{state.substr(0, state.find(' '))};
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    const auto any_of = [&word](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), word) != names.end();
    };
    if (any_of({"COMPLETED", "FINISHED", "PASS", "PASSED", "SUCCEEDED"})) {
        return LoggedEnd::completed;
    }
    if (any_of({"FAILED", "TIMEOUT", "OUT_OF_MEMORY", "NODE_FAIL", "BOOT_FAIL", "DEADLINE", "LAUNCH_FAILED",
                "RECONFIG_FAIL", "EXPIRED"})) {
        return LoggedEnd::failed;
    }
    if (any_of({"CANCELLED", "CANCELED", "CANCELLED+", "KILLED", "PREEMPTED", "REVOKED", "STOPPED"})) {
        return LoggedEnd::cancelled;
    }
    return std::nullopt;
}

void check_order(TraceTable& table, std::size_t submit, std::size_t start, std::size_t end,
                 std::optional<double> submit_s, std::optional<double> start_s, std::optional<double> end_s) {
    if (start_s && submit_s && *start_s < *submit_s) {
        table.wrong(start, fmt::format("at or after `{}`", table.name(submit)));
    }
    if (end_s && start_s && *end_s < *start_s) {
        table.wrong(end, fmt::format("at or after `{}`", table.name(start)));
    } else if (end_s && submit_s && *end_s < *submit_s) {
        table.wrong(end, fmt::format("at or after `{}`", table.name(submit)));
    }
}

}  // namespace trainyard
