// Jobs on machines that are taken back, against renewal theory; and the interval that costs least.
#include "tests/validation/interruptions.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/validation/cases.hpp"
#include "tests/validation/theory.hpp"

using namespace trainyard::theory;

namespace {

// Where the parabola in ln x that comes nearest to the points (least squares) is lowest.
double lowest(const std::vector<double>& x, const std::vector<double>& y) {
    double power[5] = {}, moment[3] = {};
    for (std::size_t i = 0; i < x.size(); ++i) {
        double term = 1;
        for (int k = 0; k < 5; ++k) {
            power[k] += term;
            if (k < 3) {
                moment[k] += term * y[i];
            }
            term *= std::log(x[i]);
        }
    }
    // Cramer's rule for the linear and the quadratic coefficient of the normal equations.
    const auto determinant = [](double a, double b, double c, double d, double e, double f, double g,
                                double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    };
    const double linear = determinant(power[0], moment[0], power[2], power[1], moment[1], power[3], power[2],
                                      moment[2], power[4]);
    const double square = determinant(power[0], power[1], moment[0], power[1], power[2], moment[1], power[2],
                                      power[3], moment[2]);
    return std::exp(-linear / (2 * square));
}

// Of the lowest point of the means, leaving out one replication after the other: the jackknife's.
Estimate lowest_of(const std::vector<double>& hours, const std::vector<std::vector<double>>& values) {
    const std::size_t runs = values.front().size();
    const auto without = [&](std::size_t left_out) {
        std::vector<double> means;
        for (const std::vector<double>& at_interval : values) {
            double sum = 0;
            for (std::size_t run = 0; run < runs; ++run) {
                sum += run == left_out ? 0 : at_interval[run];
            }
            means.push_back(sum / static_cast<double>(left_out < runs ? runs - 1 : runs));
        }
        return lowest(hours, means);
    };
    std::vector<double> partial;
    for (std::size_t run = 0; run < runs; ++run) {
        partial.push_back(without(run));
    }
    const double spread = estimate_of(partial).standard_error * static_cast<double>(runs - 1);
    return {without(runs), spread};
}

Case best_of_sweep(const std::vector<System>& sweep) {
    const IntervalCurve curve = interval_curve();
    std::vector<std::vector<double>> values;
    for (std::size_t i = 0; i < curve.hours.size(); ++i) {
        values.push_back(replicate(sweep[i], sweep[i].replications).front());
    }
    const Estimate best = lowest_of(curve.hours, values);
    const double expected = lowest(curve.hours, curve.makespan_h);
    const double z = best.z(expected);
    const int runs = sweep.front().replications;
    return {"intervals.yaml",
            "best interval of the sweep, h",
            "lowest point of a parabola in ln τ",
            fmt::format("{:.4g}", expected),
            fmt::format("{:.4g} ± {:.2g}", best.mean, best.standard_error),
            std::to_string(runs),
            fmt::format("{:+.2f}", z),
            chance_beyond(z_bound, runs),
            std::abs(z) < z_bound};
}

}  // namespace

TEST_CASE("interrupted jobs take, waste and pay what renewal theory says", "[.validate]") {
    tell("interruptions", cases_of(interruption_systems()));
}

TEST_CASE("the best interval of a sweep is Young's and Daly's", "[.validate]") {
    const std::vector<System> sweep = interval_systems();
    std::vector<Case> cases = cases_of(sweep);
    cases.push_back(best_of_sweep(sweep));
    tell("intervals", cases);

    const double rate = 0.05, write = 1.0 / 12;
    const double young = young_interval(rate, write), daly = daly_interval(rate, write);
    const double exact = best_interval(rate, write);
    // What a stretch costs an hour of compute, of that at the exact optimum.
    const auto dearer = [&](double every) {
        const auto cost = [&](double at) { return std::expm1(rate * (at + write)) / at; };
        return (cost(every) / cost(exact) - 1) * 100;
    };
    tell_words(
        "best interval",
        fmt::format("Young's interval is {:.4f} h, Daly's {:.4f} h; the exact one, λτ = 1 − e^(−λ(τ + w)), "
                    "is {:.4f} h. A stretch of Young's costs {:.4f} % more than one of it, of Daly's less "
                    "than 0.0001 %.",
                    young, daly, exact, dearer(young)));
    CHECK(dearer(daly) < 0.0001);
    CHECK(dearer(young) < 0.1);
}
