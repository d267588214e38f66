#include "sim/strategy/guard.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

using Kind = DeadlineGuard::Kind;

// 1000 s of work on the fallback, due 4000 s after second 100, 50 s to change over.
GuardedJob job(double done_s = 0) {
    return {.submit = at_second(100),
            .deadline = at_second(4100),
            .total_s = 1000,
            .done_s = done_s,
            .changeover = Seconds{50}};
}

GuardOutlook at(Kind kind, const GuardedJob& guarded, std::int64_t second) {
    return guard_outlook(kind, guarded, at_second(second));
}

}  // namespace

TEST_CASE("the safety net catches at the first second at which less is left than C + 2d") {
    // R < 1000 + 100: from 3001 on.
    CHECK(at(Kind::safety_net, job(), 100).phase == GuardPhase::net);
    CHECK(at(Kind::safety_net, job(), 100).changes == at_second(3001));
    CHECK(at(Kind::safety_net, job(), 3000).phase == GuardPhase::net);
    CHECK(at(Kind::safety_net, job(), 3001).phase == GuardPhase::fallback);
    CHECK_FALSE(at(Kind::safety_net, job(), 3001).changes.has_value());
    // What is done counts; half seconds are needed in whole.
    CHECK(at(Kind::safety_net, job(400), 100).changes == at_second(3401));
    CHECK(at(Kind::safety_net, job(400.5), 100).changes == at_second(3401));
    CHECK(at(Kind::safety_net, job(399.5), 100).changes == at_second(3400));
}

TEST_CASE("uniform progress: not behind at the submission, behind a second later") {
    CHECK(at(Kind::uniform_progress, job(), 100).phase == GuardPhase::ahead);
    CHECK(at(Kind::uniform_progress, job(), 100).changes == at_second(101));
    CHECK(at(Kind::uniform_progress, job(), 101).phase == GuardPhase::behind);
    CHECK(at(Kind::uniform_progress, job(), 101).changes == at_second(3001));
    // 250 s of 1000 are expected after 1000 s of 4000.
    CHECK(at(Kind::uniform_progress, job(250), 1100).phase == GuardPhase::ahead);
    CHECK(at(Kind::uniform_progress, job(250), 1101).phase == GuardPhase::behind);
    CHECK(at(Kind::uniform_progress, job(250), 3251).phase == GuardPhase::fallback);
}

TEST_CASE("a job leaves the fallback once it is ahead of what is expected two changeovers later") {
    // At 1000: ep(900 + 100) = 250.
    CHECK(may_leave(job(250), at_second(1000)));
    CHECK_FALSE(may_leave(job(249), at_second(1000)));
    // It gains 3/4 s a second: 30 s behind are made up in 40 s.
    CHECK(may_leave_at(job(220), at_second(1000)) == at_second(1040));
    CHECK(may_leave_at(job(250), at_second(1000)) == at_second(1001));
}

TEST_CASE("a job that needs all of its time never gets ahead") {
    GuardedJob tight = job();
    tight.total_s = 4000;
    CHECK_FALSE(may_leave_at(tight, at_second(101)).has_value());
    CHECK(at(Kind::uniform_progress, tight, 100).phase == GuardPhase::fallback);
    // Ten seconds to go, 149 s left, and 987.75 s expected.
    CHECK(may_leave(job(990), at_second(3951)));
    CHECK_FALSE(may_leave(job(980), at_second(3951)));
}

TEST_CASE("a job past its estimate needs its changeovers alone, and one past its deadline is in the net") {
    CHECK(at(Kind::safety_net, job(1200), 100).changes == at_second(4001));
    CHECK(at(Kind::uniform_progress, job(0), 5000).phase == GuardPhase::fallback);
}
