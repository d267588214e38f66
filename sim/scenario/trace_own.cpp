// The project's own CSV: submit_s, gpus, work_gpu_h, and what else is known of a job.
#include <cstdint>
#include <utility>

#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr NumberRule seconds_from_0{"a number of seconds from 0 to 1e10", 0, true, most_seconds};
constexpr NumberRule gpu_hours{"a number of GPU-hours above 0, at most 1e10", 0, false, 1e10};
constexpr NumberRule gigabytes{"a number of GB from 0 to 1e6", 0, true, 1e6};
constexpr NumberRule priority_rule{"a whole number from -1e9 to 1e9", -1e9, true, 1e9, true};

std::optional<std::int64_t> bytes_of(std::optional<double> gb) {
    return gb ? std::optional{round_half_up(*gb * 1e9)} : std::nullopt;
}

// What happened in reality is not replayed, but it has to make sense.
void check_history(TraceTable& table, std::optional<double> submitted, std::size_t start, std::size_t end) {
    const std::optional<double> started = table.number(start, seconds_from_0);
    const std::optional<double> ended = table.number(end, seconds_from_0);
    if (started && submitted && *started < *submitted) {
        table.wrong(start, "at or after `submit_s`");
    }
    if (ended && started && *ended < *started) {
        table.wrong(end, "at or after `start_s`");
    } else if (ended && submitted && *ended < *submitted) {
        table.wrong(end, "at or after `submit_s`");
    }
}

}  // namespace

TraceFile read_own_trace(const std::string& path) {
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
    TraceTable table{path,
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
                      {"end_s"}}};
    TraceFile file;
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
        check_history(table, submit_s, start, end);
        if (table.errors().count() == errors_before) {
            row.submit_s = *submit_s;
            row.gpus = Gpus{static_cast<std::int32_t>(*count)};
            row.work_gpu_s = *work_gpu_h * 3600;
            file.rows.push_back(std::move(row));
        }
    }
    finish_trace(file, table);
    return file;
}

}  // namespace trainyard
