#include "sim/scenario/given_path.hpp"

#include <algorithm>

namespace trainyard {

bool has_star(std::string_view path) {
    return path == "*" || path.starts_with("*.") || path.ends_with(".*") ||
           path.find(".*.") != std::string_view::npos;
}

Place place_within(const GivenPath& path, std::size_t from, std::size_t width) {
    return Place{path.place.source, path.place.line, path.place.column + static_cast<int>(from),
                 static_cast<int>(std::max<std::size_t>(width, 1))};
}

}  // namespace trainyard
