// Each check finds the contradiction that is planted in an otherwise right run.
#include "analysis/verify/exact_checks.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "tests/engine/fixture.hpp"

using namespace trainyard;

namespace {

// Three jobs on a rig of one GPU and on a rented pool of at most one machine.
Scenario scenario() {
    Scenario made = fixture::empty_scenario();
    made.horizon = std::chrono::hours{1};
    made.pools.push_back(fixture::rig_pool("rig", 1, 1));
    made.pools.push_back(fixture::rented_pool("cloud", Market::on_demand));
    std::get<RentedTerms>(made.pools[1].terms).max_instances = 1;
    made.streams.push_back(fixture::replay({{0, 1, 100}, {10, 1, 200}, {20, 1, 300}, {30, 1, 50}}));
    made.strategies.push_back(fixture::strategy_over(made, QueueDiscipline::fifo));
    return made;
}

// What the checks say of a run that somebody has changed, a line a check that finds something.
std::string found(const std::function<void(Trace&, Outcome&)>& change) {
    const Scenario made = scenario();
    return fixture::simulated(made, 0, {}, [&](const Trace& trace) {
        Outcome outcome = fold(made, made.strategies[0], trace);
        Trace changed = trace;
        change(changed, outcome);
        std::string text;
        for (const ExactCheck& check : exact_checks()) {
            const std::string contradiction =
                check.contradiction({made, made.strategies[0], changed, outcome});
            text += contradiction.empty() ? "" : std::string{check.what} + ": " + contradiction + "\n";
        }
        return text;
    });
}

void set(Outcome& outcome, const std::string& name, double value) {
    for (Metric& metric : outcome.metrics) {
        if (metric.name == name) {
            metric.value = value;
        }
    }
}

}  // namespace

TEST_CASE("a run as it is holds") {
    CHECK(found([](Trace&, Outcome&) {}).empty());
}

TEST_CASE("a lost job is found") {
    CHECK(found([](Trace&, Outcome& outcome) { set(outcome, "jobs_finished", 3); }) ==
          "no job is lost: 4 were submitted, 3 finished, 0 failed, 0 are unfinished\n");
}

TEST_CASE("a GPU with two jobs is found") {
    const std::string text = found([](Trace& trace, Outcome&) {
        trace.members[0].held_until = at_second(5000);  // while others are on the rig
    });
    CHECK(text == "no GPU has two jobs at once: rig 1 at second 100\n");
}

TEST_CASE("a machine beyond the quota is found") {
    const std::string text = found([](Trace& trace, Outcome&) {
        MachineFact more = trace.machines.back();
        more.number += 1;
        more.ready = more.launched;
        more.released = more.launched;
        trace.machines.back().released = more.launched + Seconds{10};
        more.released = more.launched + Seconds{10};
        trace.machines.push_back(more);
    });
    CHECK(text.find("no pool has more machines than it may: cloud at second ") != std::string::npos);
}

TEST_CASE("a second that a job lacks is found, and a wait that is not its own") {
    const std::string text =
        found([](Trace&, Outcome& outcome) { outcome.jobs[2].seconds[0] += Seconds{1}; });
    CHECK(text == "the seconds of every job add up to its turnaround: job 3\n");
    CHECK(found([](Trace&, Outcome& outcome) {
              set(outcome, "queue_time_mean_s", 1);
          }).starts_with("jobs waiting x time = sum of their waits (Little): "));
}

TEST_CASE("GPU-seconds that are paid for and in no state are found") {
    CHECK(found([](Trace&, Outcome& outcome) {
              set(outcome, "idle_gpu_h", 0);
          }).starts_with("every GPU-second that is paid for is in one state: "));
}

TEST_CASE("a ledger line that is missing is found, to the micro-dollar") {
    CHECK(found([](Trace&, Outcome& outcome) {
              outcome.lines.front().amount += Money::micro_usd(1);
          }).starts_with("the ledger's lines add up to each category and to the total: "));
    CHECK(found([](Trace&, Outcome& outcome) {
              for (Metric& metric : outcome.metrics) {
                  if (metric.name == "useful_usd") {
                      *metric.value += 1e-6;
                  }
              }
          }).starts_with("useful, idle, overhead and rework add up to the total: its parts come to "));
}
