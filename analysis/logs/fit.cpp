#include "analysis/logs/fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "analysis/statistics/agreement.hpp"

namespace trainyard {
namespace {

constexpr double hour_s = 3600, day_s = 86400, week_s = 7 * day_s;
constexpr double least_for_profile_s = 2 * week_s;
constexpr std::size_t hours = 168;

using Shares = std::array<double, hours>;

std::size_t hour_of(double submit_s) {
    const double within = submit_s - std::floor(submit_s / week_s) * week_s;
    return std::min(static_cast<std::size_t>(within / hour_s), hours - 1);
}

// Submissions a day of the week, by how many of those days the log has; mean 1.
std::array<double, 7> weights_of_days(const std::vector<double>& submissions) {
    std::array<double, 7> jobs{}, days{}, weights{};
    for (const double submit_s : submissions) {
        ++jobs[hour_of(submit_s) / 24];
    }
    const auto first = static_cast<std::int64_t>(submissions.front() / day_s);
    const auto last = static_cast<std::int64_t>(submissions.back() / day_s);
    for (std::int64_t day = first; day <= last; ++day) {
        ++days[static_cast<std::size_t>(day % 7)];
    }
    double sum = 0;
    for (std::size_t day = 0; day < 7; ++day) {
        weights[day] = days[day] > 0 ? jobs[day] / days[day] : 0;
        sum += weights[day];
    }
    for (double& weight : weights) {
        weight *= 7 / sum;
    }
    return weights;
}

// Day x hour: 31 numbers, so that a few weeks are enough to tell them.
WeeklyProfile profile_of(const std::vector<double>& submissions) {
    const auto days = weights_of_days(submissions);
    std::array<double, 24> of_day{};
    for (const double submit_s : submissions) {
        of_day[hour_of(submit_s) % 24] += 24.0 / static_cast<double>(submissions.size());
    }
    WeeklyProfile profile;
    for (std::size_t hour = 0; hour < hours; ++hour) {
        profile.weights[hour] = days[hour / 24] * of_day[hour % 24];
    }
    return profile;
}

// Hours of an even rate from second 0 to a time: the integral of the profile.
double stretched(const WeeklyProfile& profile, double time_s) {
    const double weeks = std::floor(time_s / week_s);
    const std::size_t hour = hour_of(time_s);
    double sum = weeks * static_cast<double>(hours);
    for (std::size_t i = 0; i < hour; ++i) {
        sum += profile.weights[i];
    }
    return sum + profile.weights[hour] *
                     (time_s / hour_s - weeks * static_cast<double>(hours) - static_cast<double>(hour));
}

// The gaps of a Poisson process are exponential once time runs as fast as its rate (Brown et al., "The
// time-rescaling theorem and its application to neural spike train data analysis", 2002).
double distance_of_arrivals(const std::vector<double>& submissions, const WeeklyProfile& profile) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < submissions.size(); ++i) {
        gaps.push_back(stretched(profile, submissions[i]) - stretched(profile, submissions[i - 1]));
    }
    std::sort(gaps.begin(), gaps.end());
    const double mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / static_cast<double>(gaps.size());
    return mean > 0 ? ks_distance(gaps, [mean](double gap) { return 1 - std::exp(-gap / mean); }) : 1;
}

double distance_over_week(const std::vector<double>& submissions, const WeeklyProfile& profile) {
    std::vector<double> found(hours), fitted(hours);
    for (const double submit_s : submissions) {
        found[hour_of(submit_s)] += 1 / static_cast<double>(submissions.size());
    }
    for (std::size_t hour = 0; hour < hours; ++hour) {
        fitted[hour] = profile.weights[hour] / static_cast<double>(hours);
    }
    return ks_distance(found, fitted);
}

