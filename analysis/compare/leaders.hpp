// Which strategy is cheapest along an axis of a sweep, and where that changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/sweep_axes.hpp"

namespace trainyard {

struct LeaderChange {
    // What ends the lead between two neighbouring points.
    enum class Why {
        crossing,          // the other becomes cheaper
        less_work,         // from the second point on, the one before finishes less work than others
        cannot_run,        // or cannot run
        other_less_work,   // at the first point, the one after finishes less work
        other_cannot_run,  // or cannot run
    };

    std::string before;  // strategies
    std::string after;
    std::size_t last_point = 0;  // in the batch, at which `before` is cheapest
    std::size_t next_point = 0;  // at which `after` is
    Why why = Why::crossing;
    // Of the paired differences in cost, in the axis' base units; absent if the lead does not end by one.
    std::optional<FoundCrossing> crossing;
};

// Points of the grid that differ in one axis alone, ascending along it.
struct LeaderLine {
    std::vector<std::size_t> points;  // in the batch
    std::string first;                // cheapest at the first point that has a cheapest; empty: none has
    std::vector<LeaderChange> changes;
};

struct Leaders {
    SweepAxis axis;
    std::vector<SweepAxis> others;  // fixed along each line
    std::vector<LeaderLine> lines;
};

// Along the numeric axis with the most values (of several the first), for each combination of the other
// axes' values. The cheapest has the lowest mean total_cost_usd among the strategies whose costs are
// comparable at that point (`comparable`, verdict.hpp). Absent where no axis is numeric with two values or
// more, or the design is no grid.
std::optional<Leaders> find_leaders(const Batch& batch, const BootstrapOptions& options = {});

// The same along every numeric axis, that with the most values first.
std::vector<Leaders> find_all_leaders(const Batch& batch, const BootstrapOptions& options = {});

// A sentence a change: "spot-first stops being cheapest at 0.11 /h (0.09–0.14); from there own-first is."
// Wrapped to `width` columns; of many lines the first, and how many more there are.
std::string leaders_text(const Leaders& leaders, std::size_t width);

}  // namespace trainyard
