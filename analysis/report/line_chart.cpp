#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/sweep_axes.hpp"
#include "analysis/report/plot_glyphs.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr std::size_t margin = 12;  // columns for the values

// Columns along the axis, rows from 0 to the highest value.
class LineChart {
public:
    LineChart(const SweepAxis& axis, double highest, const PlotStyle& style)
        : axis_{axis},
          highest_{highest},
          glyphs_{glyphs_of(style)},
          columns_{style.width - margin - 2},
          rows_(style.height, std::vector<std::string>(columns_, " ")) {}

    void add(double at, const Summary& summary, char mark) {
        if (!summary.mean) {
            return;
        }
        const std::size_t column = column_of(at);
        if (summary.ci_low) {
            for (std::size_t row = row_of(*summary.ci_low); row <= row_of(*summary.ci_high); ++row) {
                put(rows_[row][column], glyphs_.whisker, false);
            }
        }
        put(rows_[row_of(*summary.mean)][column], std::string(1, mark), true);
    }

    std::string text(const std::string& metric) const {
        std::string out;
        for (std::size_t i = rows_.size(); i-- > 0;) {
            const bool labelled = i % 5 == 0 || i + 1 == rows_.size();
            const double value = highest_ * static_cast<double>(i) / static_cast<double>(rows_.size() - 1);
            std::string line = padded_left(labelled ? value_text(kind_of(metric), value) : "", margin) + " " +
                               (i == 0 ? glyphs_.corner : glyphs_.upright);
            for (const std::string& cell : rows_[i]) {
                line += cell == " " && i == 0 ? glyphs_.along : cell;
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out += line + "\n";
        }
        return out + below();
    }

private:
    double placed(double value) const {
        return axis_.scale == AxisScale::logarithmic ? std::log(value) : value;
    }
    std::size_t column_of(double at) const {
        const auto [low, high] = std::minmax_element(axis_.numbers.begin(), axis_.numbers.end());
        const double share = (placed(at) - placed(*low)) / (placed(*high) - placed(*low));
        return static_cast<std::size_t>(std::lround(share * static_cast<double>(columns_ - 1)));
    }
    std::size_t row_of(double value) const {
        const double share = highest_ > 0 ? std::clamp(value / highest_, 0.0, 1.0) : 0;
        return static_cast<std::size_t>(std::lround(share * static_cast<double>(rows_.size() - 1)));
    }
    // A mark covers a whisker; two marks become `*`.
    void put(std::string& cell, const std::string& what, bool is_mark) const {
        const bool marked = cell != " " && cell != glyphs_.whisker;
        if (is_mark) {
            cell = marked ? "*" : what;
        } else if (!marked) {
            cell = what;
        }
    }
    // The lowest value, the axis, the highest value.
    std::string below() const {
        const auto [low, high] = std::minmax_element(axis_.numbers.begin(), axis_.numbers.end());
        const std::string first = AxisWriter{axis_}.text(*low);
        const std::string last = AxisWriter{axis_}.text(*high);
        const std::string name = axis_.label + (axis_.scale == AxisScale::logarithmic ? " (log)" : "");
        const std::size_t used = display_width(first) + display_width(name) + display_width(last);
        const std::size_t gap = columns_ > used + 2 ? columns_ - used : 2;
        return std::string(margin + 2, ' ') + first + std::string(gap / 2, ' ') + name +
               std::string(gap - gap / 2, ' ') + last + "\n";
    }

    const SweepAxis& axis_;
    double highest_;
    const PlotGlyphs& glyphs_;
    std::size_t columns_;
    std::vector<std::vector<std::string>> rows_;  // from the bottom
};

char mark_of(std::size_t strategy) { return static_cast<char>('a' + static_cast<int>(strategy % 26)); }

std::string legend(const ScenarioRuns& runs) {
    std::string text;
    for (std::size_t i = 0; i < runs.strategies.size(); ++i) {
        text += fmt::format("{}{} {}", i == 0 ? "" : ", ", mark_of(i),
                            shortened(printable(runs.name_of(runs.strategies[i])), 20));
    }
    return text + ", * several\n";
}

// "count 2, life 3 year": where the axes but one stand at a point.
std::string others_at(const std::vector<SweepAxis>& axes, std::size_t along, std::size_t point) {
    std::string text;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (i != along) {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", axes[i].label,
                                printable(axes[i].texts[point]));
        }
    }
    return text;
}

}  // namespace

std::string line_charts(const Batch& batch, std::size_t along, const std::string& metric,
                        const PlotStyle& style) {
    const std::vector<SweepAxis> axes = axes_of(batch);
    std::vector<std::pair<std::string, LineChart>> charts;  // by what the other axes have
    const double highest = highest_of(batch, metric);
    for (std::size_t point = 0; point < batch.size(); ++point) {
        const std::string fixed = others_at(axes, along, point);
        auto at =
            std::find_if(charts.begin(), charts.end(), [&](const auto& each) { return each.first == fixed; });
        if (at == charts.end()) {
            charts.emplace_back(fixed, LineChart{axes[along], highest, style});
            at = charts.end() - 1;
        }
        for (std::size_t i = 0; i < batch[point].strategies.size(); ++i) {
            at->second.add(axes[along].numbers[point], summary_of(batch[point].strategies[i], metric),
                           mark_of(i));
        }
    }
    std::string text;
    for (const auto& [fixed, chart] : charts) {
        text += (fixed.empty() ? "" : "at " + fixed + "\n") + chart.text(metric);
    }
    return text + legend(batch.front());
}

}  // namespace trainyard
