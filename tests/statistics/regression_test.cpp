#include "analysis/statistics/regression.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/statistics/summary.hpp"

using namespace trainyard;

namespace {

// NIST Statistical Reference Datasets, Longley (linear regression, higher level of difficulty):
// employment, and the six series that are to explain it; coefficients and R^2 as certified there.
const Sample employed{60323., 61122., 60171., 61187., 63221., 63639., 64989., 63761.,
                      66019., 67857., 68169., 66513., 68655., 69564., 69331., 70551.};
const std::vector<std::vector<double>> series{
    {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
    {234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
     502601, 518173, 554894},
    {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
    {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
    {107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
     125368, 127852, 130081},
    {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}};
const std::vector<double> certified{15.0618722713733,  -0.358191792925910e-01, -2.02022980381683,
                                    -1.03322686717359, -0.511041056535807e-01, 1829.15146461355};

double deviation(const std::vector<double>& values) {
    return *summarize(Sample(values.begin(), values.end())).sd;
}

}  // namespace

TEST_CASE("Longley's data, as certified by NIST") {
    const auto result = standardized_regression(series, employed);
    REQUIRE(result);
    CHECK(result->points == 16);
    CHECK(result->r_squared == Approx(0.995479004577296).epsilon(1e-9));
    for (std::size_t i = 0; i < series.size(); ++i) {
        INFO("series " << i);
        const double expected = certified[i] * deviation(series[i]) / *summarize(employed).sd;
        REQUIRE(result->coefficients[i]);
        CHECK(*result->coefficients[i] == Approx(expected).epsilon(1e-7));
    }
}

TEST_CASE("independent factors share out the variance") {
    // A full factorial design in two factors: y = 3 a + 4 b, so 9 and 16 parts of 25.
    const auto result = standardized_regression({{-1, -1, 1, 1}, {-1, 1, -1, 1}}, {-7.0, 1.0, -1.0, 7.0});
    REQUIRE(result);
    CHECK(*result->coefficients[0] == Approx(0.6));
    CHECK(*result->coefficients[1] == Approx(0.8));
    CHECK(result->r_squared == Approx(1));
}

TEST_CASE("factors that do not vary, or that others determine, have no coefficient") {
    const std::vector<double> a{1, 2, 3, 4, 6};
    const std::vector<double> constant{5, 5, 5, 5, 5};
    const std::vector<double> twice_a{2, 4, 6, 8, 12};
    const auto result = standardized_regression({a, constant, twice_a}, {10.0, 21.0, 29.0, 41.0, 60.0});
    REQUIRE(result);
    CHECK(*result->coefficients[0] > 0.99);
    CHECK_FALSE(result->coefficients[1]);
    CHECK_FALSE(result->coefficients[2]);
}

TEST_CASE("points without a figure are left out") {
    const auto result = standardized_regression({{1, 2, 3, 4}}, {2.0, std::nullopt, 6.0, 8.0});
    REQUIRE(result);
    CHECK(result->points == 3);
    CHECK(*result->coefficients[0] == Approx(1));
}

TEST_CASE("too few points, nothing that varies, or a figure that does not: no regression") {
    CHECK_FALSE(standardized_regression({{1, 2}}, {1.0, 3.0}));
    CHECK_FALSE(standardized_regression({{1, 2, 3}, {2, 1, 7}}, {1.0, 3.0, 4.0}));
    CHECK_FALSE(standardized_regression({{1, 1, 1}}, {1.0, 3.0, 4.0}));
    CHECK_FALSE(standardized_regression({{1, 2, 3}}, {4.0, 4.0, 4.0}));
    CHECK_FALSE(standardized_regression({}, {1.0, 2.0, 3.0}));
    CHECK_FALSE(standardized_regression({{1, 2}}, {std::nullopt, std::nullopt}));
}
