// What a market does over time, and that what runs on it follows it: by hand, by closed form, and on the
// traces that people published.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <sstream>

#include "sim/engine/market_course.hpp"
#include "sim/ledger/outcome.hpp"
#include "sim/scenario/spot_series.hpp"
#include "tests/engine/fixture.hpp"

using namespace trainyard;

namespace {

constexpr RunSeed seed{11, 3};

Series series_of(std::vector<SeriesStep> steps, std::int64_t length, bool repeat = false) {
    Series made;
    made.steps = std::make_shared<const std::vector<SeriesStep>>(std::move(steps));
    made.length = Seconds{length};
    made.repeat = repeat;
    return made;
}

// Jobs without end that want an instance each, on a spot pool with these terms.
Scenario wanting(int jobs, const RentedTerms& terms, std::int64_t horizon) {
    Scenario scenario = fixture::empty_scenario();
    scenario.horizon = Seconds{horizon};
    scenario.after_horizon = AfterHorizon::cut;
    scenario.pools.push_back(fixture::rented_pool("spot", Market::spot));
    const Price price = scenario.pools[0].rented()->price;
    scenario.pools[0].terms = terms;
    std::get<RentedTerms>(scenario.pools[0].terms).price = price;
    std::get<RentedTerms>(scenario.pools[0].terms).market = Market::spot;
    std::get<RentedTerms>(scenario.pools[0].terms).billing.minimum = Seconds{0};
    scenario.streams.push_back(fixture::replay(
        std::vector<fixture::JobToRun>(static_cast<std::size_t>(jobs), {0, 1, 1'000'000'000})));
    scenario.strategies.push_back(fixture::strategy_over(scenario, QueueDiscipline::fifo));
    return scenario;
}

// Launches and ends of instances: "time launch|lost|back, …" in order of launch.
std::string lives(const Trace& trace) {
    std::string text;
    for (const MachineFact& machine : trace.machines) {
        text += fmt::format("{} {} {}\n", second_of(machine.launched),
                            second_of(machine.released.value_or(trace.end)), machine.lost ? 1 : 0);
    }
    return text;
}

struct Life {
    std::int64_t launched = 0, released = 0;
    int lost = 0;
};

std::vector<Life> lives_on(const Scenario& scenario, RunSeed run = seed) {
    std::istringstream told{fixture::simulated(scenario, 0, run, lives)};
    std::vector<Life> all;
    for (Life life; told >> life.launched >> life.released >> life.lost;) {
        all.push_back(life);
    }
    return all;
}

}  // namespace

TEST_CASE("a pool that comes and goes is up the share of time that renewal theory says") {
    RentedTerms terms;
    terms.availability = UpAndDown{Exponential{9000}, Gamma{3000, 0.5}};
    CapacityCourse course{terms, 1, seed};
    std::int64_t up_s = 0, phases = 0;
    SimTime reached{};
    while (phases < 20'000) {
        CHECK(course.most() == (phases % 2 == 0 ? std::nullopt : std::optional{0}));
        up_s += course.most() ? 0 : (course.next() - reached).count();
        reached = course.next();
        course.advance();
        ++phases;
    }
    // up / (up + down); the standard error of 10,000 rounds is about 0.25 %.
    CHECK(static_cast<double>(up_s) / static_cast<double>(second_of(reached)) == Approx(0.75).epsilon(0.01));
}

TEST_CASE("capacity is the least of what is there and what can be paid") {
    RentedTerms terms;
    terms.availability = series_of({{Seconds{0}, 3}, {Seconds{50}, 1}}, 100);
    terms.changing_price = ChangingPrice{.nano_usd = series_of({{Seconds{0}, 1}}, 100)};
    terms.changing_price->affordable = series_of({{Seconds{0}, 1}, {Seconds{20}, 0}, {Seconds{50}, 1}}, 100);
    CapacityCourse course{terms, 1, seed};
    CHECK(course.most() == 3);
    CHECK(course.next() == at_second(20));
    course.advance();
    CHECK(course.most() == 0);
    CHECK(course.next() == at_second(50));
    course.advance();
    CHECK(course.most() == 1);
    CHECK(course.next() == SimTime::max());
}

TEST_CASE("shocks come at their rate and take their share") {
    const std::optional<Shocks> shocks{Shocks{1.0 / 3600, 0.3, Constant{60}}};
    ShockCourse course{shocks, 1, seed};
    int taken = 0;
    for (int n = 1; n <= 10'000; ++n, course.advance()) {
        CHECK(course.next().number == static_cast<std::uint64_t>(n));
        CHECK(course.next().drought == Seconds{60});
        taken += takes(course.next(), *shocks, 1, seed, 5) ? 1 : 0;
    }
    CHECK(static_cast<double>(second_of(course.next().at)) == Approx(10'000 * 3600.0).epsilon(0.05));
    CHECK(taken == Approx(3000).margin(250));
    CHECK(ShockCourse({}, 1, seed).next().at == SimTime::max());
}

TEST_CASE("a shock takes some of what runs at one second, and none is launched for the drought") {
    RentedTerms terms;
    terms.shocks = Shocks{1.0 / 36'000, 0.5, Constant{1800}};
    const std::vector<Life> all = lives_on(wanting(40, terms, 20 * 86400));
    std::map<std::int64_t, int> lost, launched;
    for (const Life& life : all) {
        lost[life.released] += life.lost;
        ++launched[life.launched];
    }
    int shocks = 0, taken = 0;
    for (const auto& [second, count] : lost) {
        if (count == 0) {
            continue;
        }
        ++shocks;
        taken += count;
        // Two shocks may come within one drought; else all that was lost comes back at its end, at once.
        const auto next = launched.upper_bound(second);
        if (next != launched.end()) {
            CHECK(next->first >= second + 1800);
        }
    }
    CHECK(shocks > 25);
    CHECK(static_cast<double>(taken) / shocks == Approx(20).margin(2.5));
}

TEST_CASE("launches are refused with their probability, and asked for again after the retry") {
    RentedTerms terms;
    terms.interruptions = InstanceLife{Constant{1000}};
    terms.start_failure = StartFailure{0.25, Constant{300}};
    const std::vector<Life> all = lives_on(wanting(1, terms, 2'000'000));
    std::int64_t refused = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::int64_t waited = all[i].launched - all[i - 1].released;
        CHECK(waited % 300 == 0);
        refused += waited / 300;
    }
    // A geometric number of refusals a launch: p / (1 - p).
    CHECK(static_cast<double>(refused) / static_cast<double>(all.size()) == Approx(1.0 / 3).margin(0.05));
}

TEST_CASE("a gang starts whole or not at all") {
    RentedTerms terms;
    terms.interruptions = InstanceLife{Constant{1000}};
    terms.start_failure = StartFailure{0.5, Constant{10}};
    Scenario scenario = wanting(1, terms, 400'000);
    scenario.streams[0] = fixture::replay({{0, 3, 1'000'000'000}});
    scenario.strategies[0] = fixture::strategy_over(scenario, QueueDiscipline::fifo);
    std::map<std::int64_t, int> launched;
    for (const Life& life : lives_on(scenario)) {
        ++launched[life.launched];
    }
    CHECK(launched.size() > 300);
    for (const auto& [second, machines] : launched) {
        CHECK(machines == 3);
    }
}

TEST_CASE("two strategies see the same market") {
    RentedTerms terms;
    terms.availability = UpAndDown{Exponential{9000}, Exponential{3000}};
    terms.shocks = Shocks{1.0 / 7200, 0.5, Exponential{600}};
    Scenario scenario = wanting(4, terms, 10 * 86400);
    scenario.strategies.push_back(scenario.strategies[0]);
    scenario.strategies[1].idle_timeout = Seconds{3600};
    scenario.strategies[1].queue = QueueDiscipline::sjf;
    CHECK(fixture::simulated(scenario, 0, seed, lives) == fixture::simulated(scenario, 1, seed, lives));
    CHECK(fixture::simulated(scenario, 0, seed, lives) != fixture::simulated(scenario, 0, {11, 4}, lives));
}

// Gangs, boots, idle time, notices and lives of machines all at once, on a market that changes every few
// minutes: never do more run than there can be, whoever is warned is gone in time, and who goes without a
// warning, or before what it was warned of, came too late to be told.
TEST_CASE("whatever happens, a market has its way") {
    constexpr std::int64_t notice = 90;
    constexpr std::int64_t horizon = 200'000;
    RandomStream random{seed, Purpose::resample, 1, 1};
    std::vector<SeriesStep> steps;
    for (std::int64_t at = 0; at < horizon; at += 1 + static_cast<std::int64_t>(random.uniform() * 600)) {
        steps.push_back({Seconds{at}, static_cast<std::int64_t>(random.uniform() * 9)});
    }
    RentedTerms terms;
    terms.availability = series_of(steps, horizon);
    terms.interruptions = InterruptionRate{1.0 / 5000};
    terms.boot_s = Uniform{0, 200};
    terms.notice = Seconds{notice};
    Scenario scenario = wanting(1, terms, horizon);
    std::vector<fixture::JobToRun> jobs;
    for (int i = 0; i < 12; ++i) {
        jobs.push_back({i * 1000, 1 + i % 3, 50'000});
    }
    scenario.streams[0] = fixture::replay(jobs);
    Checkpoint checkpoint;
    checkpoint.write_s = Constant{20};
    checkpoint.restore_s = Constant{30};
    checkpoint.every_s = Constant{700};
    scenario.streams[0].kinds[0].checkpoint = checkpoint;
    scenario.strategies[0] = fixture::strategy_over(scenario, QueueDiscipline::first_fit);
    scenario.strategies[0].idle_timeout = Seconds{100};
    const std::string told = fixture::simulated(scenario, 0, seed, [&](const Trace& trace) {
        const Outcome outcome = fold(scenario, scenario.strategies[0], trace);  // its checks too
        std::map<std::int64_t, int> running;
        int unwarned = 0, warned = 0;
        std::string wrong;
        for (const MachineFact& machine : trace.machines) {
            const SimTime end = machine.released.value_or(trace.end);
            running[second_of(machine.launched)] += 1;
            running[second_of(end)] -= 1;
            warned += machine.notice ? 1 : 0;
            const bool late = end - machine.launched <= Seconds{notice};
            if (machine.notice && (end - *machine.notice > Seconds{notice} ||
                                   (machine.lost && end - *machine.notice != Seconds{notice} && !late))) {
                wrong += fmt::format("gone {} after a notice at {}\n", (end - *machine.notice).count(),
                                     second_of(*machine.notice));
            }
            if (machine.lost && !machine.notice) {
                ++unwarned;
                if (!late) {
                    wrong += fmt::format("lost without a notice at {}\n", second_of(end));
                }
            }
        }
        int now = 0;
        for (const auto& [second, change] : running) {
            now += change;
            const SeriesWalk walk{std::get<Series>(scenario.pools[0].rented()->availability), Seconds{0},
                                  at_second(second)};
            if (now > walk.value()) {
                wrong += fmt::format("{} run at {}, there are {}\n", now, second, walk.value());
            }
        }
        return wrong + fmt::format("{} {} {}", warned > 300, unwarned > 30, outcome.jobs.size());
    });
    CHECK(told == "true true 12");
}

// With as many jobs as there can be instances, what runs is what is available, second by second: so as
// many are lost as the series loses, and as many GPU-seconds are paid for as it has.
TEST_CASE("on real traces losses and availability agree with the series") {
    const std::string folder = "../shared/data/spot/";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: the spot traces are not beside the project");
        return;
    }
    const auto [file, format] = GENERATE_COPY(
        std::pair{"skypilot_spot_traces/availability/1-node/aws-02-15-2023/us-east-1f_v100_1.json",
                  SpotFormat::skypilot},
        std::pair{"skypilot_spot_traces/availability/16-node/aws-08-27-2023/us-west-2c_v100_1.json",
                  SpotFormat::skypilot},
        std::pair{"skypilot_spot_traces/preemption/4-node/aws-08-03-2023/us-east-1f_v100_1.json",
                  SpotFormat::skypilot});
    const SpotFile trace = read_spot_file(folder + file, format);
    REQUIRE(trace.errors.empty());
    const SpotSeries& spot = trace.series.at(0);
    std::vector<SeriesStep> steps;
    std::int64_t had_s = 0, lost = 0;
    for (std::size_t i = 0; i < spot.steps.size(); ++i) {
        const std::int64_t now = *spot.steps[i].available;
        const double until_s = i + 1 < spot.steps.size() ? spot.steps[i + 1].at_s : spot.end_s;
        had_s += now * static_cast<std::int64_t>(until_s - spot.steps[i].at_s);
        lost += i > 0 ? std::max<std::int64_t>(*spot.steps[i - 1].available - now, 0) : 0;
        steps.push_back({Seconds{static_cast<std::int64_t>(spot.steps[i].at_s)}, now});
    }
    RentedTerms terms;
    terms.availability = series_of(steps, static_cast<std::int64_t>(spot.end_s));
    std::int64_t ran_s = 0, taken = 0;
    for (const Life& life : lives_on(wanting(16, terms, static_cast<std::int64_t>(spot.end_s)))) {
        ran_s += life.released - life.launched;
        taken += life.lost;
    }
    INFO(file);
    CHECK(lost > 0);
    CHECK(taken == lost);
    CHECK(ran_s == had_s);
}
