#include <fmt/format.h>

#include "analysis/logs/inspect.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

std::string availability_lines(const SpotSummary& summary) {
    std::string text = fmt::format(
        "  available      {} of the time; {:.4f} instances in the mean, {} to {}\n",
        readable_share(summary.share_available), summary.mean_available, summary.least, summary.most);
    text += fmt::format("  steps          {} down, {} up\n", summary.steps_down, summary.steps_up);
    text += summary.losses_per_instance_h
                ? fmt::format("  interruptions  {:.4f}/h of an instance ({} in {} instance-hours)\n",
                              *summary.losses_per_instance_h, summary.instances_lost,
                              with_separators(summary.instance_h, 1))
                : "  interruptions  none: there was no instance\n";
    text += fmt::format("  mean time up   {}\n",
                        summary.mean_up_s ? readable_duration(*summary.mean_up_s) : "it never ended");
    text += fmt::format("  mean time down {}\n",
                        summary.mean_down_s ? readable_duration(*summary.mean_down_s) : "it never ended");
    return text;
}

}  // namespace

std::string described(const SpotSeries& series, bool ascii) {
    constexpr std::size_t width = 72;
    const SpotSummary summary = summarize(series);
    std::string text = series.name.empty() ? "" : printable(series.name) + "\n";
    text += fmt::format("  length         {}\n", readable_duration(summary.length_s));
    if (series.steps.front().available) {
        text += availability_lines(summary);
    }
    if (summary.mean_usd_per_h) {
        text += fmt::format("  price          {:.4f} USD/h in the mean, {:.4f} to {:.4f}\n",
                            *summary.mean_usd_per_h, *summary.lowest_usd_per_h, *summary.highest_usd_per_h);
    }
    text += fmt::format("  |{}|\n   one character is {}, its height the mean of it, full at the most\n",
                        drawn(series, width, ascii),
                        readable_duration(summary.length_s / static_cast<double>(width)));
    return text;
}

}  // namespace trainyard
