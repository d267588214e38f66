#include "sim/strategy/dispatch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace trainyard;

namespace {

// Pools with so many free GPUs each; remembers who was started where.
class Hand : public Placer {
public:
    Hand(const Strategy& strategy, std::vector<int> free) : strategy_{strategy}, free_{std::move(free)} {}

    bool full(std::size_t entry) const override { return free_[pool(entry)] == 0; }
    bool place(const JobRequest& request, std::size_t entry) override {
        if (free_[pool(entry)] < request.gpus.count) {
            return false;
        }
        free_[pool(entry)] -= request.gpus.count;
        started += fmt::format("{}{}@{}", started.empty() ? "" : " ", request.job.value + 1, pool(entry) + 1);
        return true;
    }

    double expected_to_finish(const JobRequest& request, std::size_t entry) const override {
        return finish.at(pool(entry)) * request.gpus.count;
    }

    std::string started;         // "job@pool", both from 1
    std::vector<double> finish;  // what a GPU of a job is expected to cost or take, by pool

private:
    std::size_t pool(std::size_t entry) const { return strategy_.pools[entry].pool.value; }

    const Strategy& strategy_;
    std::vector<int> free_;
};

PoolUse entry(std::size_t pool, std::int64_t after = 0) {
    PoolUse use;
    use.pool = PoolIndex{pool - 1};
    use.after = Seconds{after};
    return use;
}

struct Waiting {
    int gpus = 1;
    std::uint32_t shape = 0;
    std::int64_t since = 1000;
    int priority = 0;
};

constexpr SimTime now = at_second(1000);

struct Case {
    std::vector<PoolUse> pools;
    std::vector<int> free;         // GPUs, by pool
    std::vector<Waiting> waiting;  // job 1, 2, …
    QueueDiscipline queue = QueueDiscipline::fifo;
    Admission admission = {{true, true, true, true}};
    PoolChoice choose = PoolChoice::in_order;
    std::vector<double> finish = {};  // what a GPU is expected to cost, by pool
};

JobRequest request_of(const Case& given, std::size_t i) {
    JobRequest request;
    request.job = JobIndex{i};
    request.gpus = request.least_gpus = Gpus{given.waiting[i].gpus};
    request.queued_since = at_second(given.waiting[i].since);
    request.priority = given.waiting[i].priority;
    return request;
}

// Who is started where, and how many go on waiting.
std::string decided(const Case& given) {
    Strategy strategy;
    strategy.pools = given.pools;
    strategy.queue = given.queue;
    WaitingQueue queue{given.queue};
    Admission admission;
    std::map<std::pair<std::uint32_t, int>, std::uint32_t> shapes;  // a shape has one number of GPUs
    for (std::size_t i = 0; i < given.waiting.size(); ++i) {
        JobRequest request = request_of(given, i);
        const auto [shape, made] = shapes.try_emplace({given.waiting[i].shape, given.waiting[i].gpus},
                                                      static_cast<std::uint32_t>(admission.size()));
        if (made) {
            admission.push_back(given.admission[given.waiting[i].shape]);
        }
        request.shape = shape->second;
        queue.push(request);
    }
    strategy.choose = given.choose;
    Hand hand{strategy, given.free};
    hand.finish = given.finish;
    decide(strategy, admission, queue, now, hand);
    return fmt::format("{}; {} wait", hand.started, queue.size());
}

// The same by asking every job in turn.
std::string decided_one_by_one(const Case& given) {
    Strategy strategy;
    strategy.pools = given.pools;
    std::vector<std::size_t> order(given.waiting.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&given](std::size_t a, std::size_t b) {
        return queue_key(given.queue, request_of(given, a)) < queue_key(given.queue, request_of(given, b));
    });
    Hand hand{strategy, given.free};
    std::set<PoolIndex> blocked;
    std::size_t waiting = 0;
    for (const std::size_t i : order) {
        const JobRequest request = request_of(given, i);
        std::vector<std::size_t> open;
        for (std::size_t j = 0; j < given.pools.size(); ++j) {
            if (given.admission[given.waiting[i].shape][j] && open_to(given.pools[j], request, now)) {
                open.push_back(j);
            }
        }
        const bool started = std::any_of(open.begin(), open.end(), [&](std::size_t j) {
            return !blocked.contains(given.pools[j].pool) && hand.place(request, j);
        });
        waiting += started ? 0 : 1;
        if (!started && blocks(given.queue)) {
            for (const std::size_t j : open) {
                blocked.insert(given.pools[j].pool);
            }
        }
    }
    return fmt::format("{}; {} wait", hand.started, waiting);
}

Case any_case(std::mt19937& luck) {
    const auto upto = [&luck](int most) {
        return static_cast<int>(luck() % static_cast<unsigned>(most + 1));
    };
    Case given;
    given.queue = std::array{QueueDiscipline::fifo, QueueDiscipline::first_fit,
                             QueueDiscipline::priority}[static_cast<std::size_t>(upto(2))];
    given.free = {upto(4), upto(4), upto(4)};
    for (int i = 0; i <= upto(3); ++i) {
        given.pools.push_back(entry(static_cast<std::size_t>(1 + upto(2)), 100 * upto(2)));
    }
    given.admission.clear();
    for (int shape = 0; shape < 3; ++shape) {
        given.admission.push_back({upto(3) > 0, upto(3) > 0, upto(3) > 0, upto(3) > 0});
    }
    for (int i = 0; i < 8; ++i) {
        given.waiting.push_back(
            {1 + upto(3), static_cast<std::uint32_t>(upto(2)), 1000 - 50 * upto(5), upto(3)});
    }
    return given;
}

}  // namespace

