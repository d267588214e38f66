#include "analysis/report/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/sweep_axes.hpp"
#include "analysis/report/plot_glyphs.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr std::size_t name_width = 20;
constexpr std::size_t value_width = 18;

std::string value_of(const std::string& metric, const Summary& summary, bool ascii) {
    if (!summary.mean) {
        return "-";
    }
    std::string text = value_text(kind_of(metric), *summary.mean, summary.half_width());
    const std::string margin = "±";
    if (const std::size_t at = text.find(margin); ascii && at != text.npos) {
        text.replace(at, margin.size(), "+-");
    }
    return text;
}

// A bar from 0 to the mean, and the interval around its end, in cells of equal width.
std::string bar_of(const Summary& summary, double highest, std::size_t cells, const PlotGlyphs& glyph) {
    if (!summary.mean || highest <= 0) {
        return "";
    }
    const auto cell = [&](double value) {
        const double at = std::clamp(value / highest, 0.0, 1.0) * static_cast<double>(cells - 1);
        return static_cast<std::size_t>(std::lround(at));
    };
    std::vector<std::string> row(cells, " ");
    for (std::size_t i = 0; *summary.mean > 0 && i <= cell(*summary.mean); ++i) {
        row[i] = glyph.bar;
    }
    if (summary.ci_low && cell(*summary.ci_high) > cell(*summary.ci_low)) {
        for (std::size_t i = cell(*summary.ci_low); i <= cell(*summary.ci_high); ++i) {
            row[i] = glyph.between;
        }
        row[cell(*summary.ci_low)] = glyph.low;
        row[cell(*summary.ci_high)] = glyph.high;
    }
    std::string text;
    for (const std::string& each : row) {
        text += each;
    }
    return text;
}

std::string bars(const ScenarioRuns& runs, const std::string& metric, double highest,
                 const PlotStyle& style) {
    const std::size_t cells = style.width - name_width - value_width - 4;
    std::string text;
    for (const StrategyRuns& strategy : runs.strategies) {
        const std::string name = shortened(printable(runs.name_of(strategy)), name_width);
        const Summary summary = summary_of(strategy, metric);
        const std::string value =
            strategy.infeasible.empty() ? value_of(metric, summary, style.ascii) : "cannot run";
        std::string line =
            fmt::format("{}  {}  {}", padded_right(name, name_width), padded_left(value, value_width),
                        bar_of(summary, highest, cells, glyphs_of(style)));
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

// The numeric axis with the most values; absent where there is none, or the design is no grid.
std::optional<std::size_t> main_axis(const Batch& batch) {
    if (batch.empty() || batch.front().point.empty() || !is_grid(batch)) {
        return std::nullopt;
    }
    const std::vector<SweepAxis> axes = axes_of(batch);
    std::optional<std::size_t> along;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (axes[i].numeric && axes[i].values > 1 && (!along || axes[i].values > axes[*along].values)) {
            along = i;
        }
    }
    return along;
}

std::string heading(const ScenarioRuns& runs) {
    std::string text = printable(runs.scenario.name);
    for (const PointValue& each : runs.point) {
        text += fmt::format(", {} = {}", printable(each.path), printable(each.value));
    }
    return text;
}

}  // namespace

double highest_of(const Batch& batch, const std::string& metric) {
    double highest = 0;
    for (const ScenarioRuns& runs : batch) {
        for (const StrategyRuns& strategy : runs.strategies) {
            const Summary summary = summary_of(strategy, metric);
            highest = std::max(highest, summary.ci_high.value_or(summary.mean.value_or(0)));
        }
    }
    return highest;
}

std::string plot(const Batch& batch, const std::string& metric, const PlotStyle& style) {
    std::string text = label_of(metric) + "\n";
    if (const auto along = main_axis(batch)) {
        return text + line_charts(batch, *along, metric, style);
    }
    const double highest = highest_of(batch, metric);
    for (const ScenarioRuns& runs : batch) {
        text += heading(runs) + "\n" + bars(runs, metric, highest, style);
    }
    return text;
}

}  // namespace trainyard
