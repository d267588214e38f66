#include "sim/fleet/training.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/fleet/training_reference.hpp"

using namespace trainyard;

namespace {

using Small = std::uniform_int_distribution<int>;

CheckpointPlan plan_of(const reference::Training& by_hand) {
    CheckpointPlan plan{std::nullopt, Seconds{by_hand.write}, by_hand.async};
    if (by_hand.every) {
        plan.every = Seconds{*by_hand.every};
    }
    return plan;
}

reference::Training any_case(std::mt19937& luck) {
    reference::Training by_hand;
    by_hand.work = Small{1, 40}(luck);
    if (Small{0, 9}(luck) > 0) {
        by_hand.every = Small{1, 15}(luck);
    }
    by_hand.write = Small{0, 9}(luck);
    by_hand.async = Small{0, 1}(luck) == 1;
    by_hand.settle();
    return by_hand;
}

std::string text_of(const Training::Stretches& done) {
    std::string text;
    for (const Training::Stretch& stretch : done) {
        for (std::int64_t i = 0; i < stretch.times; ++i) {
            text.append(static_cast<std::size_t>(stretch.compute.count()), 'c');
            text.append(static_cast<std::size_t>(stretch.write.count()), 'w');
        }
    }
    return text;
}

std::optional<int> left_of(const Standing& standing) {
    std::optional<int> left;
    if (standing.write_left) {
        left = static_cast<int>(standing.write_left->count());
    }
    return left;
}

// Both stand at the same point of the same history.
bool same(const Training& training, const reference::Training& by_hand) {
    const Seconds now{by_hand.elapsed};
    const Standing standing = training.at(now);
    return standing.compute == Seconds{by_hand.compute} && standing.written == Seconds{by_hand.written} &&
           standing.safe == Seconds{by_hand.safe} && standing.saved == by_hand.saved &&
           left_of(standing) == by_hand.write_left && text_of(training.done(now)) == by_hand.history;
}

// From here to their ends, second by second.
bool same_to_the_end(const Training& training, reference::Training by_hand) {
    while (same(training, by_hand) && !by_hand.ended) {
        by_hand.second();
    }
    return by_hand.ended && training.length() == Seconds{by_hand.elapsed} && same(training, by_hand);
}

// Cuts a training at every second before its end with a few ways to go on; `cut` says whether they
// apply there and, if so, whether they agree.
template <class Cut>
int cut_everywhere(Cut cut) {
    std::mt19937 luck{20260105};
    int cuts = 0;
    for (int i = 0; i < 500; ++i) {
        reference::Training by_hand = any_case(luck);
        const Training training{Seconds{by_hand.work}, plan_of(by_hand)};
        for (; !by_hand.ended; by_hand.second()) {
            CAPTURE(by_hand.work, by_hand.every.value_or(0), by_hand.write, by_hand.async, by_hand.elapsed);
            cuts += cut(training, by_hand) ? 1 : 0;
        }
    }
    return cuts;
}

}  // namespace

TEST_CASE("a training goes second by second as its rules say") {
    std::mt19937 luck{1};
    for (int i = 0; i < 4000; ++i) {
        const reference::Training by_hand = any_case(luck);
        CAPTURE(by_hand.work, by_hand.every.value_or(0), by_hand.write, by_hand.async);
        const Training training{Seconds{by_hand.work}, plan_of(by_hand)};
        REQUIRE(same_to_the_end(training, by_hand));
    }
}

TEST_CASE("a training of 600 hours is worked out without walking through it") {
    const Training training{Seconds{600 * 3600}, {Seconds{1800}, Seconds{120}, false}};
    CHECK(training.length() == Seconds{600 * 3600 + 1199 * 120});
    const Standing standing = training.at(Seconds{1000 * 1920 + 1860});
    CHECK(standing.compute == Seconds{1001 * 1800});
    CHECK(standing.safe == Seconds{1000 * 1800});
    CHECK(standing.written == Seconds{1000 * 120 + 60});
    CHECK(standing.write_left == Seconds{60});
    CHECK(training.done(Seconds{1000 * 1920 + 1860}).size() == 2);
}

TEST_CASE("no write is begun when the work is done") {
    CHECK(Training{Seconds{30}, {Seconds{10}, Seconds{4}, false}}.length() == Seconds{38});
    CHECK(Training{Seconds{10}, {Seconds{10}, Seconds{4}, false}}.length() == Seconds{10});
}

TEST_CASE("a write of no length makes safe what was done, at once") {
    const Training training{Seconds{30}, {Seconds{10}, Seconds{0}, false}};
    CHECK(training.length() == Seconds{30});
    CHECK_FALSE(training.at(Seconds{9}).saved);
    CHECK(training.at(Seconds{10}).safe == Seconds{10});
    CHECK(training.at(Seconds{29}).safe == Seconds{20});
}

TEST_CASE("an async write that takes longer than the interval delays the next") {
    const Training training{Seconds{100}, {Seconds{10}, Seconds{25}, true}};
    CHECK(training.length() == Seconds{100});
    CHECK(training.at(Seconds{34}).safe == Seconds{0});
    CHECK(training.at(Seconds{35}).safe == Seconds{10});
    CHECK(training.at(Seconds{35}).write_left == Seconds{25});
    CHECK(training.at(Seconds{60}).safe == Seconds{35});
}

TEST_CASE("one that finishes on its notice begins no more writes") {
    const int cuts = cut_everywhere([](const Training& training, reference::Training by_hand) {
        const Training finishing = training.finishing(Seconds{by_hand.elapsed});
        by_hand.finish();
        REQUIRE(same_to_the_end(finishing, by_hand));
        return true;
    });
    CHECK(cuts > 4000);
}

TEST_CASE("one that ends with the write under way ends when it is written") {
    const int cuts = cut_everywhere([](const Training& training, reference::Training by_hand) {
        const bool in_time =
            by_hand.write_left && (!by_hand.async || by_hand.compute + *by_hand.write_left < by_hand.work);
        if (in_time) {
            const Training ending = training.ending_with_write(Seconds{by_hand.elapsed});
            by_hand.end_with_write();
            REQUIRE(same_to_the_end(ending, by_hand));
        }
        return in_time;
    });
    CHECK(cuts > 600);
}

TEST_CASE("one that stops and writes ends with everything safe") {
    const int cuts = cut_everywhere([](const Training& training, reference::Training by_hand) {
        const bool applies = !by_hand.write_left && by_hand.compute > by_hand.safe;
        if (applies) {
            const Training writing = training.writing_now(Seconds{by_hand.elapsed}, Seconds{by_hand.write});
            by_hand.write_now();
            REQUIRE(same_to_the_end(writing, by_hand));
            REQUIRE(writing.at(writing.length()).safe == Seconds{by_hand.compute});
        }
        return applies;
    });
    CHECK(cuts > 600);
}

TEST_CASE("one that leaves has lost nothing") {
    const int cuts = cut_everywhere([](const Training& training, reference::Training by_hand) {
        const bool applies = !by_hand.write_left && by_hand.compute == by_hand.safe;
        if (applies) {
            const Training leaving = training.stopping(Seconds{by_hand.elapsed});
            by_hand.leave();
            REQUIRE(same_to_the_end(leaving, by_hand));
        }
        return applies;
    });
    CHECK(cuts > 400);
}
