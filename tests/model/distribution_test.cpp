#include "sim/model/distribution.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>

using namespace trainyard;

namespace {

constexpr std::size_t draws = 100'000;

std::vector<double> sorted_sample(const Distribution& distribution) {
    RandomStream random{{7, 1}, Purpose::work, hash_name("sample"), 1};
    std::vector<double> values(draws);
    std::generate(values.begin(), values.end(), [&] { return sample(distribution, random); });
    std::sort(values.begin(), values.end());
    return values;
}

// Kolmogorov and Smirnov's statistic times the root of the sample's size; above 1.95 in one sample
// of a thousand.
double distance(const std::vector<double>& sorted, const std::function<double(double)>& cumulative) {
    double largest = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double expected = cumulative(sorted[i]);
        largest = std::max(largest, std::abs(expected - static_cast<double>(i) / static_cast<double>(draws)));
        largest =
            std::max(largest, std::abs(expected - static_cast<double>(i + 1) / static_cast<double>(draws)));
    }
    return largest * std::sqrt(static_cast<double>(draws));
}

double average(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

// The draws follow the distribution function, and their average is the mean within 4 standard errors.
void check(const Distribution& distribution, double expected_mean, double deviation,
           const std::function<double(double)>& cumulative) {
    const std::vector<double> values = sorted_sample(distribution);
    CHECK(distance(values, cumulative) < 1.95);
    CHECK(mean(distribution) == Approx(expected_mean).epsilon(1e-12));
    const double error = deviation / std::sqrt(static_cast<double>(draws));
    CHECK(std::abs(average(values) - expected_mean) < 4 * error);
}

void check_gamma(double mean_value, double cv) {
    const double shape = 1 / (cv * cv);
    check(Gamma{mean_value, cv}, mean_value, mean_value * cv,
          [=](double x) { return boost::math::gamma_p(shape, x * shape / mean_value); });
}

}  // namespace

TEST_CASE("a constant is itself and takes no number from the stream") {
    RandomStream random{{1, 1}, Purpose::work, 0, 0}, untouched = random;
    CHECK(sample(Constant{12.5}, random) == 12.5);
    CHECK(mean(Constant{12.5}) == 12.5);
    CHECK(random.bits() == untouched.bits());
}

TEST_CASE("uniform draws follow their distribution") {
    check(Uniform{8, 20}, 14, 12 / std::sqrt(12.0), [](double x) { return (x - 8) / 12; });
}

TEST_CASE("exponential draws follow their distribution") {
    check(Exponential{300}, 300, 300, [](double x) { return 1 - std::exp(-x / 300); });
}

TEST_CASE("lognormal draws follow their distribution") {
    const double cv = 1.5;
    const double sigma = std::sqrt(std::log(1 + cv * cv));
    const double mu = std::log(40.0) - sigma * sigma / 2;
    check(Lognormal{40, cv}, 40, 40 * cv,
          [=](double x) { return std::erfc(-(std::log(x) - mu) / sigma / std::sqrt(2.0)) / 2; });
}

TEST_CASE("Weibull draws follow their distribution, for falling and rising hazards") {
    for (const double shape : {0.6, 1.0, 3.0}) {
        const double scale = 50 / std::tgamma(1 + 1 / shape);
        const double square = scale * scale * std::tgamma(1 + 2 / shape);
        check(Weibull{shape, 50}, 50, std::sqrt(square - 50 * 50),
              [=](double x) { return 1 - std::exp(-std::pow(x / scale, shape)); });
    }
}

TEST_CASE("a Weibull distribution of a tiny shape does not overflow") {
    RandomStream random{{1, 1}, Purpose::work, 0, 0};
    const double value = sample(Weibull{0.004, 1}, random);
    CHECK((std::isfinite(value) && value >= 0));
}

TEST_CASE("gamma draws follow their distribution, for shapes above, at and below 1") {
    check_gamma(10, 0.5);
    check_gamma(10, 1);
    check_gamma(10, 2);
    check_gamma(3600, 0.01);
}

TEST_CASE("a gamma distribution without variation is its mean") {
    RandomStream random{{1, 1}, Purpose::work, 0, 0};
    CHECK(sample(Gamma{10, 0}, random) == 10);
}

