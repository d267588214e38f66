// What luck costs: a stream is made for every random quantity of every job, so making one and
// taking its first draw is what counts, beside the price of each distribution.
#include <benchmark/benchmark.h>

#include "sim/core/random.hpp"
#include "sim/model/distribution.hpp"

namespace trainyard {
namespace {

void first_draw_of_a_stream(benchmark::State& state) {
    const std::uint64_t entity = hash_name("support-bot");
    std::uint64_t number = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(RandomStream({1, 1}, Purpose::work, entity, ++number).uniform());
    }
}
BENCHMARK(first_draw_of_a_stream);

void next_draw_of_a_stream(benchmark::State& state) {
    RandomStream random({1, 1}, Purpose::arrival, hash_name("support-bot"), 1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(random.uniform());
    }
}
BENCHMARK(next_draw_of_a_stream);

void sample_of(benchmark::State& state, const Distribution& distribution) {
    RandomStream random({1, 1}, Purpose::work, hash_name("support-bot"), 1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(sample(distribution, random));
    }
}
BENCHMARK_CAPTURE(sample_of, uniform, Uniform{1, 2});
BENCHMARK_CAPTURE(sample_of, exponential, Exponential{1});
BENCHMARK_CAPTURE(sample_of, lognormal, Lognormal{1, 0.5});
BENCHMARK_CAPTURE(sample_of, weibull, Weibull{0.7, 1});
BENCHMARK_CAPTURE(sample_of, gamma, Gamma{1, 0.5});
BENCHMARK_CAPTURE(sample_of, choice, Choice{{{1, 1}, {2, 2}, {3, 3}}});

}  // namespace
}  // namespace trainyard
