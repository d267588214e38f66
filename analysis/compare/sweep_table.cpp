#include "analysis/compare/sweep_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/compare/layout.hpp"
#include "analysis/compare/metric_words.hpp"
#include "analysis/compare/sparkline.hpp"
#include "analysis/compare/sweep_axes.hpp"
#include "analysis/compare/verdict.hpp"
#include "analysis/runs/run_list.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_rows = 40;
constexpr std::size_t rows_at_an_end = 10;
constexpr std::size_t widest_name = 16;
constexpr std::size_t widest_value = 20;
constexpr std::size_t widest_sparkline = 40;

// One metric at all points.
class MetricTable {
public:
    MetricTable(const Batch& batch, const std::vector<SweepAxis>& axes, const std::string& metric)
        : batch_{batch}, axes_{axes}, metric_{metric} {
        for (const ScenarioRuns& point : batch) {
            Sample& of_point = means_.emplace_back();
            noise_.resize(point.strategies.size());
            for (std::size_t i = 0; i < point.strategies.size(); ++i) {
                const Summary summary = summary_of(point.strategies[i], metric);
                of_point.push_back(summary.mean);
                noise_[i] = std::max(noise_[i], 2 * summary.half_width().value_or(0));
            }
        }
    }

    std::string text(const SweepTableStyle& style) const {
        std::string out = label_of(metric_) + "\n";
        for (std::size_t first = 0; first < strategies();) {
            std::size_t last = strategies();
            while (last > first + 1 && columns(first, last).width() > style.width) {
                --last;
            }
            out += columns(first, last).text();
            first = last;
        }
        return out;
    }

    std::string sparklines(bool ascii) const {
        Columns columns{{Align::left, Align::left, Align::left}};
        for (std::size_t i = 0; i < strategies(); ++i) {
            Sample over_points;
            for (const Sample& of_point : means_) {
                over_points.push_back(of_point[i]);
            }
            columns.add({"  " + name(i),
                         sparkline(condensed(over_points, widest_sparkline), ascii, noise_[i]),
                         range(over_points)});
        }
        return columns.text();
    }

private:
    std::size_t strategies() const { return batch_.front().strategies.size(); }

    std::string name(std::size_t strategy) const {
        const ScenarioRuns& point = batch_.front();
        return shortened(printable(point.name_of(point.strategies[strategy])), widest_name);
    }

    std::string range(Sample means) const {
        std::erase_if(means, [](const auto& mean) { return !present(mean); });
        if (means.empty()) {
            return "";
        }
        const auto [low, high] = std::minmax_element(means.begin(), means.end());
        const MetricKind kind = kind_of(metric_);
        const std::string lowest = value_text(kind, **low);
        const std::string highest = value_text(kind, **high);
        return lowest == highest ? lowest : lowest + " to " + highest;
    }

    // The best mean of a point among comparable strategies, unless they are all alike.
    std::optional<double> best(std::size_t point, const std::vector<std::size_t>& may_win) const {
        std::vector<double> means;
        for (const std::size_t position : may_win) {
            if (means_[point][position]) {
                means.push_back(*means_[point][position]);
            }
        }
        const Preference preference = preference_of(metric_);
        if (means.empty() || preference == Preference::neither) {
            return std::nullopt;
        }
        const auto [low, high] = std::minmax_element(means.begin(), means.end());
        const bool alone = means.size() == 1 && strategies() > 1;
        if (*low == *high && !alone) {
            return std::nullopt;
        }
        return preference == Preference::lower ? *low : *high;
    }

