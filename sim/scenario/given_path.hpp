// A path as --set and --vary take it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/scenario/source.hpp"

namespace trainyard {

// A dotted path, `workload.chat.arrivals.poisson`, and where its first character stands. Of a list, the
// item's number from 0. A name with dots in it is found if it exists: the longest key that fits is taken.
struct GivenPath {
    std::string text;
    Place place;
    bool pattern = false;  // `*` as a segment stands for every entry or item
};

// Whether a segment of the path is `*`.
bool has_star(std::string_view path);

// The place of a stretch of the path.
Place place_within(const GivenPath& path, std::size_t from, std::size_t width);

}  // namespace trainyard