TEST_CASE("jobs start as if each had been asked in turn") {
    std::mt19937 luck{1};
    for (int i = 0; i < 5000; ++i) {
        const Case given = any_case(luck);
        REQUIRE(decided(given) == decided_one_by_one(given));
    }
}

TEST_CASE("a job blocks a pool without room for it although its like has just started elsewhere") {
    CHECK(decided({.pools = {entry(1), entry(2)}, .free = {2, 4}, .waiting = {{4}, {4}, {1}}}) ==
          "1@2; 2 wait");
}

TEST_CASE("each job starts in the first of its pools that has room") {
    CHECK(decided({.pools = {entry(1), entry(2)}, .free = {2, 8}, .waiting = {{1}, {1}, {1}}}) ==
          "1@1 2@1 3@2; 0 wait");
    CHECK(decided({.pools = {entry(2), entry(1)}, .free = {2, 8}, .waiting = {{1}, {8}, {1}}}) ==
          "1@2; 2 wait");
}

TEST_CASE("a job that must wait keeps later ones from the pools that could ever run it") {
    CHECK(decided({.pools = {entry(1)}, .free = {2}, .waiting = {{4}, {1}, {1}}}) == "; 3 wait");
    CHECK(decided({.pools = {entry(1), entry(2)}, .free = {2, 2}, .waiting = {{4}, {1}}}) == "; 2 wait");
}

TEST_CASE("it does not keep them from a pool that could never run it") {
    CHECK(decided({.pools = {entry(1), entry(2)},
                   .free = {2, 2},
                   .waiting = {{4, 0}, {1, 1}, {1, 1}, {1, 1}},
                   .admission = {{true, false}, {true, true}}}) == "2@2 3@2; 2 wait");
}

TEST_CASE("it does not keep them from a pool that is not open to it yet") {
    // Job 1 came back to the queue 100 s ago, job 2 has waited for 600 s: pool 2 opens after 300 s.
    CHECK(decided(
              {.pools = {entry(1), entry(2, 300)}, .free = {2, 4}, .waiting = {{4, 0, 900}, {1, 0, 400}}}) ==
          "2@2; 1 wait");
    CHECK(decided(
              {.pools = {entry(1), entry(2, 300)}, .free = {2, 3}, .waiting = {{4, 0, 600}, {1, 0, 400}}}) ==
          "; 2 wait");
}

TEST_CASE("a pool opens at the second at which `after` has passed") {
    const Case at{.pools = {entry(1, 300)}, .free = {1}, .waiting = {{1, 0, 700}}};
    CHECK(decided(at) == "1@1; 0 wait");
    const Case before{.pools = {entry(1, 300)}, .free = {1}, .waiting = {{1, 0, 701}}};
    CHECK(decided(before) == "; 1 wait");
}

TEST_CASE("first-fit lets later jobs pass one that must wait") {
    CHECK(decided({.pools = {entry(1)},
                   .free = {2},
                   .waiting = {{4}, {1}, {2}, {1}},
                   .queue = QueueDiscipline::first_fit}) == "2@1 4@1; 2 wait");
}

TEST_CASE("a job of high priority that must wait blocks the others") {
    CHECK(decided({.pools = {entry(1)},
                   .free = {2},
                   .waiting = {{1, 0, 1000, 0}, {1, 0, 1000, 5}, {2, 0, 1000, 3}},
                   .queue = QueueDiscipline::priority}) == "2@1; 2 wait");
}

TEST_CASE("a pool that is blocked is blocked in each of its entries") {
    // Entries 1 and 2 are one pool, for jobs of different shapes.
    CHECK(decided({.pools = {entry(1), entry(1)},
                   .free = {2},
                   .waiting = {{4, 0}, {1, 1}},
                   .admission = {{true, false}, {false, true}}}) == "; 2 wait");
}

TEST_CASE("a job in no position to start anywhere blocks nobody") {
    CHECK(decided({.pools = {entry(1, 500), entry(2)},
                   .free = {1, 1},
                   .waiting = {{1, 0, 1000}, {1, 1, 500}},
                   .admission = {{true, false}, {true, false}}}) == "2@1; 1 wait");
}

TEST_CASE("choose takes the least of the open pools with room, and blocks as ever") {
    Case given{
        .pools = {entry(1), entry(2), entry(3, 300)}, .free = {2, 1, 9}, .waiting = {{1}, {1}, {1}, {1}}};
    given.choose = PoolChoice::cheapest;
    given.finish = {3, 1, 0};  // pool 3 is not open yet
    CHECK(decided(given) == "1@2 2@1 3@1; 1 wait");
    given.finish = {1, 1, 0};  // the earlier in the list
    CHECK(decided(given) == "1@1 2@1 3@2; 1 wait");
    given.waiting = {{4}, {1}};
    CHECK(decided(given) == "; 2 wait");
}

TEST_CASE("an entry for warm machines alone keeps nobody back") {
    // Pool 1 has room for one; the gang of two blocks only what is open to it for launches.
    Case given{.pools = {entry(1), entry(1, 300)}, .free = {1}, .waiting = {{2}, {1}}};
    given.pools[0].opening = PoolUse::Opening::warm_only;
    CHECK(decided(given) == "2@1; 1 wait");
    given.waiting[0].since = 700;
    CHECK(decided(given) == "; 2 wait");
}

TEST_CASE("nobody waits, nothing happens") {
    CHECK(decided({.pools = {entry(1)}, .free = {1}, .waiting = {}}) == "; 0 wait");
}
