#include "tests/validation/cases.hpp"

#include <fmt/format.h>

#include <cmath>

namespace trainyard::theory {

namespace {

// What sets the system apart from others of its file: `per=1 h` of `fleet.….billing.per=1 h`.
std::string variant(const System& system) {
    if (system.sets.empty()) {
        return "";
    }
    const std::string& set = system.sets.front();
    return ", `" + set.substr(set.rfind('.', set.find('=')) + 1) + "`";
}

}  // namespace

std::vector<Case> cases_of(const System& system) {
    const auto values = replicate(system, system.replications);
    std::vector<Case> cases;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Quantity& quantity = system.quantities[i];
        const Estimate estimate = estimate_of(values[i]);
        const double z = estimate.z(quantity.expected);
        cases.push_back({system.file, quantity.what + variant(system), quantity.formula,
                         fmt::format("{:.6g}", quantity.expected),
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
