#include "tests/validation/estimate.hpp"

#include <fmt/format.h>

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "sim/ledger/outcome.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/engine/fixture.hpp"
#include "tests/validation/littles_law.hpp"

namespace trainyard::theory {

namespace {

double value_of(const Outcome& outcome, const std::string& name) {
    for (const Metric& metric : outcome.metrics) {
        if (metric.name == name && metric.value) {
            return *metric.value;
        }
    }
    throw std::runtime_error("no value of " + name);
}

std::string measure(const Scenario& scenario, const System& system, const Trace& trace) {
    const Outcome outcome = fold(scenario, scenario.strategies.front(), trace);
    check_littles_law(trace, outcome);
    std::string text;
    for (const Quantity& quantity : system.quantities) {
        const double below = quantity.over.empty() ? 1 : value_of(outcome, quantity.over);
        text += fmt::format("{}\n", value_of(outcome, quantity.metric) / below / quantity.unit);
    }
    return text;
}

}  // namespace

Estimate estimate_of(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    double sum = 0, squares = 0;
    for (const double value : values) {
        sum += value;
    }
    const double mean = sum / count;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return {mean, std::sqrt(squares / (count - 1) / count)};
}

std::vector<std::vector<double>> replicate(const System& system, int replications,
                                           const std::vector<std::string>& sets) {
    std::vector<std::string> changes = system.sets;
    changes.insert(changes.end(), sets.begin(), sets.end());
    const Loaded loaded = load_scenario("tests/validation/" + system.file, {changes});
    if (!loaded.scenario) {
        throw std::runtime_error(render(loaded.errors));
    }
    const Scenario& scenario = *loaded.scenario;
    std::vector<std::vector<double>> values(system.quantities.size());
    for (int i = 1; i <= replications; ++i) {
        const RunSeed seed{scenario.seed, static_cast<std::uint64_t>(i)};
        std::istringstream told{fixture::simulated(
            scenario, 0, seed, [&](const Trace& trace) { return measure(scenario, system, trace); })};
        for (std::vector<double>& of_quantity : values) {
            told >> of_quantity.emplace_back();
        }
    }
    return values;
}

double chance_beyond(double beyond, int replications) {
    const boost::math::students_t student{static_cast<double>(replications - 1)};
    return 2 * boost::math::cdf(boost::math::complement(student, beyond));
}

}  // namespace trainyard::theory
