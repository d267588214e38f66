// The Philly form: timestamp,duration,num_gpus,gpu_time,cluster. It is how the trace of Microsoft's
// cluster (Jeon et al., USENIX ATC 2019) is commonly passed on; `cluster` is the team's virtual cluster.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>

#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr NumberRule gpu_seconds{"a number of GPU-seconds from 0 to 1e16", 0, true, 1e16};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char digit : text.substr(at, count)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        value = 10 * value + (digit - '0');
    }
    return value;
}

// Seconds since 1970 of `2017-09-21 17:00:12`, or nothing.
std::optional<double> timestamp(std::string_view text) {
    if (text.size() != 19 || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' ||
        text[16] != ':') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || *hour > 23 || *minute > 59 ||
        *second > 59) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    const auto days = std::chrono::sys_days{date}.time_since_epoch().count();
    return static_cast<double>(days) * 86400.0 + 3600.0 * *hour + 60.0 * *minute + *second;
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

// Submissions count from the earliest one.
void start_at_0(std::vector<TraceRow>& rows) {
    if (rows.empty()) {
        return;
    }
    const double first = std::min_element(rows.begin(), rows.end(), [](const TraceRow& a, const TraceRow& b) {
                             return a.submit_s < b.submit_s;
                         })->submit_s;
    for (TraceRow& row : rows) {
        row.submit_s -= first;
    }
}

}  // namespace

TraceFile read_philly_trace(const std::string& path) {
    enum : std::size_t { time, duration, gpus, total, cluster };
    TraceTable table{
        path, {{"timestamp", true}, {"duration", true}, {"num_gpus", true}, {"gpu_time"}, {"cluster"}}};
    TraceFile file;
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
            file.rows.push_back(std::move(row));
        }
    }
    start_at_0(file.rows);
    if (disagreements.rows > 0) {
        file.notes.push_back(
            fmt::format("gpu_time is not duration x num_gpus in {} rows (the first is line {}); "
                        "duration x num_gpus counts",
                        disagreements.rows, disagreements.first_line));
    }
    finish_trace(file, table);
    return file;
}

}  // namespace trainyard