// For each gang size of the log the size of the stream that it goes with.
std::map<int, int> streams_of(const std::map<int, std::int64_t>& sizes, std::int64_t jobs) {
    const auto most = std::max_element(sizes.begin(), sizes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<int> kept;
    for (const auto& [gpus, count] : sizes) {
        if (gpus == most->first || 100 * count >= jobs) {
            kept.push_back(gpus);
        }
    }
    std::map<int, int> goes_with;
    for (const auto& [gpus, count] : sizes) {
        goes_with[gpus] = *std::min_element(kept.begin(), kept.end(), [gang = gpus](int a, int b) {
            return std::abs(std::log(static_cast<double>(a) / gang)) <
                   std::abs(std::log(static_cast<double>(b) / gang));
        });
    }
    return goes_with;
}

using Rows = std::vector<const TraceRow*>;

void fit_work(const Rows& rows, FittedStream& stream) {
    std::vector<double> logs;
    for (const TraceRow* const row : rows) {
        if (row->ended != LoggedEnd::failed) {
            logs.push_back(std::log(row->work_gpu_s / hour_s));
        }
    }
    for (const TraceRow* const row : rows) {
        if (logs.size() < 2) {
            logs.push_back(std::log(row->work_gpu_s / hour_s));
        }
    }
    std::sort(logs.begin(), logs.end());
    const double count = static_cast<double>(logs.size());
    const double mean = std::accumulate(logs.begin(), logs.end(), 0.0) / count;
    double variance = 0;
    for (const double value : logs) {
        variance += (value - mean) * (value - mean) / count;
    }
    constexpr double all_alike = 1e-12;  // what rounding makes of equal values
    stream.cv = variance < all_alike ? 0 : std::min(std::sqrt(std::expm1(variance)), 100.0);
    const double sigma = std::sqrt(std::log1p(stream.cv * stream.cv));
    stream.mean_gpu_h = std::exp(mean + sigma * sigma / 2);
    if (sigma > 0) {
        stream.work_distance =
            ks_distance(logs, [=](double value) { return normal_cdf((value - mean) / sigma); });
    }
}

void fit_failures(const Rows& rows, FittedStream& stream) {
    std::vector<double> all, failed;
    for (const TraceRow* const row : rows) {
        if (row->ended && *row->ended != LoggedEnd::cancelled) {
            all.push_back(row->submit_s);
            if (*row->ended == LoggedEnd::failed) {
                failed.push_back(row->submit_s);
            }
        }
    }
    std::sort(all.begin(), all.end());
    std::sort(failed.begin(), failed.end());
    stream.ended = static_cast<std::int64_t>(all.size());
    if (!failed.empty()) {
        stream.failure_probability = static_cast<double>(failed.size()) / static_cast<double>(all.size());
        stream.failure_distance = ks_distance_of_samples(failed, all);
    }
}

double distance_of_gangs(const std::map<int, std::int64_t>& sizes, const std::map<int, int>& goes_with,
                         std::int64_t jobs) {
    std::map<int, double> fitted;
    for (const auto& [gpus, count] : sizes) {
        fitted[goes_with.at(gpus)] += static_cast<double>(count) / static_cast<double>(jobs);
    }
    std::vector<double> of_log, of_fit;
    for (const auto& [gpus, count] : sizes) {
        of_log.push_back(static_cast<double>(count) / static_cast<double>(jobs));
        of_fit.push_back(fitted.contains(gpus) ? fitted.at(gpus) : 0);
    }
    return ks_distance(of_log, of_fit);
}

// The streams, and the distance of the gang sizes.
void fit_streams(const std::vector<TraceRow>& rows, double per_week, FittedWorkload& fitted) {
    std::map<int, std::int64_t> sizes;
    for (const TraceRow& row : rows) {
        ++sizes[row.gpus.count];
    }
    const auto goes_with = streams_of(sizes, fitted.jobs);
    std::map<int, Rows> by_stream;
    for (const TraceRow& row : rows) {
        by_stream[goes_with.at(row.gpus.count)].push_back(&row);
    }
    for (const auto& [gpus, of_stream] : by_stream) {
        FittedStream stream;
        stream.gpus = gpus;
        stream.jobs = static_cast<std::int64_t>(of_stream.size());
        stream.per_week = per_week * static_cast<double>(stream.jobs) / static_cast<double>(fitted.jobs);
        fit_work(of_stream, stream);
        fit_failures(of_stream, stream);
        fitted.fitted_gpu_h_per_week +=
            stream.per_week * stream.mean_gpu_h * (1 - stream.failure_probability / 2);
        fitted.streams.push_back(stream);
    }
    fitted.gang_distance = distance_of_gangs(sizes, goes_with, fitted.jobs);
}

}  // namespace

std::optional<FittedWorkload> fit_workload(const std::vector<TraceRow>& rows) {
    std::vector<double> submissions;
    double work_gpu_h = 0;
    for (const TraceRow& row : rows) {
        submissions.push_back(row.submit_s);
        work_gpu_h += row.work_gpu_s / hour_s;
    }
    std::sort(submissions.begin(), submissions.end());
    if (submissions.size() < 2 || submissions.back() <= submissions.front()) {
        return std::nullopt;
    }
    const double span_s = submissions.back() - submissions.front();
    FittedWorkload fitted;
    fitted.jobs = static_cast<std::int64_t>(rows.size());
    fitted.weeks = span_s / week_s;
    const double per_week = static_cast<double>(fitted.jobs - 1) / fitted.weeks;
    if (span_s >= least_for_profile_s) {
        fitted.profile = profile_of(submissions);
    }
    const WeeklyProfile profile = fitted.profile.value_or(flat_profile());
    fitted.arrival_distance = distance_of_arrivals(submissions, profile);
    fitted.profile_distance = distance_over_week(submissions, profile);
    fitted.log_gpu_h_per_week = per_week * work_gpu_h / static_cast<double>(fitted.jobs);
    fit_streams(rows, per_week, fitted);
    return fitted;
}

}  // namespace trainyard