    std::vector<std::string> row(std::size_t point, std::size_t first, std::size_t last) const {
        std::vector<std::string> row{fmt::format("{}", point + 1)};
        for (const SweepAxis& axis : axes_) {
            row.push_back(shortened(printable(axis.texts[point]), widest_value));
        }
        const std::vector<std::size_t> may_win = comparable(batch_[point]);
        const std::optional<double> wins = best(point, may_win);
        for (std::size_t i = first; i < last; ++i) {
            const std::optional<double>& mean = means_[point][i];
            const bool won =
                wins && mean == wins && std::find(may_win.begin(), may_win.end(), i) != may_win.end();
            const bool stuck = !batch_[point].strategies[i].infeasible.empty();
            const std::string text = mean ? value_text(kind_of(metric_), *mean) : stuck ? "cannot run" : "-";
            row.push_back(text + (won ? "*" : " "));
        }
        return row;
    }

    Columns columns(std::size_t first, std::size_t last) const {
        std::vector<Align> align{Align::right};
        std::vector<std::string> heading{"point"};
        for (const SweepAxis& axis : axes_) {
            align.push_back(axis.numeric ? Align::right : Align::left);
            heading.push_back(shortened(axis.label, widest_value));
        }
        for (std::size_t i = first; i < last; ++i) {
            align.push_back(Align::right);
            heading.push_back(name(i) + " ");
        }
        Columns columns{align};
        columns.add(heading);
        for (std::size_t point = 0; point < batch_.size(); ++point) {
            const bool all = batch_.size() <= most_rows;
            if (all || point < rows_at_an_end || point >= batch_.size() - rows_at_an_end) {
                columns.add(row(point, first, last));
            } else if (point == rows_at_an_end) {
                columns.add({"…", fmt::format("{} more", batch_.size() - 2 * rows_at_an_end)});
            }
        }
        return columns;
    }

    const Batch& batch_;
    const std::vector<SweepAxis>& axes_;
    const std::string& metric_;
    std::vector<Sample> means_;  // by point, by strategy
    std::vector<double> noise_;  // by strategy: the widest 95 % interval
};

bool any_partial(const Batch& batch) {
    return std::any_of(batch.begin(), batch.end(), [](const ScenarioRuns& point) {
        return comparable(point).size() < point.strategies.size();
    });
}

std::string missing_text(const Batch& batch, std::size_t width) {
    const std::size_t missing = missing_runs(batch).size();
    return missing == 0 ? ""
                        : paragraph(fmt::format("{} of {} runs are missing: means of a row may be of "
                                                "different replications.",
                                                missing, count_runs(batch)),
                                    width, 2);
}

// Each reason once, with the points at which it holds.
std::string infeasible_text(const Batch& batch, std::size_t width) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> points;
    for (std::size_t point = 0; point < batch.size(); ++point) {
        for (const StrategyRuns& strategy : batch[point].strategies) {
            if (!strategy.infeasible.empty()) {
                points[{batch[point].name_of(strategy), strategy.infeasible}].push_back(point + 1);
            }
        }
    }
    std::string out;
    for (const auto& [what, where] : points) {
        const bool all = where.size() == batch.size();
        out += paragraph(fmt::format("{} cannot run at {}: {}", printable(what.first),
                                     all                 ? "any point"
                                     : where.size() == 1 ? fmt::format("point {}", where.front())
                                     : where.size() <= 8 ? fmt::format("points {}", fmt::join(where, ", "))
                                                         : fmt::format("{} points, the first {}",
                                                                       where.size(), where.front()),
                                     printable(what.second)),
                         width, 2);
    }
    return out;
}

}  // namespace

std::string sweep_table(const Batch& batch, const SweepTableStyle& style) {
    if (batch.empty() || batch.front().strategies.empty()) {
        return "";
    }
    const std::vector<SweepAxis> axes = axes_of(batch);
    const bool grid = is_grid(batch);
    std::string out;
    for (const std::string& metric : style.metrics) {
        const MetricTable table{batch, axes, metric};
        out += table.text(style) + (grid && batch.size() > 1 ? table.sparklines(style.ascii) : "") + "\n";
    }
    out += std::string{"* best of the row"} +
           (any_partial(batch) ? ", among the strategies that finished (nearly) the most work\n" : "\n");
    return out + infeasible_text(batch, style.width) + missing_text(batch, style.width);
}

}  // namespace trainyard
