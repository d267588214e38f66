// All checks that apply to a scenario, run.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/runs/runner.hpp"

namespace trainyard {

enum class Verdict { holds, fails, unchecked };

struct VerifiedRow {
    std::string strategy;  // empty: of all
    std::string what;
    Verdict verdict = Verdict::unchecked;
    std::string detail;  // figures, the first contradiction, or why it is not checked; as names are
};

struct Verification {
    std::vector<VerifiedRow> exact;   // in every run
    std::vector<VerifiedRow> chance;  // on average
    std::vector<VerifiedRow> unchecked;
    std::size_t runs = 0;  // simulated in all
    bool interrupted = false;

    bool holds() const;
};

// Simulates every run of the scenario, once more for its digest, and once with dearer rent. `runs` has
// feasible strategies alone, and places for their replications.
Verification verify(const ScenarioRuns& runs, const PoolLimits& limits, Progress& progress);

// So many runs does it take.
std::size_t runs_to_verify(const ScenarioRuns& runs);

// As text of at most `width` columns where names allow.
std::string verification_text(const Verification& verification, std::size_t width);

}  // namespace trainyard
