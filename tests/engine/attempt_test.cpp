// What becomes of an attempt that gets a notice, against the rule played out second by second.
#include "sim/engine/attempt.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "tests/fleet/training_reference.hpp"

using namespace trainyard;

namespace {

struct Case {
    int boot = 0, setup = 0, restore = 0, load = 0;
    int work = 1;                 // seconds of compute to the end of the work
    std::optional<int> fails_at;  // of compute
    bool can_write = true;
    std::optional<int> every;
    int write = 0;
    bool async = false;
    int notice = 1;
    int warned_at = 0;  // since the allocation, before its end

    int begins() const { return boot + setup + restore + load; }
    int stops_at() const { return fails_at.value_or(work); }
};

std::string outcome(int end, AttemptEnd how, int compute, int written, int safe) {
    return fmt::format("{} {}: computed {}, written {}, safe {}", static_cast<int>(how), end, compute,
                       written, safe);
}

reference::Training training_of(const Case& given) {
    reference::Training by_hand;
    by_hand.work = given.stops_at();
    by_hand.every = given.every;
    by_hand.write = given.write;
    by_hand.async = given.async;
    by_hand.settle();
    return by_hand;
}

void heed(reference::Training& by_hand, const Case& given) {
    const int write_left = by_hand.write_left && !given.async ? *by_hand.write_left : 0;
    if (write_left + given.work - by_hand.compute <= given.notice) {
        by_hand.finish();
    } else if (by_hand.write_left) {
        if (*by_hand.write_left <= given.notice) {
            by_hand.end_with_write();
        }
    } else if (by_hand.compute == by_hand.safe) {
        by_hand.leave();
    } else if (given.can_write && given.write <= given.notice) {
        by_hand.write_now();
    }
}

std::string by_the_rule(const Case& given) {
    reference::Training by_hand = training_of(given);
    const int loss = given.warned_at + given.notice;
    int now = given.begins();
    const auto go_on_until = [&](int second) {
        for (; now < second && !by_hand.ended; ++now) {
            by_hand.second();
        }
    };
    if (given.warned_at >= now) {
        go_on_until(given.warned_at);
        heed(by_hand, given);
    }
    go_on_until(loss);
    AttemptEnd how = AttemptEnd::interrupted;
    if (by_hand.ended && by_hand.compute == by_hand.work) {
        how = given.fails_at ? AttemptEnd::failed : AttemptEnd::finished;
    }
    return outcome(std::min(now, loss), how, by_hand.compute, by_hand.written, by_hand.safe);
}

std::string by_the_engine(const Case& given) {
    Attempt attempt;
    attempt.boot = Seconds{given.boot};
    attempt.setup = Seconds{given.setup};
    attempt.restore = Seconds{given.restore};
    attempt.load = Seconds{given.load};
    attempt.compute_to_finish = Seconds{given.work};
    attempt.ends_as = given.fails_at ? AttemptEnd::failed : AttemptEnd::finished;
    CheckpointPlan plan;
    if (given.can_write) {
        attempt.write = plan.write = Seconds{given.write};
        plan.async = given.async;
        if (given.every) {
            plan.every = Seconds{*given.every};
        }
    }
    attempt.training = Training{Seconds{given.stops_at()}, plan};

    const SimTime warned = at_second(given.warned_at);
    const SimTime loss = warned + Seconds{given.notice};
    const bool at_once = heed_notice(attempt, warned, Seconds{given.notice});
    SimTime end = at_once ? warned : attempt.natural_end();
    AttemptEnd how = at_once ? AttemptEnd::interrupted : attempt.ends_as;
    if (end > loss) {
        end = loss;
        how = AttemptEnd::interrupted;
    }
    Trace trace;
    trace.attempts.emplace_back();
    const Standing standing = record_attempt(attempt, how, end, trace);
    const AttemptFact& fact = trace.attempts.front();
    REQUIRE(fact.rework == (how == AttemptEnd::finished ? Seconds{0} : fact.compute - standing.safe));
    REQUIRE(fact.training() + fact.compute + fact.write == SimTime{} + (end - SimTime{}));
    return outcome(static_cast<int>(second_of(end)), how, static_cast<int>(fact.compute.count()),
                   static_cast<int>(fact.write.count()), static_cast<int>(standing.safe.count()));
}

Case any_case(std::mt19937& luck) {
    const auto between = [&luck](int low, int high) {
        return std::uniform_int_distribution{low, high}(luck);
    };
    Case given;
    given.boot = between(0, 3);
    given.setup = between(0, 2);
    given.restore = between(0, 2);
    given.load = between(0, 2);
    given.work = between(1, 40);
    if (between(0, 2) == 0) {
        given.fails_at = between(1, given.work);
    }
    given.can_write = between(0, 5) > 0;
    if (given.can_write && between(0, 5) > 0) {
        given.every = between(1, 15);
    }
    given.write = given.can_write ? between(0, 9) : 0;
    given.async = given.can_write && between(0, 1) == 1;
    given.notice = between(1, 20);
    reference::Training to_the_end = training_of(given);
    while (!to_the_end.ended) {
        to_the_end.second();
    }
    given.warned_at = between(0, given.begins() + to_the_end.elapsed - 1);
    return given;
}

}  // namespace

TEST_CASE("an attempt makes of a notice what the rule says") {
    std::mt19937 luck{5};
    for (int i = 0; i < 60000; ++i) {
        const Case given = any_case(luck);
        const std::string expected = by_the_rule(given), told = by_the_engine(given);
        if (told != expected) {
            CAPTURE(given.begins(), given.work, given.fails_at.value_or(-1), given.can_write,
                    given.every.value_or(-1), given.write, given.async, given.notice, given.warned_at);
            REQUIRE(told == expected);
        }
    }
}

TEST_CASE("an attempt that fails before its async write has ended fails") {
    Case given;
    given.work = 1000;
    given.fails_at = 120;
    given.every = 100;
    given.write = 50;
    given.async = true;
    given.warned_at = 110;
    given.notice = 60;
    CHECK(by_the_engine(given) == outcome(120, AttemptEnd::failed, 120, 0, 0));
}
