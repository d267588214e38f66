// A job's seconds, and the metrics over jobs.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "sim/ledger/percentile.hpp"
#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

// Queued 0-10; first attempt 10-130: boot 20, compute 100 of which 40 are lost; queued 130-150; second
// attempt 150-250: restore 5, setup 0, load 15, compute 70, write 10. Ends at 250.
Facts interrupted_once() {
    Facts facts{1000};
    const auto job = facts.job(0);
    const auto a = facts.machine(cloud, 10, 30, 130);
    const auto b = facts.machine(cloud, 150, 150, 250);
    facts.attempt(job, cloud, 10, {.boot = 20, .legs = {compute(100)}, .rework = 40}, AttemptEnd::interrupted,
                  {{a, 1}});
    facts.attempt(job, cloud, 150, {.restore = 5, .load = 15, .legs = {rounds(35, 5, 2)}},
                  AttemptEnd::finished, {{b, 1}});
    facts.finish(job);
    return facts;
}

// One job of the given end (none: open), submitted at 0 with a deadline at 100, in a window of 200 s.
double misses(std::optional<std::int64_t> end, AttemptEnd how, std::int64_t deadline = 100) {
    Facts facts{200};
    const auto job = facts.job(0);
    facts.trace.jobs[job].deadline = at_second(deadline);
    if (end) {
        const auto machine = facts.machine(cloud, 0, 0, *end);
        facts.attempt(job, cloud, 0, {.legs = {compute(*end)}}, how, {{machine, 1}});
        facts.finish(job);
    }
    return value(fold_all(fleet(), facts), "deadline_misses");
}

}  // namespace

