// A million draws of each distribution against its distribution function, and neighbouring streams against
// each other. Draw n is the first of stream n, as the simulator takes them.
#include <fmt/format.h>

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "sim/model/distribution.hpp"
#include "tests/validation/goodness.hpp"
#include "tests/validation/page.hpp"

using namespace trainyard;
using namespace trainyard::theory;

namespace {

constexpr std::size_t draws = 1'000'000;

// Where a value lies in its distribution, as a number on (0, 1). Where single values have a probability,
// `u` says where within it: the randomised probability integral transform.
using Position = std::function<double(double value, double u)>;

Position continuous(const std::function<double(double)>& cumulative) {
    return [cumulative](double value, double) { return cumulative(value); };
}

struct Sampled {
    std::string name;
    Distribution distribution;
    Position position;
};

Position of_steps(const std::vector<WeightedValue>& steps) {  // ascending, weights add up to 1
    return [steps](double value, double u) {
        double below = 0;
        for (const WeightedValue& step : steps) {
            if (value == step.value) {
                return below + u * step.weight;
            }
            below += step.weight;
        }
        return 0.0;  // no value of the distribution: both statistics see it
    };
}

double lognormal(double x, double mean, double cv) {
    const double variance = std::log(1 + cv * cv);
    return std::erfc((std::log(mean / x) - variance / 2) / std::sqrt(2 * variance)) / 2;
}

double weibull(double x, double shape, double mean) {
    return -std::expm1(-std::pow(x * std::tgamma(1 + 1 / shape) / mean, shape));
}

double gamma(double x, double mean, double cv) {
    return boost::math::gamma_p(1 / (cv * cv), x / (mean * cv * cv));
}

double triangular(double x, double low, double mode, double high) {
    return x < mode ? (x - low) * (x - low) / ((high - low) * (mode - low))
                    : 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

std::vector<Sampled> distributions() {
    const std::vector<WeightedValue> choice{{0.1, 1}, {0.3, 2}, {0.55, 5}, {0.05, 40}};
    const std::vector<double> file{3, 1, 4, 1, 5, 9, 2, 6};
    const std::vector<WeightedValue> steps{{0.25, 1},  {0.125, 2}, {0.125, 3}, {0.125, 4},
                                           {0.125, 5}, {0.125, 6}, {0.125, 9}};
    return {
        {"`{uniform: [8, 20]}`", Uniform{8, 20}, continuous([](double x) { return (x - 8) / 12; })},
        {"`{exponential: 300}`", Exponential{300},
         continuous([](double x) { return -std::expm1(-x / 300); })},
        {"`{lognormal: {mean: 24, cv: 1.5}}`", Lognormal{24, 1.5},
         continuous([](double x) { return lognormal(x, 24, 1.5); })},
        {"`{weibull: {shape: 0.7, mean: 10}}`", Weibull{0.7, 10},
         continuous([](double x) { return weibull(x, 0.7, 10); })},
        {"`{weibull: {shape: 3, mean: 10}}`", Weibull{3, 10},
         continuous([](double x) { return weibull(x, 3, 10); })},
        {"`{gamma: {mean: 5, cv: 0.5}}`", Gamma{5, 0.5},
         continuous([](double x) { return gamma(x, 5, 0.5); })},
        {"`{gamma: {mean: 5, cv: 2}}`", Gamma{5, 2}, continuous([](double x) { return gamma(x, 5, 2); })},
        {"`{triangular: [2, 3, 10]}`", Triangular{2, 3, 10},
         continuous([](double x) { return triangular(x, 2, 3, 10); })},
        {"`{choice: …}` of 4 values", Choice{{{2, 1}, {6, 2}, {11, 5}, {1, 40}}}, of_steps(choice)},
        {"`{empirical: …}` of 8 rows", Empirical{std::make_shared<const std::vector<double>>(file)},
         of_steps(steps)},
    };
}

std::vector<double> positions(const Sampled& sampled) {
    const RunSeed run{20260105, 1};
    const std::uint64_t name = hash_name(sampled.name);
    std::vector<double> all(draws);
    for (std::size_t n = 0; n < draws; ++n) {
        RandomStream luck{run, Purpose::work, name, n}, within{run, Purpose::resample, name, n};
        all[n] = sampled.position(sample(sampled.distribution, luck), within.uniform());
    }
    return all;
}

// The statistic beyond which the chance is that of a z beyond its bound.
double bound_of(double (*chance)(double)) {
    double low = 0, high = 100;
    while (high - low > 1e-9) {
        const double middle = (low + high) / 2;
        (chance(middle) > chance_beyond_z_bound ? low : high) = middle;
    }
    return low;
}

Case below(const std::string& model, const std::string& what, const std::string& source, double statistic,
           double bound) {
    return {model,
            what,
            source,
            fmt::format("below {:.2f}", bound),
            fmt::format("{:.2f}", statistic),
            "10⁶ draws",
            "–",
            chance_beyond_z_bound,
            statistic < bound};
}

using Numbering = std::function<RandomStream(std::size_t)>;

std::vector<double> first_numbers(const Numbering& stream) {
    std::vector<double> all(draws);
    for (std::size_t n = 0; n < draws; ++n) {
        all[n] = stream(n).uniform();
    }
    return all;
}

std::vector<double> second_numbers(const Numbering& stream) {
    std::vector<double> all(draws);
    for (std::size_t n = 0; n < draws; ++n) {
        RandomStream luck = stream(n);
        luck.uniform();
        all[n] = luck.uniform();
    }
    return all;
}

// Pairs fall into each of 100 x 100 squares alike.
double square_of_pairs(const std::vector<double>& a, const std::vector<double>& b) {
    constexpr std::size_t side = 100;
    std::vector<double> counts(side * side);
    for (std::size_t n = 0; n < a.size(); ++n) {
        counts[static_cast<std::size_t>(a[n] * side) * side + static_cast<std::size_t>(b[n] * side)] += 1;
    }
    return pearson(counts, std::vector<double>(side * side, static_cast<double>(a.size()) / (side * side)));
}

std::vector<Case> independence(const std::string& what, const std::vector<double>& a,
                               const std::vector<double>& b) {
    const double z = correlation(a, b) * std::sqrt(static_cast<double>(draws));
    const double square = square_of_pairs(a, b);
    const double chance = chance_of_larger_square(square, 9999);
    return {
        {what, "correlation · √n", "r = 0, Pearson", "0 ± 1", fmt::format("{:.2f}", z), "10⁶ pairs",
         fmt::format("{:+.2f}", z), chance_beyond_z_bound, std::abs(z) < z_bound},
        {what, "χ² of 100 × 100 squares", "Pearson", "9999 ± 141", fmt::format("{:.0f}", square), "10⁶ pairs",
         fmt::format("p {:.2f}", chance), chance_beyond_z_bound, chance > chance_beyond_z_bound}};
}

}  // namespace

TEST_CASE("a million draws follow their distribution function", "[.validate]") {
    // The published 1 % points: Kolmogorov's limit, and table 2 of Stephens (1974).
    CHECK(chance_of_larger_distance(1.628) == Approx(0.01).epsilon(0.01));
    CHECK(chance_of_larger_area(3.857) == Approx(0.01).epsilon(0.06));
    const double distance_bound = bound_of(chance_of_larger_distance);
    const double area_bound = bound_of(chance_of_larger_area);
    std::vector<Case> cases;
    for (const Sampled& sampled : distributions()) {
        const std::vector<double> u = positions(sampled);
        cases.push_back(
            below(sampled.name, "√n D", "Kolmogorov–Smirnov", kolmogorov_smirnov(u), distance_bound));
        cases.push_back(below(sampled.name, "A²", "Anderson–Darling", anderson_darling(u), area_bound));
    }
    tell("sampling", cases);
}

TEST_CASE("neighbouring streams are independent", "[.validate]") {
    const std::uint64_t name = hash_name("sampling");
    const auto keyed = [](RunSeed run, Purpose purpose, std::uint64_t entity, std::size_t number) {
        return RandomStream{run, purpose, entity, number};
    };
    const Numbering plain = [&](std::size_t n) { return keyed({1, 1}, Purpose::work, name, n); };
    const std::vector<double> numbers = first_numbers(plain);
    std::vector<Case> cases;
    const auto compare = [&](const std::string& what, const std::vector<double>& other) {
        const std::vector<Case> both = independence(what, numbers, other);
        cases.insert(cases.end(), both.begin(), both.end());
    };
    compare("entity n and n + 1", first_numbers([&](std::size_t n) { return plain(n + 1); }));
    compare("replication 1 and 2", first_numbers([&](std::size_t n) {
                return keyed({1, 2}, Purpose::work, name, n);
            }));
    compare("seed 1 and 2", first_numbers([&](std::size_t n) {
                return keyed({2, 1}, Purpose::work, name, n);
            }));
    compare("`work` and the next purpose", first_numbers([&](std::size_t n) {
                return keyed({1, 1}, Purpose::checkpoint_size, name, n);
            }));
    compare("names of one letter's difference", first_numbers([&](std::size_t n) {
                return keyed({1, 1}, Purpose::work, hash_name("samplinh"), n);
            }));
    compare("first and second number of a stream", second_numbers(plain));
    tell("streams", cases);
}
