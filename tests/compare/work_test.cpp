#include "analysis/compare/work.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("half a percent less work is as much, more than that is not") {
    CHECK(did_as_much(100, 100));
    CHECK(did_as_much(120, 100));
    CHECK(did_as_much(99.5, 100));
    CHECK_FALSE(did_as_much(99.4, 100));
    CHECK(did_as_much(0, 0));
}

TEST_CASE("how much less is said in percent") {
    CHECK(less_work(60, 80) == "25.0 % less work");
    CHECK(less_work(79.99, 80) == "under 0.1 % less work");
}
