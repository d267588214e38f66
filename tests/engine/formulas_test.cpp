// A short form of the table of docs/validation.md: a month instead of a year, a few of them.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/validation/theory.hpp"

using namespace trainyard::theory;

TEST_CASE("a few months of each system agree with its formula") {
    for (const System& system : systems()) {
        DYNAMIC_SECTION(system.file) {
            const std::vector<Estimate> estimates =
                estimate(system, 12, {"horizon=60 d", "drain_limit=365 d"});
            for (std::size_t i = 0; i < estimates.size(); ++i) {
                const Quantity& quantity = system.quantities[i];
                INFO(quantity.what << ": " << estimates[i].mean << " for " << quantity.expected);
                CHECK(std::abs(estimates[i].z(quantity.expected)) < 4);
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
