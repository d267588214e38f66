#include "tests/validation/cases.hpp"

#include <fmt/format.h>

#include <cmath>

namespace trainyard::theory {

std::vector<Case> cases_of(const System& system) {
    const auto values = replicate(system, system.replications);
    const std::string set = system.sets.empty() ? "" : system.sets.front();
    std::vector<Case> cases;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Quantity& quantity = system.quantities[i];
        const Estimate estimate = estimate_of(values[i]);
        const double z = estimate.z(quantity.expected);
        cases.push_back({system.file, quantity.what + (set.empty() ? "" : ", `" + set + "`"),
                         quantity.formula, fmt::format("{:.6g}", quantity.expected),
                         fmt::format("{:.6g} ± {:.2g}", estimate.mean, estimate.standard_error),
                         std::to_string(system.replications), fmt::format("{:+.2f}", z),
                         chance_beyond(z_bound, system.replications), std::abs(z) < z_bound});
    }
    return cases;
}

std::vector<Case> cases_of(const std::vector<System>& systems) {
    std::vector<Case> cases;
    int runs = 0;
    for (const System& system : systems) {
        for (const Case& each : cases_of(system)) {
            cases.push_back(each);
        }
        runs += system.replications;
    }
    // replicate() throws at the first run that breaks it.
    cases.push_back(exact_case("every run above", "job-seconds: ∫ N dt − Σ turnaround, ∫ Q dt − Σ queue time",
                               "L = λW, Little", "0, 0", "0, 0", std::to_string(runs)));
    return cases;
}

Case exact_case(const std::string& model, const std::string& quantity, const std::string& formula,
                const std::string& expected, const std::string& simulated, const std::string& runs) {
    return {model, quantity, formula, expected, simulated, runs, "exact", 0, expected == simulated};
}

}  // namespace trainyard::theory
