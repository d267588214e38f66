// What may stand where the scenario says D: a constant or a distribution. Values are in the base
// unit of their quantity: seconds, reference GPU-seconds, bytes, or a plain count.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "sim/core/random.hpp"

namespace trainyard {

struct Constant {
    double value = 0;
};
struct Uniform {
    double low = 0, high = 0;
};
struct Exponential {
    double mean = 0;
};
struct Lognormal {
    double mean = 0, cv = 0;  // cv: standard deviation / mean
};
struct Weibull {
    double shape = 1, mean = 0;
};
struct Gamma {
    double mean = 0, cv = 0;
};
struct Triangular {
    double low = 0, mode = 0, high = 0;
};
struct WeightedValue {
    double weight = 0, value = 0;
};
struct Choice {
    std::vector<WeightedValue> values;  // weights are positive; they need not add up to 1
};
struct Empirical {
    std::shared_ptr<const std::vector<double>> values;  // not empty; drawn with replacement
};

using Distribution =
    std::variant<Constant, Uniform, Exponential, Lognormal, Weibull, Gamma, Triangular, Choice, Empirical>;

double mean(const Distribution& distribution);

// One value. Same stream, same value: a draw uses the stream from where it stands and nothing else.
double sample(const Distribution& distribution, RandomStream& random);

// The distribution of factor x value; factor > 0.
Distribution scaled(const Distribution& distribution, double factor);

}  // namespace trainyard
