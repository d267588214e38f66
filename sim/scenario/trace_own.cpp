// The project's own CSV: submit_s, gpus, work_gpu_h, and what else is known of a job.
#include <cstdint>
#include <utility>

#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr NumberRule gigabytes{"a number of GB from 0 to 1e6", 0, true, 1e6};
constexpr NumberRule priority_rule{"a whole number from -1e9 to 1e9", -1e9, true, 1e9, true};

std::optional<std::int64_t> bytes_of(std::optional<double> gb) {
    return gb ? std::optional{round_half_up(*gb * 1e9)} : std::nullopt;
}

}  // namespace

void read_own_trace(const TraceSource& source, TraceTaker& taker) {
    enum : std::size_t {
        submit,
        gpus,
        work,
        kind,
        team,
        deadline,
        priority,
        memory,
        checkpoint,
        status,
        start,
        end
    };
    TraceTable table{source.path,
                     {{"submit_s", true},
                      {"gpus", true},
                      {"work_gpu_h", true},
                      {"kind"},
                      {"team"},
                      {"deadline_s"},
                      {"priority"},
                      {"memory_gb"},
                      {"checkpoint_gb"},
                      {"status"},
                      {"start_s"},
                      {"end_s"}},
                     {.csv = {}, .most_bytes = source.most_bytes}};
    while (table.next()) {
        const std::size_t errors_before = table.errors().count();
        const auto submit_s = table.required_number(submit, seconds_from_0);
        const auto count = table.required_number(gpus, gpu_count);
        const auto work_gpu_h = table.required_number(work, gpu_hours);
        const auto deadline_s = table.number(deadline, seconds_above_0);
        const auto rank = table.number(priority, priority_rule);
        TraceRow row;
        row.kind = text_of(table.cell(kind));
        row.team = text_of(table.cell(team));
        row.deadline = deadline_s ? std::optional{whole_seconds(*deadline_s)} : std::nullopt;
        row.priority = rank ? std::optional{static_cast<int>(*rank)} : std::nullopt;
        row.memory_bytes = bytes_of(table.number(memory, gigabytes));
        row.checkpoint_bytes = bytes_of(table.number(checkpoint, gigabytes));
        row.line = table.line();
        row.start_s = table.number(start, seconds_from_0);
        row.end_s = table.number(end, seconds_from_0);
        if (const CsvField* const state = table.cell(status)) {
            row.ended = logged_end(state->text);
        }
        check_order(table, submit, start, end, submit_s, row.start_s, row.end_s);
        if (table.errors().count() == errors_before) {
            row.submit_s = *submit_s;
            row.gpus = Gpus{static_cast<std::int32_t>(*count)};
            row.work_gpu_s = *work_gpu_h * 3600;
            taker.job(std::move(row));
        }
    }
    taker.finish(table);
}

}  // namespace trainyard
