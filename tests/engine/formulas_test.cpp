// A short form of the tables of docs/validation.md: two months instead of a year, a few of them.
#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/validation/estimate.hpp"
#include "tests/validation/systems.hpp"
#include "tests/validation/theory.hpp"

using namespace trainyard::theory;

TEST_CASE("a few months of each system agree with its formula") {
    constexpr int runs = 12;
    // So few runs are further off by chance: as far as 4 standard errors of a normal mean.
    const double bound = boost::math::quantile(boost::math::students_t{runs - 1}, 1 - 3.17e-5);
    for (const System& system : systems()) {
        DYNAMIC_SECTION(system.file << (system.sets.empty() ? "" : " " + system.sets.front())) {
            const auto values = replicate(system, runs, system.in_short);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const Quantity& quantity = system.quantities[i];
                const Estimate estimate = estimate_of(values[i]);
                INFO(quantity.what << ": " << estimate.mean << " for " << quantity.expected);
                CHECK(std::abs(estimate.z(quantity.expected)) < bound);
            }
        }
    }
}

TEST_CASE("Erlang's formulas give the textbook's figures") {
    // Kleinrock, Queueing Systems I (1975): two servers at half load; ten Erlang on ten lines.
    CHECK(erlang_c(2, 1) == Approx(1.0 / 3));
    CHECK(erlang_c(1, 0.7) == Approx(0.7));
    CHECK(erlang_b(10, 10) == Approx(0.2146).epsilon(0.001));
}
