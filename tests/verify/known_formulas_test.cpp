#include <catch2/catch.hpp>
#include <cmath>
#include <memory>

#include "analysis/verify/formulas.hpp"

using namespace trainyard;
using namespace trainyard::formulas;

TEST_CASE("Erlang's formulas at known points") {
    CHECK(lost_share(1, 1) == Approx(0.5));
    CHECK(lost_share(2, 1) == Approx(0.2));
    CHECK(lost_share(108, 100) == Approx(0.034944).epsilon(1e-4));  // "The Waiting Game"
    CHECK(delayed_share(1, 0.7) == Approx(0.7));                    // of one server: its load
    CHECK(delayed_share(2, 1) == Approx(1.0 / 3));
}

TEST_CASE("waits: M/M/1 by both formulas, M/D/1 half of it") {
    CHECK(wait_of_many(1, 2, 0.25) == Approx(0.25));
    CHECK(wait_of_one(2, 0.25, 2 * 0.25 * 0.25) == Approx(0.25));
    CHECK(wait_of_one(2, 0.25, 0.25 * 0.25) == Approx(0.125));
}

TEST_CASE("variances by hand") {
    CHECK(variance(Constant{3}) == 0);
    CHECK(variance(Uniform{0, 12}) == Approx(12));
    CHECK(variance(Exponential{3}) == Approx(9));
    CHECK(variance(Lognormal{2, 1.5}) == Approx(9));
    CHECK(variance(Gamma{2, 0.5}) == Approx(1));
    CHECK(variance(Weibull{1, 3}) == Approx(9));  // exponential
    CHECK(variance(Triangular{0, 0, 6}) == Approx(2));
    CHECK(variance(Choice{{{1, 0}, {3, 4}}}) == Approx(3));
    CHECK(variance(Empirical{std::make_shared<std::vector<double>>(std::vector{1.0, 3.0})}) == Approx(1));
}

TEST_CASE("a makespan without losses is what it takes, and with them the renewal's") {
    CHECK(makespan({.rate = 0, .work = 10, .every = 4, .write = 1, .first = 2, .later = 3}) == Approx(14));
    CHECK(makespan({.rate = 0.5, .work = 2, .every = 2, .write = 9, .first = 1, .later = 9}) ==
          Approx((std::exp(1.5) - 1) / 0.5));
}
