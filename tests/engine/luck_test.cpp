// Who sees which luck: the same run the same, other strategies the same jobs and the same lives.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>

#include "sim/ledger/outcome.hpp"
#include "tests/engine/fixture.hpp"

using namespace trainyard;

namespace {

Stream busy_stream() {
    Stream stream;
    stream.name = stream.team = "busy";
    JobSpec& spec = stream.kinds.emplace_back();
    spec.kind = "busy";
    spec.work_gpu_s = Lognormal{6 * 3600, 1};
    spec.load_s = Uniform{30, 300};
    spec.failure = Failure{0.1, 3, false};
    Checkpoint checkpoint;
    checkpoint.size_bytes = Uniform{1e9, 2e11};
    checkpoint.every_s = Constant{1800};
    spec.checkpoint = checkpoint;
    stream.arrivals = PoissonArrivals{4.0 / 86400, office_hours_profile(), Constant{1}};
    return stream;
}

// One strategy prefers spot, the other the rigs; the second keeps instances warm.
Scenario two_ways() {
    Scenario scenario = fixture::empty_scenario();
    scenario.horizon = std::chrono::days{60};
    scenario.pools.push_back(fixture::rig_pool("rigs", 1, 1));
    scenario.pools.push_back(fixture::rented_pool("spot", Market::spot));
    RentedTerms& spot = std::get<RentedTerms>(scenario.pools.back().terms);
    spot.interruptions = InterruptionRate{0.2 / 3600};
    spot.boot_s = Uniform{60, 600};
    spot.notice = Seconds{120};
    scenario.streams.push_back(busy_stream());
    scenario.strategies.push_back(fixture::strategy_over(scenario, QueueDiscipline::fifo));
    scenario.strategies.push_back(scenario.strategies.front());
    Strategy& other = scenario.strategies.back();
    std::swap(other.pools[0], other.pools[1]);
    other.queue = QueueDiscipline::sjf;
    return scenario;
}

std::string jobs(const Trace& trace) {
    std::string text;
    for (const JobFact& job : trace.jobs) {
        text += fmt::format("{} {} {}\n", second_of(job.submit), job.gpus.count, job.work_gpu_s);
    }
    return text;
}

// Of the n-th launch: its boot, and its life if it was seen to its notice. A line a launch.
std::string launches(const Trace& trace) {
    std::string text;
    for (const MachineFact& machine : trace.machines) {
        if (machine.pool == PoolIndex{std::size_t{1}}) {
            text += fmt::format("{} {} {}\n", machine.number, (machine.ready - machine.launched).count(),
                                machine.notice ? (*machine.notice - machine.launched).count() : -1);
        }
    }
    return text;
}

// Of the n-th failure of each rig: how long it was up before, and down then. A line a failure.
std::string failures(const Trace& trace) {
    std::string text;
    std::map<MachineIndex, SimTime> up_since;
    for (const DownFact& down : trace.downs) {
        text += fmt::format("{} {} {}\n", down.machine.value, (down.from - up_since[down.machine]).count(),
                            (down.until - down.from).count());
        up_since[down.machine] = down.until;
    }
    return text;
}

struct Launch {
    long boot = 0, life = -1;
};

std::map<long, Launch> by_number(const std::string& text) {
    std::map<long, Launch> launches;
    std::istringstream in{text};
    for (long number = 0; in >> number;) {
        in >> launches[number].boot >> launches[number].life;
    }
    return launches;
}

std::string digest(const Scenario& scenario, std::size_t strategy, RunSeed seed) {
    return fixture::simulated(scenario, strategy, seed, [&](const Trace& trace) {
        return fold(scenario, scenario.strategies[strategy], trace).digest;
    });
}

}  // namespace

TEST_CASE("the same run in two processes has the same digest") {
    const Scenario scenario = two_ways();
    const std::string first = digest(scenario, 0, {1, 1});
    CHECK(first.size() == 16);
    CHECK(digest(scenario, 0, {1, 1}) == first);
    CHECK(digest(scenario, 1, {1, 1}) != first);
    CHECK(digest(scenario, 0, {1, 2}) != first);
    CHECK(digest(scenario, 0, {2, 1}) != first);
}

TEST_CASE("strategies of one replication see the same jobs") {
    const Scenario scenario = two_ways();
    const std::string seen = fixture::simulated(scenario, 0, {1, 3}, jobs);
    CHECK(std::count(seen.begin(), seen.end(), '\n') > 150);
    CHECK(fixture::simulated(scenario, 1, {1, 3}, jobs) == seen);
    CHECK(fixture::simulated(scenario, 0, {1, 4}, jobs) != seen);
}

TEST_CASE("a stream's luck does not depend on the streams beside it") {
    const Scenario alone = two_ways();
    Scenario crowded = alone;
    crowded.streams.push_back(fixture::replay({{100, 1, 3600}}));
    crowded.strategies = {fixture::strategy_over(crowded, QueueDiscipline::fifo)};
    const auto busy_jobs = [](const Trace& trace) {
        Trace busy = trace;
        std::erase_if(busy.jobs, [](const JobFact& job) { return job.stream.value != 0; });
        return jobs(busy);
    };
    CHECK(fixture::simulated(crowded, 0, {1, 1}, busy_jobs) == fixture::simulated(alone, 0, {1, 1}, jobs));
}

TEST_CASE("strategies of one replication see the same boot and life of the n-th launch") {
    const Scenario scenario = two_ways();
    const auto one = by_number(fixture::simulated(scenario, 0, {1, 1}, launches));
    const auto other = by_number(fixture::simulated(scenario, 1, {1, 1}, launches));
    int lives = 0;
    for (const auto& [number, launch] : one) {
        const auto twin = other.find(number);
        if (twin == other.end()) {
            continue;
        }
        CHECK(twin->second.boot == launch.boot);
        if (launch.life >= 0 && twin->second.life >= 0) {
            CHECK(twin->second.life == launch.life);
            ++lives;
        }
    }
    CHECK(lives > 20);
}

TEST_CASE("strategies of one replication see the same failures of rigs, busy or not") {
    Scenario scenario = two_ways();
    RigTerms& rigs = std::get<RigTerms>(scenario.pools[0].terms);
    rigs.count = 3;
    rigs.failures = RigFailures{Exponential{200 * 3600}, Uniform{3600, 5 * 86400}, Money::usd(100), 0, {}};
    const auto of_two_rigs = [](const Trace& trace) {
        Trace seen = trace;
        std::erase_if(seen.downs, [](const DownFact& down) {
            return down.until > SimTime{std::chrono::days{60}} || down.machine.value > 1;
        });
        return failures(seen);
    };
    const std::string seen = fixture::simulated(scenario, 0, {1, 1}, of_two_rigs);
    CHECK(std::count(seen.begin(), seen.end(), '\n') > 6);
    CHECK(fixture::simulated(scenario, 1, {1, 1}, of_two_rigs) == seen);
    CHECK(fixture::simulated(scenario, 0, {1, 2}, of_two_rigs) != seen);
    scenario.strategies[0].pools[0].count = 2;  // each rig has its own luck
    CHECK(fixture::simulated(scenario, 0, {1, 1}, of_two_rigs) == seen);
}
