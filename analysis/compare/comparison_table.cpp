#include <fmt/format.h>

#include <algorithm>

#include "analysis/compare/comparison_text.hpp"
#include "analysis/compare/layout.hpp"
#include "analysis/compare/metric_words.hpp"

namespace trainyard {
namespace {

constexpr std::size_t widest_name = 18;

std::string capitalized(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string verdict_word(const MetricComparison& metric, const StrategyComparison& strategy) {
    switch (metric.finding) {
        case Finding::baseline:
            return "";
        case Finding::lower:
        case Finding::higher:
            return word_for(metric.metric, metric.finding == Finding::lower);
        case Finding::no_difference:
            return "no difference shown";
        case Finding::same:
            return "the same";
        case Finding::other_work:
            return strategy.work_gap->did_less() ? "less work" : "more work";
        case Finding::open:
            return metric.paired.difference.mean ? "cannot tell" : "";
    }
    return "";
}

std::string difference_text(const MetricComparison& metric) {
    const Summary& difference = metric.paired.difference;
    if (!difference.mean) {
        return metric.finding == Finding::baseline ? "baseline" : "-";
    }
    return signed_text(difference_scale(kind_of(metric.metric), *difference.mean), *difference.mean,
                       difference.half_width());
}

std::vector<std::string> row_of(const MetricComparison& metric, const StrategyComparison& strategy,
                                bool with_relative) {
    std::vector<std::string> row{"  " + shortened(printable(strategy.name), widest_name)};
    if (!strategy.infeasible.empty()) {
        row.emplace_back("cannot run");
        return row;
    }
    row.push_back(metric.summary.mean
                      ? value_text(kind_of(metric.metric), *metric.summary.mean, metric.summary.half_width())
                      : "-");
    row.push_back(difference_text(metric));
    if (with_relative) {
        const auto relative = metric.paired.relative();
        row.push_back(relative ? signed_percent(*relative) : "");
    }
    row.push_back(verdict_word(metric, strategy));
    return row;
}

Columns table_of(const Comparison& comparison, bool with_relative) {
    std::vector<Align> align{Align::left, Align::right, Align::right, Align::right, Align::left};
    std::vector<std::string> heading{"", "mean", "difference", "", ""};
    if (!with_relative) {
        align.erase(align.begin() + 3);
        heading.pop_back();
    }
    Columns columns{align};
    columns.add(heading);
    for (std::size_t i = 0; i < comparison.metrics.size(); ++i) {
        columns.add({capitalized(label_of(comparison.metrics[i]))});
        for (const StrategyComparison& strategy : comparison.strategies) {
            columns.add(row_of(strategy.metrics[i], strategy, with_relative));
        }
    }
    return columns;
}

constexpr std::size_t most_parts = 8;

struct PartLine {
    std::string name;
    std::string amount;
};

std::vector<PartLine> lines_of(const std::vector<CostPart>& parts) {
    std::vector<PartLine> lines;
    double others = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Summary& difference = parts[i].difference;
        if (parts.size() > most_parts && i >= most_parts - 1) {
            others += *difference.mean;
            continue;
        }
        lines.push_back({printable(parts[i].name), signed_text(usd_scale(*difference.mean), *difference.mean,
                                                               difference.half_width())});
    }
    if (parts.size() > most_parts) {
        lines.push_back({fmt::format("{} others", parts.size() - most_parts + 1),
                         signed_text(usd_scale(others), others)});
    }
    return lines;
}

// Names to the left and amounts to the right of exactly `width` columns.
std::vector<std::string> column_of(const std::vector<CostPart>& parts, std::size_t width) {
    const std::vector<PartLine> lines = lines_of(parts);
    std::vector<std::string> column;
    for (const PartLine& line : lines) {
        const std::size_t room = width - 1 - std::min(width - 5, display_width(line.amount));
        const std::string name = shortened(line.name, room);
        column.push_back(name + padded_left(line.amount, width - display_width(name)));
    }
    return column;
}

std::string side_by_side(std::vector<std::string> left, std::vector<std::string> right, std::size_t width) {
    left.resize(std::max(left.size(), right.size()));
    right.resize(left.size());
    std::string out;
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::string line = "    " + padded_right(left[i], width) + "   " + right[i];
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

std::string parts_of(const StrategyComparison& strategy, std::size_t width) {
    double total = 0;
    for (const CostPart& part : strategy.by_category) {
        total += *part.difference.mean;
    }
    const std::size_t column = std::min<std::size_t>((width - 7) / 2, 40);
    return fmt::format("  {}: {}{}\n", shortened(printable(strategy.name), width / 2),
                       signed_text(usd_scale(total), total),
                       !strategy.work_gap              ? ""
                       : strategy.work_gap->did_less() ? ", for less work"
                                                       : ", for more work") +
           side_by_side(column_of(strategy.by_category, column), column_of(strategy.by_stream, column),
                        column);
}

}  // namespace

std::string comparison_table(const Comparison& comparison, std::size_t width) {
    const Columns columns = table_of(comparison, true);
    return columns.width() <= width ? columns.text() : table_of(comparison, false).text();
}

std::string cost_parts_text(const Comparison& comparison, std::size_t width) {
    std::string out;
    for (const StrategyComparison& strategy : comparison.strategies) {
        if (!strategy.by_category.empty()) {
            out += parts_of(strategy, width);
        }
    }
    return out.empty() ? "" : "What makes up the difference in cost, by category and by stream\n" + out;
}

}  // namespace trainyard
