// Sums of a run whose expected value is known whatever else happens in it: simulated and expected differ by
// chance alone, so that over replications the mean difference is 0.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/verify/run_facts.hpp"

namespace trainyard {

struct ChanceSum {
    std::string what;  // "jobs of support-bot": the same in each replication
    double simulated = 0;
    double expected = 0;
};

// Jobs and work of each stream. They are the same for every strategy.
std::vector<ChanceSum> workload_sums(const ExaminedRun& run);

// Interruptions of each spot pool whose instances have a constant rate: expected is the hazard of their
// notice or loss, summed over the time that each was there without one (its compensator; P. Andersen,
// O. Borgan, R. Gill, N. Keiding, "Statistical Models Based on Counting Processes", Springer, 1993, ch. II).
std::vector<ChanceSum> reclaim_sums(const ExaminedRun& run);

// Minus the logarithm of the probability that an instance of this age has had neither notice nor loss: its
// life X is exponential, the notice comes at X - notice or, where that is not after the launch, never.
double cumulative_hazard(double rate_per_s, double notice_s, double age_s);

// Arrivals and work that workload_sums leaves out, and why: "arrivals of nightly: they are no Poisson
// process".
std::vector<std::string> unchecked_workload(const Scenario& scenario);

}  // namespace trainyard
