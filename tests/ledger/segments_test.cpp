// An attempt spelled out.
#include "sim/ledger/segments.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

std::vector<Segment> spelled_out(const Phases& phases) {
    Facts facts{1000};
    const auto job = facts.job(100);
    const auto machine = facts.machine(cloud, 100, 100);
    const auto attempt = facts.attempt(job, cloud, 100, phases, AttemptEnd::interrupted, {{machine, 1}});
    return segments_of(facts.trace, facts.at(attempt));
}

Segment from_to(std::int64_t from, std::int64_t to, GpuState state) {
    return {at_second(from), at_second(to), state};
}

}  // namespace

TEST_CASE("an attempt's phases follow each other, those of length 0 left out") {
    CHECK(spelled_out({.boot = 10, .restore = 5, .legs = {rounds(20, 2, 2), compute(7)}}) ==
          std::vector{from_to(100, 110, GpuState::boot), from_to(110, 115, GpuState::restore),
                      from_to(115, 135, GpuState::compute), from_to(135, 137, GpuState::checkpoint),
                      from_to(137, 157, GpuState::compute), from_to(157, 159, GpuState::checkpoint),
                      from_to(159, 166, GpuState::compute)});
}

TEST_CASE("rework is the last seconds of an attempt's compute, also before a write that was cut short") {
    CHECK(spelled_out({.legs = {rounds(20, 2, 1), rounds(20, 1, 1)}, .rework = 20}) ==
          std::vector{from_to(100, 120, GpuState::compute), from_to(120, 122, GpuState::checkpoint),
                      from_to(122, 142, GpuState::rework), from_to(142, 143, GpuState::checkpoint)});
    // Lost in the middle of a stretch.
    CHECK(spelled_out({.legs = {compute(30)}, .rework = 10}) ==
          std::vector{from_to(100, 120, GpuState::compute), from_to(120, 130, GpuState::rework)});
    // Everything, by a failure from scratch: what the writes took stays a checkpoint.
    CHECK(spelled_out({.legs = {rounds(20, 2, 1), compute(5)}, .rework = 25}) ==
          std::vector{from_to(100, 120, GpuState::rework), from_to(120, 122, GpuState::checkpoint),
                      from_to(122, 127, GpuState::rework)});
}

TEST_CASE("neighbours in the same state are one segment") {
    CHECK(spelled_out({.legs = {rounds(20, 0, 3), compute(5)}}) ==
          std::vector{from_to(100, 165, GpuState::compute)});
}
