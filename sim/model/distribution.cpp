// Means, draws and scaling of distributions. Where the distribution function has a closed inverse,
// a draw is the inverse at one uniform number; the lognormal inverts the normal; the gamma rejects.
#include "sim/model/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/core/portable_math.hpp"

namespace trainyard {
namespace {

double mean_of(const Constant& d) { return d.value; }
double mean_of(const Uniform& d) { return d.low + (d.high - d.low) / 2; }
double mean_of(const Exponential& d) { return d.mean; }
double mean_of(const Lognormal& d) { return d.mean; }
double mean_of(const Weibull& d) { return d.mean; }
double mean_of(const Gamma& d) { return d.mean; }
double mean_of(const Triangular& d) { return (d.low + d.mode + d.high) / 3; }

double total_weight(const Choice& d) {
    double total = 0;
    for (const WeightedValue& one : d.values) {
        total += one.weight;
    }
    return total;
}

double mean_of(const Choice& d) {
    double weighted = 0;
    for (const WeightedValue& one : d.values) {
        weighted += one.weight * one.value;
    }
    return weighted / total_weight(d);
}

double mean_of(const Empirical& d) {
    double sum = 0;
    for (const double value : *d.values) {
        sum += value;
    }
    return sum / static_cast<double>(d.values->size());
}

double draw(const Constant& d, RandomStream&) { return d.value; }
double draw(const Uniform& d, RandomStream& random) { return d.low + (d.high - d.low) * random.uniform(); }
double draw(const Exponential& d, RandomStream& random) { return -d.mean * portable_log(random.uniform()); }

double draw(const Lognormal& d, RandomStream& random) {
    const double variance = portable_log(1 + d.cv * d.cv);  // of the logarithm
    return d.mean * portable_exp(std::sqrt(variance) * normal_quantile(random.uniform()) - variance / 2);
}

// mean = scale x Gamma(1 + 1/shape); in logarithms, because the factor overflows for small shapes.
double draw(const Weibull& d, RandomStream& random) {
    const double standard = portable_log(-portable_log(random.uniform())) / d.shape;
    return d.mean * portable_exp(standard - portable_log_gamma(1 + 1 / d.shape));
}

// Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM Transactions on
// Mathematical Software 26 (2000); unit scale, shape >= 1.
double standard_gamma(double shape, RandomStream& random) {
    const double d = shape - 1.0 / 3.0;
    const double c = 1 / std::sqrt(9 * d);
    while (true) {
        const double x = normal_quantile(random.uniform());
        const double root = 1 + c * x;
        if (root <= 0) {
            continue;
        }
        const double v = root * root * root;
        if (portable_log(random.uniform()) < x * x / 2 + d - d * v + d * portable_log(v)) {
            return d * v;
        }
    }
}

double draw(const Gamma& d, RandomStream& random) {
    if (d.cv == 0) {
        return d.mean;
    }
    const double scale = d.mean * d.cv * d.cv;
    const double shape = 1 / (d.cv * d.cv);
    if (shape >= 1) {
        return scale * standard_gamma(shape, random);
    }
    // The same paper, section 6: a variable of shape + 1, times a power of a uniform one.
    const double boosted = standard_gamma(shape + 1, random);
    return scale * boosted * portable_pow(random.uniform(), 1 / shape);
}

double draw(const Triangular& d, RandomStream& random) {
    const double width = d.high - d.low;
    const double rise = d.mode - d.low;
    const double area = random.uniform() * width;  // density below the value, in widths
    if (area < rise) {
        return d.low + std::sqrt(area * rise);
    }
    return d.high - std::sqrt((width - area) * (d.high - d.mode));
}

double draw(const Choice& d, RandomStream& random) {
    double left = random.uniform() * total_weight(d);
    for (const WeightedValue& one : d.values) {
        left -= one.weight;
        if (left < 0) {
            return one.value;
        }
    }
    return d.values.back().value;
}

double draw(const Empirical& d, RandomStream& random) {
    const std::vector<double>& values = *d.values;
    const auto place = static_cast<std::size_t>(random.uniform() * static_cast<double>(values.size()));
    return values[std::min(place, values.size() - 1)];
}

Distribution times(const Constant& d, double factor) { return Constant{d.value * factor}; }
Distribution times(const Uniform& d, double factor) { return Uniform{d.low * factor, d.high * factor}; }
Distribution times(const Exponential& d, double factor) { return Exponential{d.mean * factor}; }
Distribution times(const Lognormal& d, double factor) { return Lognormal{d.mean * factor, d.cv}; }
Distribution times(const Weibull& d, double factor) { return Weibull{d.shape, d.mean * factor}; }
Distribution times(const Gamma& d, double factor) { return Gamma{d.mean * factor, d.cv}; }
Distribution times(const Triangular& d, double factor) {
    return Triangular{d.low * factor, d.mode * factor, d.high * factor};
}

Distribution times(Choice d, double factor) {
    for (WeightedValue& one : d.values) {
        one.value *= factor;
    }
    return d;
}

Distribution times(const Empirical& d, double factor) {
    std::vector<double> values = *d.values;
    for (double& value : values) {
        value *= factor;
    }
    return Empirical{std::make_shared<const std::vector<double>>(std::move(values))};
}

}  // namespace

double mean(const Distribution& distribution) {
    return std::visit([](const auto& d) { return mean_of(d); }, distribution);
}

double sample(const Distribution& distribution, RandomStream& random) {
    return std::visit([&](const auto& d) { return draw(d, random); }, distribution);
}

Distribution scaled(const Distribution& distribution, double factor) {
    return std::visit([&](const auto& d) { return times(d, factor); }, distribution);
}

}  // namespace trainyard
