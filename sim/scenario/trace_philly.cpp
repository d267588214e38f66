// The Philly form: timestamp,duration,num_gpus,gpu_time,cluster. It is how the trace of Microsoft's
// cluster (Jeon et al., USENIX ATC 2019) is commonly passed on; `cluster` is the team's virtual cluster.
#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <utility>

#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr NumberRule gpu_seconds{"a number of GPU-seconds from 0 to 1e16", 0, true, 1e16};

// The one form of these logs.
std::optional<double> timestamp(std::string_view text) {
    return text.size() == 19 && text[10] == ' ' ? log_time(text) : std::nullopt;
}

// Rows whose own gpu_time is not duration x num_gpus.
struct Disagreements {
    int rows = 0;
    int first_line = 0;

    void look_at(const TraceRow& row, std::optional<double> gpu_time) {
        if (gpu_time && std::abs(*gpu_time - row.work_gpu_s) > 1 + 1e-6 * row.work_gpu_s) {
            first_line = rows++ == 0 ? row.line : first_line;
        }
    }
};

}  // namespace

void read_philly_trace(const TraceSource& source, TraceTaker& taker) {
    enum : std::size_t { time, duration, gpus, total, cluster };
    TraceTable table{source.path,
                     {{"timestamp", true}, {"duration", true}, {"num_gpus", true}, {"gpu_time"}, {"cluster"}},
                     {.csv = {}, .most_bytes = source.most_bytes}};
    taker.scan.unix_times = true;
    Disagreements disagreements;
    while (table.next()) {
        const std::size_t errors_before = table.errors().count();
        const CsvField* const stamp = table.required_cell(time);
        const auto submit_s = stamp ? timestamp(stamp->text) : std::nullopt;
        if (stamp && !submit_s) {
            table.wrong(time, "a time like 2017-09-21 17:00:12");
        }
        const auto duration_s = table.required_number(duration, seconds_above_0);
        const auto count = table.required_number(gpus, gpu_count);
        const auto gpu_time = table.number(total, gpu_seconds);
        if (table.errors().count() == errors_before) {
            TraceRow row;
            row.submit_s = *submit_s;
            row.gpus = Gpus{static_cast<std::int32_t>(*count)};
            row.work_gpu_s = *duration_s * *count;
            row.team = text_of(table.cell(cluster));
            row.line = table.line();
            disagreements.look_at(row, gpu_time);
            taker.job(std::move(row));
        }
    }
    if (disagreements.rows > 0) {
        taker.note(
            fmt::format("gpu_time is not duration x num_gpus in {} rows (the first is line {}); "
                        "duration x num_gpus counts",
                        disagreements.rows, disagreements.first_line));
    }
    taker.finish(table);
}

}  // namespace trainyard
