#include "sim/core/portable_math.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/core/random.hpp"

using namespace trainyard;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// How far `got` is from the exact value, in units of the last place of the nearest double.
double ulps_off(double got, long double exact) {
    const double nearest = std::abs(static_cast<double>(exact));
    const double unit = std::nextafter(nearest, infinity) - nearest;
    return static_cast<double>(std::abs(static_cast<long double>(got) - exact) /
                               static_cast<long double>(unit));
}

RandomStream points() { return RandomStream{{1, 1}, Purpose::work, 0, 0}; }

}  // namespace

TEST_CASE("portable_log is within 1 ulp of the exact logarithm") {
    RandomStream random = points();
    double worst = 0;
    for (int i = 0; i < 200'000; ++i) {
        // Any positive double, subnormal ones too; and the hard region around 1.
        const auto any = std::bit_cast<double>(random.bits() % 0x7ff0000000000000 | 1);
        const double near_1 = 0.5 + 1.5 * random.uniform();
        worst = std::max(worst, ulps_off(portable_log(any), std::log(static_cast<long double>(any))));
        worst = std::max(worst, ulps_off(portable_log(near_1), std::log(static_cast<long double>(near_1))));
    }
    CHECK(worst < 1);
}

TEST_CASE("portable_exp is within 1 ulp of the exact exponential") {
    RandomStream random = points();
    double worst = 0;
    for (int i = 0; i < 200'000; ++i) {
        const double wide = 1400 * random.uniform() - 700;
        const double near_0 = 2 * random.uniform() - 1;
        worst = std::max(worst, ulps_off(portable_exp(wide), std::exp(static_cast<long double>(wide))));
        worst = std::max(worst, ulps_off(portable_exp(near_0), std::exp(static_cast<long double>(near_0))));
    }
    CHECK(worst < 1);
}

TEST_CASE("portable_log and portable_exp at the ends of their range") {
    CHECK(portable_log(1) == 0);
    CHECK(portable_log(0) == -infinity);
    CHECK(portable_log(infinity) == infinity);
    CHECK(std::isnan(portable_log(-1)));
    CHECK(portable_log(std::numeric_limits<double>::denorm_min()) == Approx(-744.4400719213812));
    CHECK(portable_exp(0) == 1);
    CHECK(portable_exp(709.8) == infinity);
    CHECK(portable_exp(-745.2) == 0);
    CHECK(portable_exp(infinity) == infinity);
    CHECK(portable_exp(-infinity) == 0);
    CHECK(portable_exp(709.78) == Approx(std::exp(709.78)));
    CHECK(portable_exp(-745) == std::numeric_limits<double>::denorm_min());
    CHECK(std::isnan(portable_exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("portable_pow is the exponential of a multiple of the logarithm") {
    CHECK(portable_pow(2, 10) == Approx(1024).epsilon(1e-14));
    CHECK(portable_pow(0.25, -0.5) == Approx(2).epsilon(1e-14));
    CHECK(portable_pow(7, 0) == 1);
}

TEST_CASE("portable_log_gamma agrees with the C library in long double") {
    for (double x = 0.5; x < 300; x += 0.0625) {
        const long double exact = std::lgamma(static_cast<long double>(x));
        const double scale = std::max(1.0, std::abs(static_cast<double>(exact)));
        CHECK(std::abs(portable_log_gamma(x) - static_cast<double>(exact)) < 5e-15 * scale);
    }
}

TEST_CASE("normal_quantile gives the published quantiles") {
    // Wichura's own check values, and the textbook ones.
    CHECK(normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-15));
    CHECK(normal_quantile(0.001) == Approx(-3.090232306167813).epsilon(1e-15));
    CHECK(normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
    CHECK(normal_quantile(0.975) == Approx(1.9599639845400545).epsilon(2e-15));
    CHECK(normal_quantile(0.5) == 0);
}

TEST_CASE("normal_quantile inverts the normal distribution") {
    RandomStream random = points();
    for (int i = 0; i < 10'000; ++i) {
        const double p = random.uniform();
        const double x = normal_quantile(p);
        CHECK(std::erfc(-x / std::sqrt(2.0)) / 2 == Approx(p).epsilon(1e-13));
        CHECK(normal_quantile(1 - p) == Approx(-x).margin(1e-9));
    }
}
