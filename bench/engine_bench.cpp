// The engine's parts that run once an attempt or more often.
#include <benchmark/benchmark.h>

#include <deque>
#include <simgrid/s4u.hpp>

#include "sim/core/random.hpp"
#include "sim/engine/agenda.hpp"
#include "sim/fleet/training.hpp"
#include "sim/ledger/percentile.hpp"
#include "sim/strategy/dispatch.hpp"

namespace trainyard {
namespace {

simgrid::s4u::Engine& engine() {
    static std::string program = "engine_bench";
    static char* arguments[] = {program.data(), nullptr};
    static int count = 1;
    static simgrid::s4u::Engine only{&count, arguments};
    return only;
}

// An alarm is set and called off while so many others are set.
void an_alarm_that_is_called_off(benchmark::State& state) {
    Agenda agenda{engine()};
    std::deque<Alarm> others(static_cast<std::size_t>(state.range(0)));
    RandomStream random({1, 1}, Purpose::life, 0, 0);
    const auto any_time = [&random] { return at_second(static_cast<std::int64_t>(random.uniform() * 1e6)); };
    for (Alarm& other : others) {
        agenda.set(other, any_time(), {DueClass::loss, 0});
    }
    Alarm alarm;
    for (auto _ : state) {
        agenda.set(alarm, any_time(), {DueClass::phase_end, 1});
        agenda.cancel(alarm);
    }
    agenda.clear();
}
BENCHMARK(an_alarm_that_is_called_off)->Arg(128)->Arg(20'000);

// One pool in which one job after another finds room.
class OneAtATime : public Placer {
public:
    bool full(std::size_t) const override { return !free; }
    bool place(const JobRequest& request, std::size_t) override {
        placed = request;
        free = false;
        return true;
    }
    bool free = true;
    JobRequest placed;
};

// A job starts and comes back to the end of a queue of so many.
void a_decision(benchmark::State& state) {
    Strategy strategy;
    strategy.pools.resize(1);
    const Admission admission{{true}};
    WaitingQueue queue{QueueDiscipline::fifo, false};
    std::uint32_t number = 0;
    JobRequest request;
    request.gpus = Gpus{1};
    const auto submit = [&] {
        request.job = JobIndex{number++};
        queue.push(request);
    };
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        submit();
    }
    OneAtATime pool;
    for (auto _ : state) {
        submit();
        pool.free = true;
        decide(strategy, admission, queue, SimTime{}, pool);
    }
    benchmark::DoNotOptimize(pool.placed);
}
BENCHMARK(a_decision)->Arg(0)->Arg(1000)->Arg(100'000);

// Where a training of 100 checkpoints stands when it is cut.
void a_training_that_is_cut(benchmark::State& state) {
    const Training training{Seconds{180'000}, {Seconds{1800}, Seconds{60}, false}};
    std::int64_t second = 0;
    for (auto _ : state) {
        second = (second + 7919) % 180'000;
        benchmark::DoNotOptimize(training.done(Seconds{second}));
        benchmark::DoNotOptimize(training.at(Seconds{second}));
    }
}
BENCHMARK(a_training_that_is_cut);

void percentiles_of(benchmark::State& state) {
    std::vector<Seconds> times(static_cast<std::size_t>(state.range(0)));
    RandomStream random({1, 1}, Purpose::life, 0, 0);
    for (Seconds& time : times) {
        time = Seconds{static_cast<std::int64_t>(random.uniform() * 1e6)};
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(summarize(times));
    }
}
BENCHMARK(percentiles_of)->Arg(20'000)->Arg(1'000'000);

}  // namespace
}  // namespace trainyard
