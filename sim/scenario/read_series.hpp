// Series of a spot trace, as a pool follows them. For readers of pools only.
#pragma once

#include "sim/model/series.hpp"
#include "sim/scenario/block.hpp"
#include "sim/scenario/spot_series.hpp"

namespace trainyard {

// What a reader of series needs to know beside the block.
struct SeriesSurroundings {
    const std::string& pool;
    Seconds horizon;
    std::vector<std::string>& notes;
};

// Which number of a trace is wanted.
struct WantedNumber {
    std::optional<std::int64_t> (*of)(const SpotStep& step);  // nothing where it is not said
    const char* name;                                         // "a price"
    const char* unit;  // what it is, for the user; null: what the file says that its numbers are
};

// The series that a block's `trace`, `format`, `market`, `offset` and `repeat` say. Complains, and returns
// nothing, where there is none.
std::optional<Series> read_series(const Block& block, SpotFormat otherwise, const WantedNumber& wanted,
                                  const SeriesSurroundings& around);

// The same with other numbers.
template <class Change>
Series changed(const Series& series, Change change) {
    auto steps = std::make_shared<std::vector<SeriesStep>>();
    for (const SeriesStep& step : *series.steps) {
        const std::int64_t value = change(step.value);
        if (steps->empty() || steps->back().value != value) {
            steps->push_back({step.at, value});
        }
    }
    Series made = series;
    made.steps = std::move(steps);
    return made;
}

}  // namespace trainyard
