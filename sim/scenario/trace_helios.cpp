// The form of the Helios logs (Hu et al., SC'21; S-Lab-System-Group/HeliosData, cluster_log.csv) and of
// those made after them: job_id,user,vc,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,
// duration,queue. Columns in any order; others are passed over.
#include <fmt/format.h>

#include <utility>

#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

class Helios {
public:
    enum Column : std::size_t { gpus, state, submit, start, end, duration, team, user };

    Helios(TraceTable& table, TraceTaker& taker) : table_{table}, taker_{taker} {}

    void read_row() {
        const std::size_t errors_before = table_.errors().count();
        TraceRow row;
        row.line = table_.line();
        const auto submitted = table_.required_cell(submit) ? time(submit) : std::nullopt;
        row.start_s = time(start);
        row.end_s = time(end);
        const auto count = table_.required_number(gpus, gpu_count_or_0);
        const auto ran_s = table_.required_number(duration, seconds_from_0);
        if (const CsvField* const field = table_.required_cell(state)) {
            row.ended = logged_end(field->text);
        }
        check_order(table_, submit, start, end, submitted, row.start_s, row.end_s);
        if (table_.errors().count() > errors_before) {
            return;
        }
        if (const std::string reason = no_job(row, *count, *ran_s); !reason.empty()) {
            taker_.drop(reason, row.line);
            return;
        }
        row.submit_s = *submitted;
        row.gpus = Gpus{static_cast<std::int32_t>(*count)};
        row.work_gpu_s = *count * *ran_s;
        row.team = text_of(table_.cell(team) ? table_.cell(team) : table_.cell(user));
        taker_.job(std::move(row));
    }

private:
    // A blank cell is no time; text that is no time is an error.
    std::optional<double> time(std::size_t column) {
        const CsvField* const field = table_.cell(column);
        const auto seconds = field ? log_time(field->text) : std::nullopt;
        if (field && !seconds) {
            table_.wrong(column, time_expected);
        }
        return seconds;
    }

    // Why a row is nothing to replay; empty where it is.
    std::string no_job(const TraceRow& row, double count, double ran_s) const {
        if (!row.ended) {
            return fmt::format("the state {} is no end", shown(table_.cell(state)->text));
        }
        if (count == 0) {
            return "the job asked for no GPUs";
        }
        return ran_s > 0 ? "" : "the job never ran";
    }

    TraceTable& table_;
    TraceTaker& taker_;
};

}  // namespace

void read_helios_trace(const TraceSource& source, TraceTaker& taker) {
    TraceTable table{source.path,
                     {{"gpu_num", true},
                      {"state", true},
                      {"submit_time", true},
                      {"start_time"},
                      {"end_time"},
                      {"duration", true},
                      {"vc"},
                      {"user"}},
                     {{}, true, source.most_bytes}};
    taker.scan.unix_times = true;
    Helios helios{table, taker};
    while (table.next()) {
        helios.read_row();
    }
    taker.note("times without a zone are taken as UTC; a GPU of the log as fast as the reference");
    taker.finish(table);
}

}  // namespace trainyard
