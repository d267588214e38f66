#include "analysis/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "analysis/compare/verdict.hpp"
#include "analysis/table_rows.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr std::size_t widest_name = 18;
constexpr std::size_t gap = 2;

struct Cell {
    std::string text;
    bool best = false;
};

struct Line {
    std::string label;
    std::vector<Cell> cells;  // by strategy; no cells: a blank line
};

class Table {
public:
    Table(const ScenarioRuns& runs, const TableStyle& style) : runs_{runs}, style_{style} {
        for (const StrategyRuns& strategy : runs.strategies) {
            auto& of_strategy = summaries_.emplace_back();
            for (MetricSummary& metric : summaries(strategy)) {
                of_strategy.emplace(std::move(metric.name), metric.summary);
            }
        }
        const std::vector<std::size_t> full = comparable(runs);
        may_win_.resize(runs.strategies.size());
        for (const std::size_t position : full) {
            may_win_[position] = true;
        }
        all_did_the_same_ = full.size() == runs.strategies.size();
        fill();
    }

    std::string text() const {
        std::string out;
        for (const auto& [first, last] : blocks()) {
            out += block(first, last) + "\n";
        }
        return out + legend();
    }

private:
    std::optional<Summary> value(std::size_t strategy, const std::string& metric) const {
        const auto found = summaries_[strategy].find(metric);
        const bool present = found != summaries_[strategy].end() && found->second.mean;
        return present ? std::optional{found->second} : std::nullopt;
    }

    bool shown(const TableRow& row) const {
        bool any = false;
        bool some = false;
        for (std::size_t i = 0; i < runs_.strategies.size(); ++i) {
            const auto summary = value(i, row.metric);
            any = any || summary.has_value();
            some = some || (summary && *summary->mean != 0);
        }
        return row.only_if_some ? some : any;
    }

    // The best mean of a row among those that may win, unless they are all alike.
    std::optional<double> best_of(const TableRow& row) const {
        std::vector<double> means;
        for (std::size_t i = 0; i < runs_.strategies.size(); ++i) {
            const auto summary = value(i, row.metric);
            if (summary && may_win_[i]) {
                means.push_back(*summary->mean);
            }
        }
        if (row.better == Better::neither || means.empty()) {
            return std::nullopt;
        }
        const auto [low, high] = std::minmax_element(means.begin(), means.end());
        if (*low == *high) {
            return std::nullopt;
        }
        return row.better == Better::lower ? *low : *high;
    }

    Line line_of(const TableRow& row) const {
        Line line{row.label, {}};
        const std::optional<double> best = best_of(row);
        for (std::size_t i = 0; i < runs_.strategies.size(); ++i) {
            const auto summary = value(i, row.metric);
            if (!summary) {
                line.cells.push_back({"-", false});
                continue;
            }
            line.cells.push_back({format_cell(row.quantity, *summary->mean, summary->half_width()),
                                  best && may_win_[i] && *summary->mean == *best});
        }
        return line;
    }

    void fill() {
        for (const auto& group : table_groups()) {
            const std::size_t before = lines_.size();
            for (const TableRow& row : group) {
                if (shown(row)) {
                    lines_.push_back(line_of(row));
                }
            }
            if (before > 0 && lines_.size() > before) {
                lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(before), Line{});
            }
        }
    }

    std::string name(std::size_t strategy) const {
        return shortened(printable(runs_.name_of(runs_.strategies[strategy])), widest_name);
    }

    std::size_t label_width() const {
        std::size_t width = 0;
        for (const Line& line : lines_) {
            width = std::max(width, line.label.size());
        }
        return width;
    }

    // Room for the longest cell and, behind it, the mark.
    std::size_t column_width(std::size_t strategy) const {
        std::size_t width = display_width(name(strategy));
        for (const Line& line : lines_) {
            if (!line.cells.empty()) {
                width = std::max(width, display_width(line.cells[strategy].text));
            }
        }
        return width + 1;
    }

    // [first, last) strategies side by side.
    std::vector<std::pair<std::size_t, std::size_t>> blocks() const {
        std::vector<std::pair<std::size_t, std::size_t>> result;
        std::size_t used = 0;
        for (std::size_t i = 0; i < runs_.strategies.size(); ++i) {
            const std::size_t width = gap - 1 + column_width(i);
            if (result.empty() || used + width > style_.width) {
                result.emplace_back(i, i);
                used = label_width();
            }
            used += width;
            result.back().second = i + 1;
        }
        return result;
    }

    std::string shown_cell(const Cell& cell, std::size_t width) const {
        const std::string text = padded_left(cell.text + (cell.best ? "*" : " "), width + gap - 1);
        return cell.best && style_.bold ? "\x1b[1m" + text + "\x1b[0m" : text;
    }

    std::string block(std::size_t first, std::size_t last) const {
        std::string heading = std::string(label_width(), ' ');
        for (std::size_t i = first; i < last; ++i) {
            heading += shown_cell({name(i), false}, column_width(i));
        }
        std::string out = without_trailing_blanks(heading);
        for (const Line& line : lines_) {
            std::string row = line.cells.empty() ? "" : padded_right(line.label, label_width());
            for (std::size_t i = first; i < last && !line.cells.empty(); ++i) {
                row += shown_cell(line.cells[i], column_width(i));
            }
            out += without_trailing_blanks(row);
        }
        return out;
    }

    static std::string without_trailing_blanks(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        return line + "\n";
    }

    bool any_best() const {
        return std::any_of(lines_.begin(), lines_.end(), [](const Line& line) {
            return std::any_of(line.cells.begin(), line.cells.end(),
                               [](const Cell& cell) { return cell.best; });
        });
    }

    std::string legend() const {
        std::string out;
        if (any_best()) {
            out += all_did_the_same_
                       ? "* best of the row\n"
                       : "* best of the row, among the strategies that finished (nearly) the most work\n";
        }
        for (std::size_t i = 0; i < runs_.strategies.size(); ++i) {
            const StrategyRuns& strategy = runs_.strategies[i];
            if (strategy.finished() < strategy.replications.size()) {
                out += fmt::format("{}: {} of {} runs finished\n", name(i), strategy.finished(),
                                   strategy.replications.size());
            }
        }
        return out;
    }

    const ScenarioRuns& runs_;
    const TableStyle& style_;
    std::vector<std::unordered_map<std::string, Summary>> summaries_;
    std::vector<bool> may_win_;
    bool all_did_the_same_ = true;
    std::vector<Line> lines_;
};

std::string in_lines(const std::string& text, std::size_t width) {
    std::string out;
    for (const std::string& line : wrapped(text, width)) {
        out += line + "\n";
    }
    return out;
}

std::string heading(const ScenarioRuns& runs, std::size_t width) {
    const Scenario& scenario = runs.scenario;
    std::string title = printable(scenario.name);
    if (!scenario.question.empty()) {
        title += ": " + printable(scenario.question);
    }
    const std::size_t replications =
        runs.strategies.empty() ? 0 : runs.strategies.front().replications.size();
    const std::string terms = fmt::format(
        "{:.4g} d of arrivals, {}, seed {}", static_cast<double>(scenario.horizon.count()) / 86400,
        replications == 1 ? "1 replication"
                          : fmt::format("{} replications (mean ± half of the 95 % interval)", replications),
        runs.seed);
    return in_lines(title, width) + in_lines(terms, width);
}

}  // namespace

std::string table_of(const ScenarioRuns& runs, const TableStyle& style) {
    return heading(runs, style.width) + "\n" + in_lines(verdict(runs), style.width) + "\n" +
           Table{runs, style}.text();
}

}  // namespace trainyard
