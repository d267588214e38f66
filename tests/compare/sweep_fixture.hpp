// Points of a sweep without a simulation.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/analysis/fixture.hpp"

namespace trainyard::fixture {

using Strategies = std::vector<std::pair<std::string, std::vector<Values>>>;

inline ScenarioRuns point(std::vector<PointValue> values, const Strategies& strategies) {
    ScenarioRuns made = runs("year", strategies);
    made.point = std::move(values);
    return made;
}

inline PointValue rate(const char* text, double per_h) {
    return {"fleet.spot.*.interruptions.rate", text, per_h / 3600};
}

// Replications of the costs, each with the same finished work.
inline std::vector<Values> costs(const std::vector<double>& usd, double work = 100) {
    std::vector<Values> all;
    for (const double cost : usd) {
        all.push_back({{"total_cost_usd", cost}, {"finished_work_gpu_h", work}});
    }
    return all;
}

}  // namespace trainyard::fixture
