// The readers of logs: of jobs, of spot markets, of prices.
#include <cmath>

#include "sim/scenario/price_list.hpp"
#include "sim/scenario/spot_series.hpp"
#include "tests/fuzz/surroundings.hpp"
#include "tests/fuzz/targets.hpp"

namespace trainyard::fuzz {

namespace {

bool is_time(double seconds) { return std::isfinite(seconds) && std::abs(seconds) <= 3e10; }

void require_job(const TraceRow& row) {
    require(is_time(row.submit_s) && row.submit_s >= 0, "a submission at no time");
    require(row.gpus.count >= 1 && row.gpus.count <= 1'000'000, "a number of GPUs that nobody has");
    require(std::isfinite(row.work_gpu_s) && row.work_gpu_s > 0, "no work");
    require(row.line >= 1, "a job of no line");
    require(!row.start_s || (is_time(*row.start_s) && *row.start_s >= row.submit_s),
            "started before it was submitted");
    require(!row.end_s || is_time(*row.end_s), "an end at no time");
    require(!row.deadline || row.deadline->count() > 0, "a deadline before the submission");
    require(row.memory_bytes.value_or(0) >= 0 && row.checkpoint_bytes.value_or(0) >= 0,
            "fewer than no bytes");
}

void run_trace(std::string_view bytes, TraceFormat format) {
    TraceSource source{.path = file_of("log", bytes), .format = format};
    if (format == TraceFormat::csv) {
        for (const char* const role : csv_roles) {
            source.columns[role] = role;
        }
        source.columns.erase("work");
        source.columns.erase("kind");
    }
    const TraceFile trace = read_trace(source);
    require_sound(trace.errors);
    for (const std::string& note : trace.notes) {
        require_printable(note);
    }
    if (!trace.errors.empty()) {
        return;
    }
    require(!trace.rows.empty(), "a trace of nothing");
    for (const TraceRow& row : trace.rows) {
        require_job(row);
    }
    const TraceWindow window{.from = Seconds{0}, .length = std::nullopt, .scale = 0.5};
    const Seconds year{31'536'000};
    if (const auto problem = window_problem(trace.rows, window, year)) {
        require_printable(*problem);
    } else {
        require(!fit_to_horizon(trace.rows, window, year).empty(), "nothing left of a window with jobs");
    }
}

void require_series(const SpotSeries& series) {
    require(!series.steps.empty() && series.end_s >= series.steps.back().at_s, "a series without end");
    for (std::size_t i = 0; i < series.steps.size(); ++i) {
        const SpotStep& step = series.steps[i];
        require(is_time(step.at_s) || step.at_s <= 1e14, "a step at no time");
        require(i == 0 || step.at_s > series.steps[i - 1].at_s, "steps out of order");
        require(step.available.value_or(0) >= 0, "fewer than no instances");
        require(!step.usd_per_h || (std::isfinite(*step.usd_per_h) && *step.usd_per_h >= 0), "no price");
    }
}

}  // namespace

void run_trainyard(std::string_view bytes) { run_trace(bytes, TraceFormat::trainyard); }
void run_csv(std::string_view bytes) { run_trace(bytes, TraceFormat::csv); }
void run_sacct(std::string_view bytes) { run_trace(bytes, TraceFormat::sacct); }
void run_philly(std::string_view bytes) { run_trace(bytes, TraceFormat::philly); }
void run_helios(std::string_view bytes) { run_trace(bytes, TraceFormat::helios); }
void run_swf(std::string_view bytes) { run_trace(bytes, TraceFormat::swf); }

void run_spot(std::string_view bytes) {
    if (bytes.empty()) {
        return;
    }
    const auto format =
        static_cast<SpotFormat>(static_cast<unsigned char>(bytes.front()) % spot_format_names.size());
    const SpotFile file = read_spot_file(file_of("market", bytes.substr(1)), format);
    require_sound(file.errors);
    require(!file.errors.empty() || !file.series.empty(), "neither a series nor an error");
    if (file.errors.empty()) {
        for (const SpotSeries& series : file.series) {
            require_series(series);
        }
    }
}

void run_prices(std::string_view bytes) {
    const PriceList list = read_skypilot_prices(file_of("prices.csv", bytes));
    require_sound(list.errors);
    require_sound(list.skipped);
    require(list.errors.empty() || list.rows.empty(), "rows of a list that is none");
    for (const ListedPrice& row : list.rows) {
        require(row.gpus >= 1 && row.line >= 2 && !row.gpu.empty(), "an offer of nothing");
        require(row.usd_per_h.value_or(1) > 0 && row.spot_usd_per_h.value_or(1) > 0,
                "an offer without a price");
    }
}

}  // namespace trainyard::fuzz
