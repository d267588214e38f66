#include "analysis/study/samples.hpp"

#include <boost/random/sobol.hpp>
#include <numeric>
#include <utility>

#include "sim/core/random.hpp"

namespace trainyard {
namespace {

// No run is of replication 0: its luck is that of the study.
RandomStream stream_of(const std::string& axis, std::uint64_t seed) {
    return RandomStream{RunSeed{seed, 0}, Purpose::design, hash_name(axis), 0};
}

// 0 … count - 1 in a random order (Fisher and Yates).
std::vector<std::size_t> shuffled(std::size_t count, RandomStream& random) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left) {
        const auto pick = static_cast<std::size_t>(random.uniform() * static_cast<double>(left));
        std::swap(order[left - 1], order[pick]);
    }
    return order;
}

// The upper bits of a word as a number on (0, 1).
double on_unit_interval(std::uint64_t word) { return static_cast<double>((word >> 11) | 1U) * 0x1.0p-53; }

}  // namespace

Samples latin_hypercube(const std::vector<std::string>& axes, std::size_t points, std::uint64_t seed) {
    Samples samples;
    for (const std::string& axis : axes) {
        RandomStream random = stream_of(axis, seed);
        std::vector<double>& numbers = samples.emplace_back();
        for (const std::size_t stratum : shuffled(points, random)) {
            const double within = static_cast<double>(stratum) + random.uniform();
            numbers.push_back(within / static_cast<double>(points));
        }
    }
    return samples;
}

Samples sobol(const std::vector<std::string>& axes, std::size_t points, std::uint64_t seed) {
    std::vector<std::uint64_t> shifts;
    shifts.reserve(axes.size());
    for (const std::string& axis : axes) {
        shifts.push_back(stream_of(axis, seed).bits());
    }
    Samples samples(axes.size());
    boost::random::sobol_engine<std::uint64_t, 64> engine{axes.size()};
    for (std::size_t point = 0; point < points; ++point) {
        for (std::size_t axis = 0; axis < axes.size(); ++axis) {
            // The engine leaves out point 0, whose coordinates are all 0.
            const std::uint64_t coordinate = point == 0 ? 0 : engine();
            samples[axis].push_back(on_unit_interval(coordinate ^ shifts[axis]));
        }
    }
    return samples;
}

}  // namespace trainyard
