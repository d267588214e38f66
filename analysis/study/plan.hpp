// What a folder of results holds: which runs, of which scenarios, made by which command. Two plans of
// the same hash give the same results, whoever runs them and in whatever order; replications may be
// added to a plan without making it another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct PlanPoint {
    std::string scenario;
    std::uint64_t seed = 1;
    std::string fingerprint;
    std::vector<std::string> strategies;
    std::vector<std::string> infeasible;  // by strategy: why it cannot run; empty: it can
    std::vector<PointValue> point;
};

struct Plan {
    std::string program;     // name and version
    bool with_rows = false;  // of every job and ledger line
    std::vector<PlanPoint> points;
    std::size_t replications = 1;      // most of any strategy; not in the hash
    std::vector<std::string> command;  // the program's arguments that make it; not in the hash
    // What the scenarios assume (facts.hpp), as JSON: one a scenario, of a sweep that of its first point.
    // Not in the hash; none where an older trainyard made the plan.
    std::vector<std::string> facts;
    std::string directory;  // where they are to be understood; not in the hash
};

Plan plan_of(const Batch& batch, bool with_rows);

// A batch that has the plan's names and places for its results, but no scenarios to run.
Batch batch_of(const Plan& plan);

// 32 hexadecimal digits.
std::string hash_of(const Plan& plan);

// Why results of the one cannot go with those of the other, in words; empty when they can.
std::string difference(const Plan& stored, const Plan& now);

// As JSON, and back. Throws DamagedPlan.
std::string plan_json(const Plan& plan);
Plan read_plan(const std::string& json);

struct DamagedPlan : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace trainyard
