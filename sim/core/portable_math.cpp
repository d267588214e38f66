// Logarithm and exponential follow fdlibm 5.3 (e_log.c, e_exp.c; copyright (C) 1993 by Sun
// Microsystems, Inc., which permits use with this notice kept).
#include "sim/core/portable_math.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace trainyard {
namespace {

constexpr double ln2_high = 6.93147180369123816490e-01;  // its low 32 bits are 0
constexpr double ln2_low = 1.90821492927058770002e-10;

// 2^exponent for a normal result.
double power_of_two(std::int64_t exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

// Horner's rule, the coefficient of the highest power first.
template <std::size_t n>
double polynomial(const std::array<double, n>& coefficients, double x) {
    double value = 0;
    for (const double coefficient : coefficients) {
        value = value * x + coefficient;
    }
    return value;
}

// x = 2^exponent x (1 + fraction) with 1 + fraction in [sqrt(1/2), sqrt(2)).
struct Reduced {
    double exponent;
    double fraction;
};

Reduced reduce(double x) {
    std::int64_t exponent = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1.0p54;
        exponent = -54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    exponent += static_cast<std::int64_t>(bits >> 52) - 1023;
    double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
    if (mantissa >= 1.41421356237309504880) {
        mantissa *= 0.5;
        ++exponent;
    }
    return {static_cast<double>(exponent), mantissa - 1.0};
}

}  // namespace

double portable_log(double x) {
    if (!(x > 0)) {
        return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
    }
    if (x == std::numeric_limits<double>::infinity()) {
        return x;
    }
    // log(1 + f) = f - (f^2/2 - s (f^2/2 + R(s^2))) with s = f / (2 + f), R a minimax polynomial.
    constexpr std::array<double, 7> remez{1.479819860511658591e-01, 1.531383769920937332e-01,
                                          1.818357216161805012e-01, 2.222219843214978396e-01,
                                          2.857142874366239149e-01, 3.999999999940941908e-01,
                                          6.666666666666735130e-01};
    const auto [k, f] = reduce(x);
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double half_square = 0.5 * f * f;
    const double rest = s * (half_square + z * polynomial(remez, z));
    return k * ln2_high - ((half_square - (rest + k * ln2_low)) - f);
}

double portable_exp(double x) {
    if (std::isnan(x)) {
        return x;
    }
    if (x > 7.09782712893383973096e+02) {
        return std::numeric_limits<double>::infinity();
    }
    if (x < -7.45133219101941108420e+02) {
        return 0;
    }
    // exp(x) = 2^k exp(r), |r| <= ln(2) / 2; r is carried as high - low.
    constexpr std::array<double, 5> remez{4.13813679705723846039e-08, -1.65339022054652515390e-06,
                                          6.61375632143793436117e-05, -2.77777777770155933842e-03,
                                          1.66666666666666019037e-01};
    const double half = x < 0 ? -0.5 : 0.5;
    const auto k = static_cast<std::int64_t>(1.44269504088896338700e+00 * x + half);
    const double high = x - static_cast<double>(k) * ln2_high;
    const double low = static_cast<double>(k) * ln2_low;
    const double r = high - low;
    const double square = r * r;
    const double c = r - square * polynomial(remez, square);
    const double value = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
    // In two steps, so that results below the normal range are rounded only once, at the end.
    const std::int64_t first = k < -1000 ? -1000 : (k > 1000 ? 1000 : k);
    return value * power_of_two(first) * power_of_two(k - first);
}

double portable_pow(double base, double exponent) { return portable_exp(exponent * portable_log(base)); }

double portable_log_gamma(double x) {
    constexpr std::array<double, 14> coefficients{
        57.156235665862923517,      -59.597960355475491248,     14.136097974741747174,
        -0.49191381609762019978,    0.33994649984811888699e-4,  0.46523628927048575665e-4,
        -0.98374475304879564677e-4, 0.15808870322491248884e-3,  -0.21026444172410488319e-3,
        0.21743961811521264320e-3,  -0.16431810653676389022e-3, 0.84418223983852743293e-4,
        -0.26190838401581408670e-4, 0.36899182659531622704e-5};
    double series = 0.99999999999999709182;
    double denominator = x;
    for (const double coefficient : coefficients) {
        denominator += 1.0;
        series += coefficient / denominator;
    }
    const double shifted = x + 607.0 / 128.0 + 0.5;
    return (x + 0.5) * portable_log(shifted) - shifted + portable_log(2.5066282746310005024 * series / x);
}

double normal_quantile(double p) {
    constexpr std::array<double, 8> central_above{2.5090809287301226727e+3, 3.3430575583588128105e+4,
                                                  6.7265770927008700853e+4, 4.5921953931549871457e+4,
                                                  1.3731693765509461125e+4, 1.9715909503065514427e+3,
                                                  1.3314166789178437745e+2, 3.3871328727963666080e+0};
    constexpr std::array<double, 8> central_below{5.2264952788528545610e+3, 2.8729085735721942674e+4,
                                                  3.9307895800092710610e+4, 2.1213794301586595867e+4,
                                                  5.3941960214247511077e+3, 6.8718700749205790830e+2,
                                                  4.2313330701600911252e+1, 1.0};
    constexpr std::array<double, 8> middle_above{7.74545014278341407640e-4, 2.27238449892691845833e-2,
                                                 2.41780725177450611770e-1, 1.27045825245236838258e0,
                                                 3.64784832476320460504e0,  5.76949722146069140550e0,
                                                 4.63033784615654529590e0,  1.42343711074968357734e0};
    constexpr std::array<double, 8> middle_below{1.05075007164441684324e-9, 5.47593808499534494600e-4,
                                                 1.51986665636164571966e-2, 1.48103976427480074590e-1,
                                                 6.89767334985100004550e-1, 1.67638483018380384940e0,
                                                 2.05319162663775882187e0,  1.0};
    constexpr std::array<double, 8> tail_above{2.01033439929228813265e-7, 2.71155556874348757815e-5,
                                               1.24266094738807843860e-3, 2.65321895265761230930e-2,
                                               2.96560571828504891230e-1, 1.78482653991729133580e0,
                                               5.46378491116411436990e0,  6.65790464350110377720e0};
    constexpr std::array<double, 8> tail_below{2.04426310338993978564e-15, 1.42151175831644588870e-7,
                                               1.84631831751005468180e-5,  7.86869131145613259100e-4,
                                               1.48753612908506148525e-2,  1.36929880922735805310e-1,
                                               5.99832206555887937690e-1,  1.0};
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(central_above, r) / polynomial(central_below, r);
    }
    const double r = std::sqrt(-portable_log(q < 0 ? p : 1.0 - p));
    const double size = r <= 5.0 ? polynomial(middle_above, r - 1.6) / polynomial(middle_below, r - 1.6)
                                 : polynomial(tail_above, r - 5.0) / polynomial(tail_below, r - 5.0);
    return q < 0 ? -size : size;
}

}  // namespace trainyard
