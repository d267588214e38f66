#include "analysis/verify/formulas.hpp"

#include <cmath>
#include <numeric>

namespace trainyard::formulas {
namespace {

double square(double x) { return x * x; }

double variance_of(const Constant&) { return 0; }
double variance_of(const Uniform& d) { return square(d.high - d.low) / 12; }
double variance_of(const Exponential& d) { return square(d.mean); }
double variance_of(const Lognormal& d) { return square(d.cv * d.mean); }
double variance_of(const Gamma& d) { return square(d.cv * d.mean); }
double variance_of(const Weibull& d) {
    const double first = std::tgamma(1 + 1 / d.shape);
    return square(d.mean / first) * (std::tgamma(1 + 2 / d.shape) - square(first));
}
double variance_of(const Triangular& d) {
    return (square(d.low) + square(d.mode) + square(d.high) - d.low * d.mode - d.low * d.high -
            d.mode * d.high) /
           18;
}
double variance_of(const Choice& d) {
    double weights = 0;
    double sum = 0;
    double squares = 0;
    for (const WeightedValue& each : d.values) {
        weights += each.weight;
        sum += each.weight * each.value;
        squares += each.weight * square(each.value);
    }
    return squares / weights - square(sum / weights);
}
double variance_of(const Empirical& d) {
    const auto n = static_cast<double>(d.values->size());
    const double mean = std::accumulate(d.values->begin(), d.values->end(), 0.0) / n;
    double squares = 0;
    for (const double value : *d.values) {
        squares += square(value - mean);
    }
    return squares / n;
}

}  // namespace

double lost_share(int servers, double offered) {
    double lost = 1;
    for (int n = 1; n <= servers; ++n) {
        lost = offered * lost / (n + offered * lost);
    }
    return lost;
}

double delayed_share(int servers, double offered) {
    const double lost = lost_share(servers, offered);
    return servers * lost / (servers - offered * (1 - lost));
}

double wait_of_many(int servers, double rate, double mean_service) {
    return delayed_share(servers, rate * mean_service) / (servers / mean_service - rate);
}

double wait_of_one(double rate, double mean_service, double second_moment) {
    return rate * second_moment / (2 * (1 - rate * mean_service));
}

double variance(const Distribution& distribution) {
    return std::visit([](const auto& d) { return variance_of(d); }, distribution);
}

double makespan(const RestartedWork& job) {
    const auto until_done = [&job](double length) {
        return job.rate > 0 ? std::expm1(job.rate * length) / job.rate : length;
    };
    const double saved = std::ceil(job.work / job.every) - 1;  // stretches that end with a write
    if (saved <= 0) {
        return until_done(job.first + job.work);
    }
    const double again = std::exp(job.rate * job.later);
    return until_done(job.first + job.every + job.write) +
           (saved - 1) * again * until_done(job.every + job.write) +
           again * until_done(job.work - saved * job.every);
}

}  // namespace trainyard::formulas
