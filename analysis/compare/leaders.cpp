#include "analysis/compare/leaders.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "analysis/compare/samples.hpp"
#include "analysis/compare/verdict.hpp"
#include "analysis/statistics/paired.hpp"

namespace trainyard {
namespace {

constexpr const char* cost_metric = "total_cost_usd";

// A strategy at a point: its runs, and whether its cost there can be compared with others'.
struct Standing {
    const StrategyRuns* runs = nullptr;
    bool comparable = false;
    double cost = 0;  // mean; of comparable ones

    bool can_run() const { return runs != nullptr && runs->infeasible.empty(); }
};
using Standings = std::map<std::string, Standing>;  // by strategy

Standings standings_at(const ScenarioRuns& point) {
    Standings standings;
    for (const StrategyRuns& runs : point.strategies) {
        standings[point.name_of(runs)].runs = &runs;
    }
    for (const std::size_t position : comparable(point)) {
        const StrategyRuns& runs = point.strategies[position];
        Standing& standing = standings[point.name_of(runs)];
        standing.comparable = true;
        standing.cost = *summary_of(runs, cost_metric).mean;
    }
    return standings;
}

// Ties go to the strategy that leads already, else to the first of the file.
std::string leader_at(const ScenarioRuns& point, const Standings& standings, const std::string& leading) {
    const auto led = standings.find(leading);
    std::string best = led != standings.end() && led->second.comparable ? leading : "";
    for (const StrategyRuns& runs : point.strategies) {
        const std::string& name = point.name_of(runs);
        const Standing& standing = standings.at(name);
        if (standing.comparable && (best.empty() || standing.cost < standings.at(best).cost)) {
            best = name;
        }
    }
    return best;
}

LeaderChange::Why why(const Standing& before_there, const Standing& after_here) {
    using Why = LeaderChange::Why;
    if (!before_there.comparable) {
        return before_there.can_run() ? Why::less_work : Why::cannot_run;
    }
    if (!after_here.comparable) {
        return after_here.can_run() ? Why::other_less_work : Why::other_cannot_run;
    }
    return Why::crossing;
}

// Follows one line of points.
class Line {
public:
    Line(const Batch& batch, const SweepAxis& axis, std::vector<std::size_t> points,
         const BootstrapOptions& options)
        : batch_{batch}, axis_{axis}, options_{options} {
        line_.points = std::move(points);
        std::stable_sort(line_.points.begin(), line_.points.end(),
                         [&](std::size_t a, std::size_t b) { return axis.numbers[a] < axis.numbers[b]; });
        for (const std::size_t point : line_.points) {
            standings_.push_back(standings_at(batch[point]));
        }
    }

    LeaderLine follow() {
        std::string leading;
        std::size_t last = 0;  // in the line
        for (std::size_t i = 0; i < line_.points.size(); ++i) {
            const std::string leader = leader_at(batch_[line_.points[i]], standings_[i], leading);
            if (leader.empty()) {
                continue;
            }
            if (line_.first.empty()) {
                line_.first = leader;
            } else if (leader != leading) {
                line_.changes.push_back(change(leading, leader, last, i));
            }
            leading = leader;
            last = i;
        }
        return std::move(line_);
    }

private:
    LeaderChange change(const std::string& before, const std::string& after, std::size_t last,
                        std::size_t next) {
        LeaderChange result{before, after, line_.points[last], line_.points[next], {}, {}};
        result.why = why(standings_[next][before], standings_[last][after]);
        if (result.why == LeaderChange::Why::crossing) {
            result.crossing = crossing(before, after, last, next);
        }
        return result;
    }

    // Where the cost of `after` falls below that of `before` between the two points.
    std::optional<FoundCrossing> crossing(const std::string& before, const std::string& after,
                                          std::size_t last, std::size_t next) {
        std::vector<double> x;
        std::vector<Sample> more;  // what `after` costs more
        for (std::size_t i = 0; i < line_.points.size(); ++i) {
            const Standing& a = standings_[i][before];
            const Standing& b = standings_[i][after];
            if (a.comparable && b.comparable) {
                x.push_back(number(i));
                more.push_back(differences(sample_of(*a.runs, cost_metric), sample_of(*b.runs, cost_metric)));
            }
        }
        for (const FoundCrossing& found : find_crossings(x, more, axis_.scale, options_)) {
            if (!found.at.upward && found.at.x >= number(last) && found.at.x <= number(next)) {
                return found;
            }
        }
        return std::nullopt;
    }

    double number(std::size_t place) const { return axis_.numbers[line_.points[place]]; }

    const Batch& batch_;
    const SweepAxis& axis_;
    const BootstrapOptions& options_;
    LeaderLine line_;
    std::vector<Standings> standings_;  // by place in the line
};

// Along axes[main], which `axes` then no longer has.
Leaders leaders_along(const Batch& batch, std::vector<SweepAxis> axes, std::size_t main,
                      const BootstrapOptions& options) {
    Leaders leaders;
    leaders.axis = std::move(axes[main]);
    axes.erase(axes.begin() + static_cast<std::ptrdiff_t>(main));
    leaders.others = std::move(axes);
    std::vector<std::pair<std::vector<std::string>, std::vector<std::size_t>>> lines;
    for (std::size_t point = 0; point < batch.size(); ++point) {
        std::vector<std::string> fixed;
        for (const SweepAxis& other : leaders.others) {
            fixed.push_back(other.texts[point]);
        }
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const auto& one) { return one.first == fixed; });
        (line == lines.end() ? lines.emplace_back(fixed, std::vector<std::size_t>{}) : *line)
            .second.push_back(point);
    }
    for (auto& [fixed, points] : lines) {
        leaders.lines.push_back(Line{batch, leaders.axis, std::move(points), options}.follow());
    }
    return leaders;
}

// Positions of the axes along which a lead can change, that with the most values first.
std::vector<std::size_t> searchable(const std::vector<SweepAxis>& axes) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (axes[i].numeric && axes[i].values >= 2) {
            found.push_back(i);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](std::size_t a, std::size_t b) { return axes[a].values > axes[b].values; });
    return found;
}

}  // namespace

std::vector<Leaders> find_all_leaders(const Batch& batch, const BootstrapOptions& options) {
    std::vector<Leaders> all;
    if (!is_grid(batch)) {
        return all;
    }
    const std::vector<SweepAxis> axes = axes_of(batch);
    for (const std::size_t axis : searchable(axes)) {
        all.push_back(leaders_along(batch, axes, axis, options));
    }
    return all;
}

std::optional<Leaders> find_leaders(const Batch& batch, const BootstrapOptions& options) {
    const std::vector<SweepAxis> axes = axes_of(batch);
    const std::vector<std::size_t> found = searchable(axes);
    if (found.empty() || !is_grid(batch)) {
        return std::nullopt;
    }
    return leaders_along(batch, axes, found.front(), options);
}

}  // namespace trainyard
