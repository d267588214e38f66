// Which of a scenario's runs are wanted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct RunChoice {
    std::vector<std::string> strategies = {};  // empty: all
    std::optional<int> replications = {};      // absent: the scenario's
    std::optional<std::uint64_t> seed = {};    // absent: the scenario's
};

// A complaint for each strategy that is wanted and not declared, with what is: "declares no strategy `x`; …".
std::vector<std::string> unknown_strategies(const Scenario& scenario, const std::vector<std::string>& wanted);

// Of one command, all scenarios and points together; more would not fit into memory.
inline constexpr std::size_t most_runs = 10'000'000;

// How many runs that is at so many points.
std::size_t number_of_runs(const Scenario& scenario, const RunChoice& choice, std::size_t points);
// In words that these are too many, or nothing.
std::string too_many_runs(std::size_t runs);

// The wanted strategies in the order of the scenario, with room for their replications.
ScenarioRuns runs_of(Scenario scenario, const RunChoice& choice);

}  // namespace trainyard
