#include "analysis/compare/sparkline.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("a sparkline goes from the lowest to the highest") {
    CHECK(sparkline({0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0}) == "▁▂▃▄▅▆▇█");
    CHECK(sparkline({7.0, 0.0, 3.5}) == "█▁▅");
    CHECK(sparkline({0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0}, true) == "_.:-=+*#");
}

TEST_CASE("noise is drawn as small as it is") {
    CHECK(sparkline({100.0, 101.0}, false, 8.0) == "▄▅");
    CHECK(sparkline({100.0, 108.0}, false, 8.0) == "▁█");
}

TEST_CASE("what has no value is blank, and values all alike are half-way") {
    CHECK(sparkline({0.0, std::nullopt, 7.0}) == "▁ █");
    CHECK(sparkline({5.0, 5.0}) == "▄▄");
    CHECK(sparkline({std::nullopt, std::nullopt}) == "  ");
    CHECK(sparkline({}).empty());
}

TEST_CASE("many values are put together to means of neighbours") {
    CHECK(condensed({1.0, 3.0, 5.0, std::nullopt, 9.0}, 3) == Sample{2.0, 5.0, 9.0});
    CHECK(condensed({1.0, 2.0}, 3) == Sample{1.0, 2.0});
    CHECK(condensed({}, 3).empty());
}
