// What a scenario assumes, as far as people who read its results want to know it. Kept with the results,
// which hold names and numbers alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct PoolFacts {
    std::string name;
    std::string kind;  // "rigs", "spot", "on demand"
    std::string gpu;
    int gpus = 1;            // of one machine
    double price_usd = 0;    // of a rig; of a rented GPU for an hour
    std::string price_unit;  // "USD a rig", "USD/gpu-h"
    std::string terms;       // the rest of what is paid and risked, in words
    std::string source;      // of the price; may be empty
    std::string as_of;       // its date; may be empty
};

struct PoolUseFacts {
    std::string pool;
    std::int64_t after_s = 0;
    std::optional<int> machines;  // rigs: how many; rented: at most so many
    std::string only;             // which jobs it serves, in words; empty: all
};

struct StrategyFacts {
    std::string name;
    std::vector<PoolUseFacts> pools;  // in order of preference
    std::string queue;
    std::string checkpoint;
    std::int64_t idle_timeout_s = 0;
    double rigs_usd = 0;  // what its rigs cost
};

struct StreamFacts {
    std::string name;
    std::string kind;
    std::string team;
    std::string arrivals;  // in words
    std::optional<std::int64_t> deadline_s;
};

struct ScenarioFacts {
    std::string question;
    std::int64_t start_unix_s = 0;  // what second 0 is
    std::int64_t horizon_s = 0;
    std::string baseline;  // a strategy; empty: the first
    std::vector<PoolFacts> pools;
    std::vector<StrategyFacts> strategies;
    std::vector<StreamFacts> streams;
    std::string text;  // of the scenario file

    const PoolFacts* pool(const std::string& name) const;
    const StrategyFacts* strategy(const std::string& name) const;
};

ScenarioFacts facts_of(const ScenarioRuns& runs);

// As JSON, and back. Throws DamagedPlan (plan.hpp).
std::string facts_json(const ScenarioFacts& facts);
ScenarioFacts read_facts(const std::string& json);

}  // namespace trainyard
