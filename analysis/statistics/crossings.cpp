#include "analysis/statistics/crossings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace trainyard {
namespace {

using Curve = std::vector<double>;  // by point

double on_axis(double x, AxisScale axis) { return axis == AxisScale::logarithmic ? std::log(x) : x; }
double from_axis(double place, AxisScale axis) { return axis == AxisScale::logarithmic ? std::exp(place) : place; }

// By replication that has a difference at every point: its differences.
std::vector<Curve> complete_curves(const std::vector<Sample>& differences) {
    std::vector<Curve> curves;
    const std::size_t replications = differences.empty() ? 0 : differences.front().size();
    for (std::size_t r = 0; r < replications; ++r) {
        Curve curve;
        for (const Sample& at_point : differences) {
            if (r < at_point.size() && present(at_point[r])) {
                curve.push_back(*at_point[r]);
            }
        }
        if (curve.size() == differences.size()) {
            curves.push_back(std::move(curve));
        }
    }
    return curves;
}

Curve mean_curve(const std::vector<Curve>& curves, std::span<const std::size_t> drawn) {
    Curve mean(curves.front().size());
    for (const std::size_t which : drawn) {
        for (std::size_t i = 0; i < mean.size(); ++i) {
            mean[i] += curves[which][i] / static_cast<double>(drawn.size());
        }
    }
    return mean;
}

std::size_t nearest_of(const std::vector<FoundCrossing>& found, const Crossing& crossing, AxisScale axis) {
    std::size_t nearest = found.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < found.size(); ++i) {
        const double distance = std::abs(on_axis(found[i].at.x, axis) - on_axis(crossing.x, axis));
        if (found[i].at.upward == crossing.upward && distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

// Of one sample, by found crossing: its own crossing that belongs to it.
Sample matched(const std::vector<FoundCrossing>& found, const std::vector<Crossing>& of_sample, AxisScale axis) {
    Sample places(found.size());
    for (const Crossing& crossing : of_sample) {
        const std::size_t nearest = nearest_of(found, crossing, axis);
        if (nearest == found.size()) {
            continue;
        }
        const double here = on_axis(found[nearest].at.x, axis);
        std::optional<double>& best = places[nearest];
        if (!best || std::abs(on_axis(crossing.x, axis) - here) < std::abs(on_axis(*best, axis) - here)) {
            best = crossing.x;
        }
    }
    return places;
}

void settle(FoundCrossing& crossing, std::vector<double> places, const BootstrapOptions& options) {
    crossing.missing = 1 - static_cast<double>(places.size()) /
                               static_cast<double>(std::max<std::size_t>(options.samples, 1));
    if (!places.empty()) {
        std::sort(places.begin(), places.end());
        const double tail = (1 - options.confidence) / 2;
        crossing.interval = Interval{quantile(places, tail), quantile(places, 1 - tail)};
    }
}

}  // namespace

std::vector<Crossing> sign_changes(const std::vector<double>& x, const std::vector<double>& y, AxisScale axis) {
    std::vector<Crossing> found;
    std::optional<std::size_t> last;  // point that is not 0
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (y[i] == 0) {
            continue;
        }
        if (last && (y[*last] < 0) != (y[i] < 0)) {
            const bool zeros = i > *last + 1;
            const double low = on_axis(x[zeros ? *last + 1 : *last], axis);
            const double high = on_axis(x[zeros ? i - 1 : i], axis);
            const double share = zeros ? 0.5 : y[*last] / (y[*last] - y[i]);
            found.push_back({from_axis(low + share * (high - low), axis), y[i] > 0});
        }
        last = i;
    }
    return found;
}

std::vector<FoundCrossing> find_crossings(const std::vector<double>& x,
                                          const std::vector<Sample>& differences, AxisScale axis,
                                          const BootstrapOptions& options) {
    const std::vector<Curve> curves = complete_curves(differences);
    if (curves.empty() || x.size() != differences.size()) {
        return {};
    }
    std::vector<std::size_t> all(curves.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<FoundCrossing> found;
    for (const Crossing& crossing : sign_changes(x, mean_curve(curves, all), axis)) {
        found.push_back({crossing, std::nullopt, 0});
    }
    if (found.empty() || curves.size() < 2) {
        return found;
    }
    std::vector<std::vector<double>> places(found.size());
    for (std::size_t k = 0; k < options.samples; ++k) {
        const Curve mean = mean_curve(curves, resample(curves.size(), options.seed, k));
        const Sample of_sample = matched(found, sign_changes(x, mean, axis), axis);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (of_sample[i]) {
                places[i].push_back(*of_sample[i]);
            }
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        settle(found[i], std::move(places[i]), options);
    }
    return found;
}

}  // namespace trainyard
