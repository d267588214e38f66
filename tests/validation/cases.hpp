// Cases from estimates.
#pragma once

#include "tests/validation/estimate.hpp"
#include "tests/validation/page.hpp"

namespace trainyard::theory {

// A case a quantity, from the system's own number of replications.
std::vector<Case> cases_of(const System& system);
// Of all systems, and at the end one for Little's law in every one of their runs.
std::vector<Case> cases_of(const std::vector<System>& systems);

Case exact_case(const std::string& model, const std::string& quantity, const std::string& formula,
                const std::string& expected, const std::string& simulated, const std::string& runs);

}  // namespace trainyard::theory