TEST_CASE("a lognormal distribution without variation is its mean") {
    RandomStream random{{1, 1}, Purpose::work, 0, 0};
    CHECK(sample(Lognormal{10, 0}, random) == 10);
}

TEST_CASE("triangular draws follow their distribution") {
    const double variance = (1.0 + 9 + 64 - 3 - 8 - 24) / 18;
    check(Triangular{1, 3, 8}, 4, std::sqrt(variance),
          [](double x) { return x < 3 ? (x - 1) * (x - 1) / 14 : 1 - (8 - x) * (8 - x) / 35; });
}

TEST_CASE("a triangle may have its mode at an end, or no width") {
    check(Triangular{0, 0, 3}, 1, std::sqrt(0.5), [](double x) { return 1 - (3 - x) * (3 - x) / 9; });
    check(Triangular{0, 3, 3}, 2, std::sqrt(0.5), [](double x) { return x * x / 9; });
    RandomStream random{{1, 1}, Purpose::work, 0, 0};
    CHECK(sample(Triangular{5, 5, 5}, random) == 5);
}

TEST_CASE("a choice draws its values by weight") {
    const Choice choice{{{1, 10}, {2, 20}, {5, 40}}};
    CHECK(mean(choice) == Approx(31.25));
    std::map<double, int> counts;
    for (const double value : sorted_sample(choice)) {
        ++counts[value];
    }
    REQUIRE(counts.size() == 3);
    CHECK(counts[10] == Approx(12'500).margin(4 * std::sqrt(100'000 * 0.125 * 0.875)));
    CHECK(counts[20] == Approx(25'000).margin(4 * std::sqrt(100'000 * 0.25 * 0.75)));
}

TEST_CASE("an empirical distribution draws its values equally often") {
    const Empirical empirical{std::make_shared<const std::vector<double>>(std::vector<double>{1, 2, 2, 7})};
    CHECK(mean(empirical) == 3);
    std::map<double, int> counts;
    for (const double value : sorted_sample(empirical)) {
        ++counts[value];
    }
    REQUIRE(counts.size() == 3);
    CHECK(counts[1] == Approx(25'000).margin(4 * std::sqrt(100'000 * 0.25 * 0.75)));
    CHECK(counts[2] == Approx(50'000).margin(4 * std::sqrt(100'000 * 0.25)));
}

TEST_CASE("a scaled distribution draws scaled values from the same numbers") {
    const auto values = std::make_shared<const std::vector<double>>(std::vector<double>{3, 5, 8});
    const std::vector<Distribution> all{
        Constant{3},   Uniform{1, 4},       Exponential{5},           Lognormal{6, 2},  Weibull{0.7, 3},
        Gamma{4, 1.5}, Triangular{1, 2, 9}, Choice{{{1, 2}, {3, 4}}}, Empirical{values}};
    for (const Distribution& distribution : all) {
        const Distribution larger = scaled(distribution, 3600);
        RandomStream one{{1, 1}, Purpose::work, 0, 5}, same = one;
        CHECK(mean(larger) == Approx(3600 * mean(distribution)).epsilon(1e-12));
        for (int i = 0; i < 20; ++i) {
            CHECK(sample(larger, one) == Approx(3600 * sample(distribution, same)).epsilon(1e-12));
        }
    }
}

// A draw that differs in its last bit on another processor would change every result.
TEST_CASE("draws are the same to the last bit everywhere") {
    const auto second_draw = [](const Distribution& distribution) {
        RandomStream random{{1, 1}, Purpose::work, hash_name("golden"), 1};
        sample(distribution, random);
        return sample(distribution, random);
    };
    CHECK(second_draw(Uniform{1, 4}) == 0x1.7f1f31f31b10ap+1);
    CHECK(second_draw(Exponential{5}) == 0x1.05b261b419afcp+1);
    CHECK(second_draw(Lognormal{6, 2}) == 0x1.263d206f627f2p+2);
    CHECK(second_draw(Weibull{0.7, 3}) == 0x1.5235ec6e883b8p-1);
    CHECK(second_draw(Gamma{4, 0.5}) == 0x1.9a512302a8244p+2);
    CHECK(second_draw(Gamma{4, 1.5}) == 0x1.263180a4d0b5dp-5);
    CHECK(second_draw(Triangular{1, 2, 9}) == 0x1.2a8aa0ab10273p+2);
}