TEST_CASE("the seconds of a job from submission to end, by what they were spent on") {
    const Outcome outcome = fold_all(fleet(), interrupted_once());
    const JobRow& row = outcome.jobs.at(0);

    CHECK(seconds(outcome, 0, JobState::queued) == 30);
    CHECK(seconds(outcome, 0, JobState::boot) == 20);
    CHECK(seconds(outcome, 0, JobState::setup) == 0);
    CHECK(seconds(outcome, 0, JobState::restore) == 5);
    CHECK(seconds(outcome, 0, JobState::load) == 15);
    CHECK(seconds(outcome, 0, JobState::compute) == 130);
    CHECK(seconds(outcome, 0, JobState::rework) == 40);
    CHECK(seconds(outcome, 0, JobState::checkpoint) == 10);
    CHECK(row.first_start == at_second(10));
    CHECK(row.attempts == 2);
    CHECK(row.interruptions == 1);
    CHECK(row.pools == std::vector{PoolIndex{cloud}});
    CHECK(row.cost == Money::micro_usd(220'000));
    CHECK(value(outcome, "queue_time_mean_s") == 30);
    CHECK(value(outcome, "first_wait_mean_s") == 10);
    CHECK(value(outcome, "turnaround_mean_s") == 250);
    CHECK(value(outcome, "interruptions") == 1);
    CHECK(value(outcome, "attempts") == 2);
    CHECK(value(outcome, "rework_usd") == 0.04);
    CHECK(value(outcome, "finished_work_gpu_h") == 1);
    CHECK(value(outcome, "usd_per_finished_gpu_h") == 0.22);
    CHECK(value(outcome, "accounted_s") == 1000);
}

TEST_CASE("pools stand in the order of their first use") {
    Facts facts{1000};
    const auto job = facts.job(0);
    const auto cold = facts.machine(cloud, 0, 0, 10);
    const auto owned = facts.machine(rig, 0, 0);
    const auto again = facts.machine(cloud, 20, 20, 30);
    facts.attempt(job, cloud, 0, {.legs = {compute(10)}}, AttemptEnd::failed, {{cold, 1}});
    facts.attempt(job, rig, 10, {.legs = {compute(10)}}, AttemptEnd::failed, {{owned, 1}});
    facts.attempt(job, cloud, 20, {.legs = {compute(10)}}, AttemptEnd::finished, {{again, 1}});
    facts.finish(job);
    const Outcome outcome = fold_all(fleet(), facts);

    CHECK(outcome.jobs.at(0).pools == std::vector{PoolIndex{cloud}, PoolIndex{rig}});
    CHECK(outcome.jobs.at(0).interruptions == 0);
}

TEST_CASE("what has not happened by T counts as happening at T, and a warning names the jobs") {
    Facts facts{1000};
    for (int i = 0; i < 12; ++i) {
        facts.job(400);
    }
    const Outcome outcome = fold_all(fleet(), facts);

    CHECK(seconds(outcome, 0, JobState::queued) == 600);
    CHECK_FALSE(outcome.jobs.at(0).first_start.has_value());
    CHECK(value(outcome, "first_wait_max_s") == 600);
    CHECK(value(outcome, "turnaround_max_s") == 600);
    CHECK(is_null(outcome, "usd_per_finished_gpu_h"));
    REQUIRE(outcome.warnings.size() == 1);
    CHECK(outcome.warnings[0] ==
          "12 jobs were still open at the end of the window, second 1000, and count as unfinished: "
          "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
}

TEST_CASE("a job that ends at its deadline has met it") {
    CHECK(misses(100, AttemptEnd::finished) == 0);
    CHECK(misses(101, AttemptEnd::finished) == 1);
}

TEST_CASE("an open job has missed a deadline at or before T, a failed one any deadline") {
    CHECK(misses(std::nullopt, AttemptEnd::open, 200) == 1);
    CHECK(misses(std::nullopt, AttemptEnd::open, 201) == 0);
    CHECK(misses(50, AttemptEnd::failed) == 1);
}

TEST_CASE("percentiles interpolate between order statistics, R's type 7") {
    // R: quantile(c(10, 20, 30, 50), c(.5, .9, .95, .99)) is 25.0 44.0 47.0 49.4
    const TimeSummary four = summarize({Seconds{50}, Seconds{10}, Seconds{30}, Seconds{20}});
    CHECK(four.p50 == 25.0);
    CHECK(*four.p90 == Approx(44.0));
    CHECK(*four.p95 == Approx(47.0));
    CHECK(*four.p99 == Approx(49.4));
    CHECK(four.max == 50.0);
    CHECK(summarize({Seconds{7}}).p95 == 7.0);
    CHECK_FALSE(summarize({}).p50.has_value());
}

TEST_CASE("percentiles of any number of times in any order are those of the sorted times") {
    std::mt19937 luck{1};
    for (std::size_t size = 1; size <= 210; ++size) {
        std::vector<Seconds> times(size);
        for (Seconds& time : times) {
            time = Seconds{luck() % 50};
        }
        const TimeSummary summary = summarize(times);
        std::sort(times.begin(), times.end());
        const auto between = [&](int percent) {
            const auto place = static_cast<double>((size - 1) * static_cast<std::size_t>(percent)) / 100;
            const auto below = static_cast<std::size_t>(place);
            const std::size_t above = std::min(below + 1, size - 1);
            return static_cast<double>(times[below].count()) +
                   (place - static_cast<double>(below)) *
                       static_cast<double>((times[above] - times[below]).count());
        };
        CHECK(*summary.p50 == Approx(between(50)));
        CHECK(*summary.p90 == Approx(between(90)));
        CHECK(*summary.p95 == Approx(between(95)));
        CHECK(*summary.p99 == Approx(between(99)));
        CHECK(*summary.max == Approx(between(100)));
    }
}

TEST_CASE("a run without jobs has no times, and says so with null") {
    const Outcome outcome = fold_all(fleet(), Facts{1000});

    CHECK(is_null(outcome, "queue_time_mean_s"));
    CHECK(is_null(outcome, "turnaround_p95_s"));
    CHECK(is_null(outcome, "waiting_cost_usd"));
    CHECK(value(outcome, "jobs_submitted") == 0);
    CHECK(value(outcome, "total_cost_usd") == 0);
    CHECK(outcome.warnings.empty());
}

TEST_CASE("teams have their own jobs, costs and times") {
    Scenario scenario = fleet();
    scenario.streams[1].waiting_cost = Price{36'000'000'000, 3600};  // 0.01 USD a second
    Facts facts = interrupted_once();
    const auto job = facts.job(900);
    facts.trace.jobs[job].stream = StreamIndex{1};
    facts.trace.jobs[job].team = 1;
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(value(outcome, "team.nlp.jobs_finished") == 1);
    CHECK(value(outcome, "team.nlp.total_cost_usd") == 0.22);
    CHECK(value(outcome, "team.nlp.queue_time_mean_s") == 30);
    CHECK(value(outcome, "team.nlp.interruptions") == 1);
    CHECK(is_null(outcome, "team.nlp.waiting_cost_usd"));
    CHECK(value(outcome, "team.vision.jobs_unfinished") == 1);
    CHECK(value(outcome, "team.vision.queue_time_mean_s") == 100);
    CHECK(value(outcome, "team.vision.waiting_cost_usd") == 1);
    CHECK(value(outcome, "waiting_cost_usd") == 1);
}

TEST_CASE("a stream's cost is that of its jobs, and machines without a job are in none") {
    Scenario scenario = fleet();
    scenario.streams.push_back(scenario.streams[0]);
    scenario.streams[2].name = "quiet";
    Facts facts = interrupted_once();
    const auto job = facts.job(900);
    facts.trace.jobs[job].stream = StreamIndex{1};
    facts.machine(rig, 0, 0);  // stands idle
    const Outcome outcome = fold_all(scenario, facts);

    CHECK(value(outcome, "stream.nlp.total_cost_usd") == 0.22);
    CHECK(value(outcome, "stream.vision.total_cost_usd") == 0);
    CHECK(value(outcome, "stream.quiet.total_cost_usd") == 0);
    CHECK(value(outcome, "total_cost_usd") > 0.22);
}

TEST_CASE("a pool's metrics are those of its own machines, and unused pools have theirs") {
    Facts facts = interrupted_once();
    facts.trace.machines[0].reclaimed = true;
    const Outcome outcome = fold_all(fleet(), facts);

    CHECK(value(outcome, "pool.cloud.total_cost_usd") == 0.22);
    CHECK(value(outcome, "pool.cloud.rework_gpu_h") == Approx(40 / 3600.0));
    CHECK(value(outcome, "pool.cloud.launches") == 2);
    CHECK(value(outcome, "pool.cloud.reclaims") == 1);
    CHECK(value(outcome, "pool.cloud.interruptions") == 1);
    CHECK(value(outcome, "pool.spot.attempts") == 0);
    CHECK(is_null(outcome, "pool.spot.utilization"));
}

TEST_CASE("the digest changes with any figure of a row or total, and with nothing else") {
    const Facts facts = interrupted_once();
    const std::string digest = fold_all(fleet(), facts).digest;
    CHECK(digest.size() == 16);
    CHECK(fold_all(fleet(), facts).digest == digest);

    Facts reclaimed = facts;
    reclaimed.trace.machines[0].reclaimed = true;  // in no row and no total
    CHECK(fold_all(fleet(), reclaimed).digest == digest);

    Facts earlier = facts;
    earlier.trace.attempts[0].rework = Seconds{39};
    CHECK(fold_all(fleet(), earlier).digest != digest);

    Scenario dearer = fleet();
    rented(dearer, cloud).price.nano_usd += 1'000'000;
    CHECK(fold_all(dearer, facts).digest != digest);

    Scenario renamed = fleet();
    renamed.streams[0].name = "other";
    CHECK(fold_all(renamed, facts).digest != digest);
}
