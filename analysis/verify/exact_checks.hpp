// What is so in every run, worked out from the run's facts alone, without the code that folds them into
// rows, metrics and money.
#pragma once

#include <string>
#include <vector>

#include "analysis/verify/run_facts.hpp"

namespace trainyard {

struct ExactCheck {
    const char* what;                                  // "no GPU has two jobs at once"
    std::string (*contradiction)(const ExaminedRun&);  // where it is not so; empty: it is
};

const std::vector<ExactCheck>& exact_checks();

}  // namespace trainyard
