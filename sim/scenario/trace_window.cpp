// The part of a trace that a scenario replays.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "sim/scenario/trace_reader.hpp"

namespace trainyard {
namespace {

constexpr double most_jobs = 1e7;

double in_seconds(Seconds time) { return static_cast<double>(time.count()); }

bool inside(const TraceRow& row, const TraceWindow& window) {
    const double since = row.submit_s - in_seconds(window.from);
    return since >= 0 && (!window.length || since < in_seconds(*window.length));
}

// What there is in the window, in scaled seconds since its start.
struct Extent {
    std::size_t jobs = 0;
    double first_s = std::numeric_limits<double>::infinity();
    double period_s = 0;  // from one repetition to the next
};

Extent extent_of(const std::vector<TraceRow>& rows, const TraceWindow& window) {
    Extent extent;
    double last_s = 0;
    for (const TraceRow& row : rows) {
        if (inside(row, window)) {
            const double submit_s = (row.submit_s - in_seconds(window.from)) * window.scale;
            ++extent.jobs;
            extent.first_s = std::min(extent.first_s, submit_s);
            last_s = std::max(last_s, submit_s);
        }
    }
    extent.period_s = window.length ? in_seconds(*window.length) * window.scale : last_s;
    return extent;
}

// The rounded submission, if it is before the horizon.
std::optional<double> submission(double submit_s, Seconds horizon) {
    const double second =
        submit_s < in_seconds(horizon) ? static_cast<double>(round_half_up(submit_s)) : submit_s;
    return second < in_seconds(horizon) ? std::optional{second} : std::nullopt;
}

}  // namespace

std::optional<std::string> window_problem(const std::vector<TraceRow>& rows, const TraceWindow& window,
                                          Seconds horizon) {
    const Extent extent = extent_of(rows, window);
    if (extent.jobs == 0) {
        return "no job of the trace is submitted in the window that `from` and `length` leave";
    }
    if (!submission(extent.first_s, horizon)) {
        return fmt::format(
            "no job of the trace is submitted before the horizon: the first would be at second {:.0f}",
            extent.first_s);
    }
    if (!window.repeat) {
        return std::nullopt;
    }
    if (extent.period_s < 1) {
        return "what is to be repeated must last at least 1 s; give a `length`";
    }
    const double jobs = std::ceil(in_seconds(horizon) / extent.period_s) * static_cast<double>(extent.jobs);
    if (jobs > most_jobs) {
        return fmt::format("repeated up to the horizon it would have {:.3g} jobs, more than 10 million",
                           jobs);
    }
    return std::nullopt;
}

std::vector<TraceRow> fit_to_horizon(const std::vector<TraceRow>& rows, const TraceWindow& window,
                                     Seconds horizon) {
    const double period_s = extent_of(rows, window).period_s;
    if (window.repeat && period_s < 1) {
        throw std::logic_error("fit_to_horizon: a repetition without length");
    }
    std::vector<TraceRow> fitted;
    for (double round = 0; round == 0 || (window.repeat && round * period_s < in_seconds(horizon)); ++round) {
        for (const TraceRow& row : rows) {
            if (!inside(row, window)) {
                continue;
            }
            const double since_s = (row.submit_s - in_seconds(window.from)) * window.scale;
            if (const auto second = submission(round * period_s + since_s, horizon)) {
                fitted.push_back(row);
                fitted.back().submit_s = *second;
            }
        }
    }
    return fitted;
}

}  // namespace trainyard
