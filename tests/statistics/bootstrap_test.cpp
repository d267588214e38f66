#include "analysis/statistics/bootstrap.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace trainyard;

namespace {

// B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", table 14.1: spatial test A of 26
// neurologically impaired children. The figure is the variance over n, 171.5.
const std::vector<double> spatial_test{48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
                                       0,  33, 28, 34, 4,  32, 24, 47, 41, 24, 26, 30, 41};

double plug_in_variance(const std::vector<double>& values, std::span<const std::size_t> drawn) {
    double sum = 0;
    double squares = 0;
    for (const std::size_t i : drawn) {
        sum += values[i];
        squares += values[i] * values[i];
    }
    const auto n = static_cast<double>(drawn.size());
    return squares / n - (sum / n) * (sum / n);
}

const Statistic variance = [](std::span<const std::size_t> drawn) {
    return std::optional{plug_in_variance(spatial_test, drawn)};
};

const BootstrapOptions ninety_percent{.seed = 1, .samples = 20000, .confidence = 0.9};

}  // namespace

TEST_CASE("Efron and Tibshirani's spatial test data: the percentile interval") {
    // Table 14.2: (100.8, 233.9), from 2000 samples: the limits are good to a few units.
    const auto interval = percentile_interval(spatial_test.size(), variance, ninety_percent);
    REQUIRE(interval);
    CHECK(interval->low == Approx(100.8).margin(3));
    CHECK(interval->high == Approx(233.9).margin(3));
}

TEST_CASE("Efron and Tibshirani's spatial test data: the BCa interval") {
    // Table 14.2: (115.8, 259.6).
    const auto interval = bca_interval(spatial_test.size(), variance, ninety_percent);
    REQUIRE(interval);
    CHECK(interval->low == Approx(115.8).margin(3));
    CHECK(interval->high == Approx(259.6).margin(6));
}

TEST_CASE("Efron and Tibshirani's spatial test data: the acceleration is 0.061") {
    std::vector<double> leaving_one_out;
    for (std::size_t out = 0; out < spatial_test.size(); ++out) {
        std::vector<std::size_t> rest;
        for (std::size_t i = 0; i < spatial_test.size(); ++i) {
            if (i != out) {
                rest.push_back(i);
            }
        }
        leaving_one_out.push_back(plug_in_variance(spatial_test, rest));
    }
    CHECK(acceleration(leaving_one_out) == Approx(0.061).margin(0.0005));
    CHECK(acceleration({2, 2, 2}) == 0);
}

TEST_CASE("the k-th sample of a seed is always the same") {
    CHECK(resample(20, 1, 7) == resample(20, 1, 7));
    CHECK(resample(20, 1, 7) != resample(20, 1, 8));
    CHECK(resample(20, 1, 7) != resample(20, 2, 7));
    std::set<std::size_t> seen;
    for (std::size_t k = 0; k < 50; ++k) {
        for (const std::size_t one : resample(20, 1, k)) {
            REQUIRE(one < 20);
            seen.insert(one);
        }
    }
    CHECK(seen.size() == 20);
    CHECK(resample(0, 1, 0).empty());
}

TEST_CASE("a figure that hardly any sample has gets no interval") {
    const Statistic never = [](std::span<const std::size_t>) { return std::optional<double>{}; };
    const Statistic constant = [](std::span<const std::size_t>) { return std::optional{3.0}; };
    CHECK_FALSE(percentile_interval(10, never));
    CHECK_FALSE(bca_interval(10, never));
    CHECK_FALSE(percentile_interval(1, constant));
    CHECK_FALSE(bca_interval(0, constant));
    const auto certain = percentile_interval(5, constant);
    REQUIRE(certain);
    CHECK(certain->low == 3);
    CHECK(certain->high == 3);
    CHECK(bca_interval(5, constant)->high == 3);
}
