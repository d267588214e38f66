// What Slurm's accounting prints with --parsable2, for instance
//   sacct -a -X -P -S 2025-01-01 -o
//   JobID,Submit,Start,End,Elapsed,AllocTRES,ReqTRES,State,User,Account
// A row is a job, an element of a job array, or a step of a job; steps are passed over, for what they
// used is in the row of their job. The account is the team, or the user where there is none.
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <utility>

#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

// GPUs of "billing=8,cpu=8,gres/gpu=2,gres/gpu:a100=2,mem=64G": the total if it stands there, else the
// sum over the types; 0 where there are none, nothing where a number is no number.
std::optional<double> gpus_of(std::string_view tres) {
    constexpr std::string_view total = "gres/gpu=", typed = "gres/gpu:";
    double sum = 0;
    while (!tres.empty()) {
        const std::string_view item = tres.substr(0, tres.find(','));
        tres.remove_prefix(std::min(tres.size(), item.size() + 1));
        if (item.starts_with(total)) {
            return parse_number(item.substr(total.size()));
        }
        if (item.starts_with(typed)) {
            const auto count = parse_number(item.substr(std::min(item.size(), item.rfind('=') + 1)));
            if (!count) {
                return std::nullopt;
            }
            sum += *count;
        }
    }
    return sum;
}

class Sacct {
public:
    enum Column : std::size_t { id, submit, start, end, elapsed, allocated, requested, state, user, account };

    Sacct(TraceTable& table, TraceTaker& taker) : table_{table}, taker_{taker} {}

    void read_row() {
        const std::size_t errors_before = table_.errors().count();
        const CsvField* const job = table_.required_cell(id);
        if (!job) {
            return;
        }
        if (job->text.find('.') != std::string_view::npos) {
            taker_.drop("a step of a job, whose own row counts", table_.line());
            return;
        }
        TraceRow row;
        row.line = table_.line();
        const auto submitted = time(submit);
        row.start_s = time(start);
        row.end_s = time(end);
        const auto gpus = gpus_in_use();
        const auto ran = run_time(row);
        row.ended = end_of_job();
        check_order(table_, submit, start, end, submitted, row.start_s, row.end_s);
        if (table_.errors().count() > errors_before) {
            return;
        }
        if (!submitted) {
            table_.wrong(submit, time_expected);
            return;
        }
        if (const auto reason = no_job(row, *gpus, *ran); !reason.empty()) {
            taker_.drop(reason, row.line);
            return;
        }
        row.submit_s = *submitted;
        row.gpus = Gpus{static_cast<std::int32_t>(*gpus)};
        row.work_gpu_s = *gpus * *ran;
        row.team = text_of(table_.cell(account) ? table_.cell(account) : table_.cell(user));
        heterogeneous_ += job->text.find('+') != std::string_view::npos ? 1 : 0;
        taker_.job(std::move(row));
    }

    void finish() {
        taker_.note("times without a zone are taken as UTC; a GPU of the log as fast as the reference");
        if (heterogeneous_ > 0) {
            taker_.note(fmt::format("{} components of heterogeneous jobs count as jobs of their own",
                                    heterogeneous_));
        }
        if (suspended_ > 0) {
            taker_.note(fmt::format("{} jobs ran shorter than from Start to End (suspended); Elapsed counts",
                                    suspended_));
        }
    }

private:
    // Nothing for what has not happened; a text that is no time is an error.
    std::optional<double> time(std::size_t column) {
        const CsvField* const field = table_.cell(column);
        if (!field || field->text == "Unknown" || field->text == "None") {
            return std::nullopt;
        }
        const auto seconds = log_time(field->text);
        if (!seconds) {
            table_.wrong(column, time_expected);
        }
        return seconds;
    }

    // What the job had; of one that got nothing what it asked for.
    std::optional<double> gpus_in_use() {
        const std::size_t column = table_.cell(allocated) ? allocated : requested;
        const CsvField* const field = table_.cell(column);
        const auto gpus = field ? gpus_of(field->text) : std::optional<double>{0};
        if (!gpus || *gpus > gpu_count.high || *gpus < 0 || *gpus != std::floor(*gpus)) {
            table_.wrong(column, "a list like cpu=8,gres/gpu=2 with a whole number of GPUs");
            return std::nullopt;
        }
        return gpus;
    }

    std::optional<double> run_time(const TraceRow& row) {
        const double between = row.start_s && row.end_s ? *row.end_s - *row.start_s : 0;
        const CsvField* const field = table_.cell(elapsed);
        if (!field) {
            return between;
        }
        const auto seconds = elapsed_seconds(field->text);
        if (!seconds) {
            table_.wrong(elapsed, elapsed_expected);
        }
        suspended_ += seconds && between > *seconds + 1 ? 1 : 0;
        return seconds;
    }

    std::optional<LoggedEnd> end_of_job() {
        const CsvField* const field = table_.required_cell(state);
        return field ? logged_end(field->text) : std::nullopt;
    }

    // Why a row is nothing to replay; empty where it is.
    std::string no_job(const TraceRow& row, double gpus, double ran) const {
        if (!row.ended) {
            const std::string_view text = table_.cell(state)->text;
            return fmt::format("the state {} is no end", shown(text.substr(0, text.find(' '))));
        }
        if (gpus == 0) {
            return "the job asked for no GPUs";
        }
        return ran > 0 ? "" : "the job never ran";
    }

    TraceTable& table_;
    TraceTaker& taker_;
    int heterogeneous_ = 0;
    int suspended_ = 0;
};

}  // namespace

void read_sacct_trace(const TraceSource& source, TraceTaker& taker) {
    TraceTable table{source.path,
                     {{"JobID", true},
                      {"Submit", true},
                      {"Start"},
                      {"End"},
                      {"Elapsed"},
                      {"AllocTRES"},
                      {"ReqTRES"},
                      {"State", true},
                      {"User"},
                      {"Account"}},
                     {{'|', false}, true, source.most_bytes}};
    taker.scan.unix_times = true;
    if (table.errors().count() == 0 && !table.has_column(Sacct::allocated) &&
        !table.has_column(Sacct::requested)) {
        table.error("a column AllocTRES or ReqTRES must say how many GPUs a job had");
    }
    if (table.errors().count() == 0 && !table.has_column(Sacct::elapsed) &&
        !(table.has_column(Sacct::start) && table.has_column(Sacct::end))) {
        table.error("a column Elapsed, or Start and End, must say how long a job ran");
    }
    Sacct sacct{table, taker};
    while (table.next()) {
        sacct.read_row();
    }
    sacct.finish();
    taker.finish(table);
}

}  // namespace trainyard
