// Points that fill a cube evenly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace trainyard {

// By axis, by point: numbers on (0, 1), both ends excluded.
using Samples = std::vector<std::vector<double>>;

// Each axis is known by its name, which decides its random numbers together with the seed.
Samples latin_hypercube(const std::vector<std::string>& axes, std::size_t points, std::uint64_t seed);
Samples sobol(const std::vector<std::string>& axes, std::size_t points, std::uint64_t seed);

}  // namespace trainyard
