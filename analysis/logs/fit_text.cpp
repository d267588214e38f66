// A fitted workload as YAML.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "analysis/logs/fit.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

// 168 weights, a day a line. They are rounded so that their mean stays 1.
std::string weights(const WeeklyProfile& profile) {
    std::string text;
    double exact = 0, written = 0;
    for (std::size_t hour = 0; hour < profile.weights.size(); ++hour) {
        exact += profile.weights[hour];
        const double rounded = std::max(0.0, std::round((exact - written) * 1000) / 1000);
        written += rounded;
        text += (hour % 24 == 0 ? "\n        " : "") + fmt::format("{:.3f}", rounded) +
                (hour + 1 < profile.weights.size() ? (hour % 24 == 23 ? "," : ", ") : "");
    }
    return text;
}

std::string work_line(const FittedStream& stream) {
    if (stream.cv <= 0) {
        return fmt::format("      work: {:.6g} gpu-h   # {} jobs, all alike\n", stream.mean_gpu_h,
                           stream.jobs);
    }
    return fmt::format(
        "      work: {{lognormal: {{mean: {:.6g} gpu-h, cv: {:.4g}}}}}   # {} jobs; KS {:.3f}\n",
        stream.mean_gpu_h, stream.cv, stream.jobs, stream.work_distance);
}

std::string failure_line(const FittedStream& stream) {
    if (stream.failure_probability <= 0) {
        return stream.ended > 0 ? fmt::format("      # none of {} failed\n", stream.ended) : "";
    }
    return fmt::format(
        "      failure: {{probability: {:.4g} %, retries: 0}}   # of {}; over time KS {:.3f}\n",
        100 * stream.failure_probability, stream.ended, stream.failure_distance);
}

std::string stream_text(const FittedWorkload& fitted, const FittedStream& stream, bool first) {
    std::string text = fmt::format("  log-{}-gpu:\n    job:\n      gpus: {}\n", stream.gpus, stream.gpus);
    text += work_line(stream) + failure_line(stream);
    text += fmt::format("    arrivals:\n      poisson: {:.6g} / week\n", stream.per_week);
    if (fitted.profile) {
        text += first ? fmt::format("      profile: &log-week [{}]\n", weights(*fitted.profile))
                      : std::string{"      profile: *log-week\n"};
    }
    return text;
}

}  // namespace

std::string workload_block(const FittedWorkload& fitted) {
    std::string text = fmt::format(
        "# Fitted to {} jobs over {:.1f} weeks. KS: the Kolmogorov-Smirnov distance between log and fit, "
        "from\n"
        "# 0 (alike) to 1; above 0.1 the log is rather to be replayed (`trace:`).\n"
        "#   arrivals, against a Poisson process  {:.3f}{}\n"
        "#   hours of the week                    {:.3f}{}\n"
        "#   gang sizes                           {:.3f}\n"
        "# Work a week: {} GPU-h in the log, {} in the fit{}.\n",
        fitted.jobs, fitted.weeks, fitted.arrival_distance,
        fitted.arrival_distance > 0.1 ? "   (in bursts: people submit many jobs at once)" : "",
        fitted.profile_distance,
        fitted.profile ? "   (day of the week x hour of the day, from Monday 00:00)"
                       : "   (less than two weeks: no profile)",
        fitted.gang_distance, with_separators(fitted.log_gpu_h_per_week, 1),
        with_separators(fitted.fitted_gpu_h_per_week, 1),
        std::abs(fitted.fitted_gpu_h_per_week / fitted.log_gpu_h_per_week - 1) > 0.2
            ? ": its tail is not lognormal"
            : "");
    text += "workload:\n";
    for (std::size_t i = 0; i < fitted.streams.size(); ++i) {
        text += stream_text(fitted, fitted.streams[i], i == 0);
    }
    return text;
}

}  // namespace trainyard
