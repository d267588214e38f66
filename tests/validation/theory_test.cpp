// The table of docs/validation.md: every system against its formula, 100 years each.
#include "tests/validation/theory.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>

#include "tests/validation/page.hpp"

using namespace trainyard::theory;

namespace {

constexpr int years = 100;

struct Row {
    std::string key;   // how its line begins
    std::string line;  // all of it
};

Row row(const System& system, const Quantity& quantity, const Estimate& estimate) {
    const std::string key =
        fmt::format("| [{0}](../tests/validation/{0}) | {1} |", system.file, quantity.what);
    return {key, fmt::format("{} {} | {:.6g} | {:.6g} ± {:.2g} | {:+.2f} |", key, quantity.formula,
                             quantity.expected, estimate.mean, estimate.standard_error,
                             estimate.z(quantity.expected))};
}

}  // namespace

TEST_CASE("a hundred years of each system agree with its formula", "[.validate]") {
    for (const System& system : systems()) {
        const std::vector<Estimate> estimates = estimate(system, years, {});
        for (std::size_t i = 0; i < estimates.size(); ++i) {
            const Row shown = row(system, system.quantities[i], estimates[i]);
            std::cout << shown.line << std::endl;
            CHECK(std::abs(estimates[i].z(system.quantities[i].expected)) < 4);
            check_page(shown.key, shown.line);
        }
    }
}
