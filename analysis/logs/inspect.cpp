#include "analysis/logs/inspect.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace trainyard {
namespace {

double end_of(const SpotSeries& series, std::size_t step) {
    return step + 1 < series.steps.size() ? series.steps[step + 1].at_s : series.end_s;
}

double mean(double total, double length) { return length > 0 ? total / length : 0; }

// What changes from one step to the next.
void add_changes(const SpotSeries& series, SpotSummary& summary, std::int64_t& ups_ended,
                 std::int64_t& downs_ended) {
    for (std::size_t i = 1; i < series.steps.size(); ++i) {
        const int before = series.steps[i - 1].available.value_or(0);
        const int now = series.steps[i].available.value_or(0);
        summary.steps_up += now > before ? 1 : 0;
        summary.steps_down += now < before ? 1 : 0;
        summary.instances_lost += std::max(before - now, 0);
        ups_ended += before > 0 && now == 0 ? 1 : 0;
        downs_ended += before == 0 && now > 0 ? 1 : 0;
    }
}

void add_prices(const SpotSeries& series, SpotSummary& summary) {
    double priced_s = 0, total = 0;
    for (std::size_t i = 0; i < series.steps.size(); ++i) {
        if (const auto price = series.steps[i].usd_per_h) {
            const double length_s = end_of(series, i) - series.steps[i].at_s;
            priced_s += length_s;
            total += *price * length_s;
            summary.lowest_usd_per_h = std::min(summary.lowest_usd_per_h.value_or(*price), *price);
            summary.highest_usd_per_h = std::max(summary.highest_usd_per_h.value_or(*price), *price);
        }
    }
    if (summary.lowest_usd_per_h) {
        summary.mean_usd_per_h = priced_s > 0 ? total / priced_s : *summary.lowest_usd_per_h;
    }
}

}  // namespace

SpotSummary summarize(const SpotSeries& series) {
    SpotSummary summary;
    summary.length_s = series.end_s - series.steps.front().at_s;
    summary.least = series.steps.front().available.value_or(0);
    double up_s = 0;
    for (std::size_t i = 0; i < series.steps.size(); ++i) {
        const int available = series.steps[i].available.value_or(0);
        const double length_s = end_of(series, i) - series.steps[i].at_s;
        summary.least = std::min(summary.least, available);
        summary.most = std::max(summary.most, available);
        summary.instance_h += available * length_s / 3600;
        up_s += available > 0 ? length_s : 0;
    }
    std::int64_t ups_ended = 0, downs_ended = 0;
    add_changes(series, summary, ups_ended, downs_ended);
    summary.mean_available = mean(summary.instance_h * 3600, summary.length_s);
    summary.share_available = mean(up_s, summary.length_s);
    if (summary.instance_h > 0) {
        summary.losses_per_instance_h = static_cast<double>(summary.instances_lost) / summary.instance_h;
    }
    if (ups_ended > 0) {
        summary.mean_up_s = up_s / static_cast<double>(ups_ended);
    }
    if (downs_ended > 0) {
        summary.mean_down_s = (summary.length_s - up_s) / static_cast<double>(downs_ended);
    }
    add_prices(series, summary);
    return summary;
}

std::string drawn(const SpotSeries& series, std::size_t width, bool ascii) {
    const bool of_prices = !series.steps.front().available;
    const auto value_of = [of_prices](const SpotStep& step) {
        return of_prices ? step.usd_per_h.value_or(0) : static_cast<double>(step.available.value_or(0));
    };
    double most = 0;
    for (const SpotStep& step : series.steps) {
        most = std::max(most, value_of(step));
    }
    const double from = series.steps.front().at_s;
    const double column_s = (series.end_s - from) / static_cast<double>(width);
    std::vector<double> sums(width);
    for (std::size_t i = 0, column = 0; i < series.steps.size() && column_s > 0; ++i) {
        double at = series.steps[i].at_s;
        const double end = end_of(series, i);
        while (at < end) {
            const double column_end = from + static_cast<double>(column + 1) * column_s;
            const double until = column + 1 < width ? std::min(end, column_end) : end;
            sums[column] += (until - at) * value_of(series.steps[i]);
            at = until;
            column += column + 1 < width && until >= column_end ? 1 : 0;
        }
    }
    static constexpr std::array<const char*, 9> blocks{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    static constexpr std::array<const char*, 9> letters{" ", ".", ":", "-", "=", "+", "*", "#", "@"};
    std::string text;
    for (const double sum : sums) {
        const double share = most > 0 && column_s > 0 ? sum / (most * column_s) : 0;
        const auto level = static_cast<std::size_t>(std::clamp(share * 8 + 0.5, 0.0, 8.0));
        text += (ascii ? letters : blocks)[level];
    }
    return text;
}

}  // namespace trainyard
