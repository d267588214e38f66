#include "sim/core/time.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

using namespace trainyard;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("numbers are rounded to the nearest, halves up") {
    CHECK(round_half_up(0.49) == 0);
    CHECK(round_half_up(0.5) == 1);
    CHECK(round_half_up(1.4999) == 1);
    CHECK(round_half_up(-0.5) == 0);
    CHECK(round_half_up(-0.51) == -1);
    CHECK(round_half_up(1.5 - 1e-9) == 2);  // decimal inputs are inexact
}

TEST_CASE("what no integer holds is rounded to the nearest that one does") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    CHECK(round_half_up(9.3e18) == most);
    CHECK(round_half_up(9223372036854775808.0) == most);
    CHECK(round_half_up(9223372036854774784.0) == most - 1023);  // the double before it
    CHECK(round_half_up(infinity) == most);
    CHECK(round_half_up(-9223372036854775808.0) == least);
    CHECK(round_half_up(-1e300) == least);
    CHECK(round_half_up(-infinity) == least);
    CHECK(round_half_up(std::numeric_limits<double>::quiet_NaN()) == 0);
}

TEST_CASE("a positive duration is at least a second and at most the longest") {
    CHECK(whole_seconds(-1) == Seconds{0});
    CHECK(whole_seconds(0) == Seconds{0});
    CHECK(whole_seconds(1e-9) == Seconds{1});
    CHECK(whole_seconds(1.5) == Seconds{2});
    CHECK(whole_seconds(1e11) == longest_duration);
    CHECK(whole_seconds(1e12) == longest_duration);
    CHECK(whole_seconds(1e300) == longest_duration);
    CHECK(whole_seconds(infinity) == longest_duration);
}
