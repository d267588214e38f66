#include "tests/engine/list_scheduler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "sim/scenario/reader.hpp"
#include "tests/engine/fixture.hpp"

using namespace trainyard;
using list_scheduler::Order;

namespace {

constexpr QueueDiscipline discipline(Order order) {
    return order == Order::fifo        ? QueueDiscipline::fifo
           : order == Order::first_fit ? QueueDiscipline::first_fit
                                       : QueueDiscipline::priority;
}

// "job: start-end on rig", a line a job.
std::string by_list(const std::vector<fixture::JobToRun>& jobs, int rigs, int gpus_each, Order order) {
    std::vector<list_scheduler::Job> listed;
    for (const fixture::JobToRun& job : jobs) {
        list_scheduler::Job& one = listed.emplace_back();
        one.submit = job.submit;
        one.gpus = job.gpus;
        one.time = job.work_s;
        one.priority = job.priority;
    }
    schedule(listed, static_cast<std::size_t>(rigs), gpus_each, order);
    std::string text;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        text += fmt::format("{}: {}-{} on {}\n", i + 1, listed[i].start, listed[i].end, listed[i].rig + 1);
    }
    return text;
}

std::string told(const Trace& trace) {
    std::vector<std::string> lines(trace.jobs.size());
    for (const AttemptFact& attempt : trace.attempts) {
        const MachineFact& rig = trace.machines[trace.members[attempt.first_member].machine.value];
        lines[attempt.job.value] +=
            fmt::format("{}: {}-{} on {}\n", attempt.job.value + 1, second_of(attempt.allocated),
                        second_of(attempt.end), rig.number);
    }
    std::string text;
    for (const std::string& line : lines) {
        text += line;
    }
    return text;
}

std::string by_simulation(const std::vector<fixture::JobToRun>& jobs, int rigs, int gpus_each, Order order) {
    Scenario scenario = fixture::empty_scenario();
    scenario.pools.push_back(fixture::rig_pool("rigs", rigs, gpus_each));
    scenario.streams.push_back(fixture::replay(jobs));
    scenario.strategies.push_back(fixture::strategy_over(scenario, discipline(order)));
    return fixture::simulated(scenario, 0, {}, told);
}

std::vector<fixture::JobToRun> random_jobs(std::mt19937& luck, int count, int widest, int longest) {
    const auto between = [&luck](int low, int high) {
        return std::uniform_int_distribution{low, high}(luck);
    };
    // About as much as the rigs can carry; short gaps make many ties.
    std::vector<fixture::JobToRun> jobs;
    std::int64_t now = 0;
    for (int i = 0; i < count; ++i) {
        now += between(0, 2) * between(0, longest / 3 + 1);
        jobs.push_back({now, between(1, between(1, widest)), between(1, longest), between(0, 2)});
    }
    return jobs;
}

constexpr const char* philly = "../shared/data/jobs/philly/philly_jobs_vc_103959.csv";

// The file, read without the program's reader: `2017-09-21 17:00:12,976570.0,1,976570.0,103959`.
std::vector<fixture::JobToRun> philly_jobs() {
    std::ifstream in{philly};
    std::string line;
    std::getline(in, line);
    std::vector<fixture::JobToRun> jobs;
    while (std::getline(in, line)) {
        std::istringstream row{line};
        std::tm when{};
        double time_s = 0;
        fixture::JobToRun& job = jobs.emplace_back();
        char comma = 0;
        row >> std::get_time(&when, "%Y-%m-%d %H:%M:%S") >> comma >> time_s >> comma >> job.gpus;
        job.submit = timegm(&when);
        job.work_s = static_cast<std::int64_t>(time_s);
    }
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const auto& a, const auto& b) { return a.submit < b.submit; });
    const std::int64_t first = jobs.empty() ? 0 : jobs.front().submit;
    for (fixture::JobToRun& job : jobs) {
        job.submit -= first;
    }
    return jobs;
}

}  // namespace

TEST_CASE("every start and end of small workloads is the list scheduler's") {
    std::mt19937 luck{2026};
    for (int i = 0; i < 240; ++i) {
        const int rigs = std::uniform_int_distribution{1, 5}(luck);
        const int gpus_each = std::uniform_int_distribution{1, 8}(luck);
        const auto jobs = random_jobs(luck, std::uniform_int_distribution{1, 60}(luck), gpus_each, 12);
        const Order order =
            std::vector{Order::fifo, Order::first_fit, Order::priority}[static_cast<std::size_t>(i % 3)];
        CAPTURE(i, rigs, gpus_each);
        REQUIRE(by_simulation(jobs, rigs, gpus_each, order) == by_list(jobs, rigs, gpus_each, order));
    }
}

TEST_CASE("every start and end of large workloads is the list scheduler's") {
    std::mt19937 luck{77};
    for (const Order order : {Order::fifo, Order::first_fit, Order::priority}) {
        const auto jobs = random_jobs(luck, 3000, 8, 5000);
        REQUIRE(by_simulation(jobs, 8, 8, order) == by_list(jobs, 8, 8, order));
    }
}

TEST_CASE("every start and end of a real trace is the list scheduler's") {
    if (!std::filesystem::exists(philly)) {
        WARN("skipped: " << philly << " is not here");
        return;
    }
    const auto jobs = philly_jobs();
    REQUIRE(jobs.size() == 1934);
    REQUIRE(std::all_of(jobs.begin(), jobs.end(), [](const auto& job) { return job.gpus <= 8; }));
    const Loaded loaded = load_scenario("tests/engine/philly.yaml");
    REQUIRE(loaded.errors.empty());
    CHECK(fixture::simulated(*loaded.scenario, 0, {}, told) == by_list(jobs, 8, 8, Order::fifo));
    CHECK(fixture::simulated(*loaded.scenario, 1, {}, told) == by_list(jobs, 8, 8, Order::first_fit));
}
