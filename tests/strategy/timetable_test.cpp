#include "sim/strategy/timetable.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

constexpr SimTime now = at_second(100);

std::int64_t from(const std::optional<Timetable::Slot>& slot) { return slot ? second_of(slot->from) : -1; }

}  // namespace

TEST_CASE("what comes free is free from that very second on") {
    const Timetable table{now, {1}, {{at_second(150), 0, 2}, {at_second(120), 0, 1}, {at_second(150), 0, 1}}};
    CHECK(from(table.earliest(1, Seconds{1000})) == 100);
    CHECK(from(table.earliest(2, Seconds{1000})) == 120);
    CHECK(from(table.earliest(3, Seconds{1000})) == 150);
    CHECK(from(table.earliest(5, Seconds{1000})) == 150);
    CHECK_FALSE(table.earliest(6, Seconds{1}).has_value());
}

TEST_CASE("a reservation holds from its first second up to its end") {
    Timetable table{now, {2}, {}};
    table.reserve({at_second(200), 0}, 2, Seconds{50});
    CHECK(table.now(1, Seconds{100}) == 0);
    CHECK_FALSE(table.now(1, Seconds{101}).has_value());
    CHECK(from(table.earliest(1, Seconds{101})) == 250);
    table.reserve({now, 0}, 1, Seconds{100});
    CHECK(table.now(1, Seconds{100}) == 0);
    CHECK_FALSE(table.now(2, Seconds{1}).has_value());
}

TEST_CASE("a gang fits into one part; the earliest comes first, then the lowest part") {
    Timetable table{now, {1, 1}, {{at_second(130), 0, 1}, {at_second(120), 1, 1}}};
    CHECK_FALSE(table.now(2, Seconds{1}).has_value());
    const auto slot = table.earliest(2, Seconds{10});
    REQUIRE(slot.has_value());
    CHECK(slot->part == 1);
    CHECK(second_of(slot->from) == 120);
    CHECK(table.earliest(1, Seconds{10})->part == 0);
    CHECK(table.now(1, Seconds{10}) == 0);
}
