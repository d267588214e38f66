// Comma-separated logs of any make: the user says which column is what.
#include <fmt/format.h>

#include <utility>

#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr double first_unix_time = 1e9;  // September 2001: no trace counts that far from its own start

class AnyCsv {
public:
    // As csv_roles has them.
    enum Column : std::size_t { submit, gpus, duration, work, start, end, kind, team, status };

    AnyCsv(TraceTable& table, TraceTaker& taker) : table_{table}, taker_{taker} {}

    void read_row() {
        const std::size_t errors_before = table_.errors().count();
        TraceRow row;
        row.line = table_.line();
        const auto submitted = table_.required_cell(submit) ? time(submit) : std::nullopt;
        row.start_s = time(start);
        row.end_s = time(end);
        const auto count =
            table_.has_column(gpus) ? table_.required_number(gpus, gpu_count_or_0) : std::optional{1.0};
        const auto ran_s = run_time(row);
        const auto gpu_h = table_.number(work, gpu_hours);
        row.kind = text_of(table_.cell(kind));
        row.team = text_of(table_.cell(team));
        row.ended = table_.cell(status) ? logged_end(table_.cell(status)->text) : std::nullopt;
        check_order(table_, submit, start, end, submitted, row.start_s, row.end_s);
        if (table_.errors().count() > errors_before) {
            return;
        }
        if (const std::string reason = no_job(row, *count, gpu_h ? *gpu_h : ran_s.value_or(0));
            !reason.empty()) {
            taker_.drop(reason, row.line);
            return;
        }
        row.submit_s = *submitted;
        row.gpus = Gpus{static_cast<std::int32_t>(*count)};
        row.work_gpu_s = gpu_h ? *gpu_h * 3600 : *count * *ran_s;
        taker_.job(std::move(row));
    }

    void finish() {
        taker_.scan.unix_times = unix_.value_or(false);
        if (dated_) {
            taker_.note("times without a zone are taken as UTC");
        } else if (unix_.value_or(false)) {
            taker_.note("numbers of the submission column are taken as seconds since 1970");
        }
        if (!table_.has_column(gpus)) {
            taker_.note("no column for gpus: every job has 1");
        }
        if (!table_.has_column(work)) {
            taker_.note("a GPU of the log is taken to be as fast as the reference");
        }
    }

private:
    // A date, or a number of seconds: since 1970 if the first of the file is above 1e9.
    std::optional<double> time(std::size_t column) {
        const CsvField* const field = table_.cell(column);
        if (!field) {
            return std::nullopt;
        }
        const auto number = parse_number(field->text);
        const std::optional<double> seconds = number ? number : log_time(field->text);
        if (!seconds || *seconds < 0 || *seconds > most_seconds) {
            table_.wrong(column, "a time like 2024-03-01 17:00:12, or a number of seconds from 0 to 1e10");
            return std::nullopt;
        }
        const bool unix_time = !number || *number >= first_unix_time;
        dated_ = dated_ || !number;
        if (unix_time != unix_.value_or(unix_time)) {
            table_.wrong(column, *unix_ ? "a date or Unix time, as in the rows above"
                                        : "a number of seconds below 1e9, as in the rows above");
            return std::nullopt;
        }
        unix_ = unix_time;
        return seconds;
    }

    // What the column says, else from start to end; nothing where neither is known.
    std::optional<double> run_time(const TraceRow& row) {
        const CsvField* const field = table_.cell(duration);
        if (!field) {
            return row.start_s && row.end_s ? std::optional{*row.end_s - *row.start_s} : std::nullopt;
        }
        const auto number = parse_number(field->text);
        const auto seconds = number ? number : elapsed_seconds(field->text);
        if (!seconds || *seconds < 0 || *seconds > most_seconds) {
            table_.wrong(duration, "a number of seconds from 0 to 1e10, or a length of time like 1-02:03:04");
            return std::nullopt;
        }
        return seconds;
    }

    // Why a row is nothing to replay; empty where it is.
    std::string no_job(const TraceRow& row, double count, double ran) const {
        const CsvField* const state = table_.cell(status);
        if (state && !row.ended) {
            return fmt::format("the status {} is no end", shown(state->text));
        }
        if (count == 0) {
            return "the job asked for no GPUs";
        }
        return ran > 0 ? "" : "the job never ran";
    }

    TraceTable& table_;
    TraceTaker& taker_;
    std::optional<bool> unix_;  // whether times are since 1970, once that is known
    bool dated_ = false;
};

// The columns of the file by role; a role that the user has not named has none.
std::vector<TraceColumn> columns_of(const TraceSource& source) {
    std::vector<TraceColumn> columns;
    for (const char* const role : csv_roles) {
        const auto named = source.columns.find(role);
        // A name that no header can have.
        columns.push_back(named == source.columns.end() ? TraceColumn{"\n"}
                                                        : TraceColumn{named->second, true});
    }
    return columns;
}

}  // namespace

void read_csv_trace(const TraceSource& source, TraceTaker& taker) {
    TraceTable table{source.path, columns_of(source), {{}, true, source.most_bytes}};
    AnyCsv csv{table, taker};
    while (table.next()) {
        csv.read_row();
    }
    csv.finish();
    taker.finish(table);
}

}  // namespace trainyard
