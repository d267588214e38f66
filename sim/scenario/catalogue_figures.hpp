// What the list of the catalogue says of an entry on one line.
#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/node.hpp"

namespace trainyard {

// The value of an entry's key on one line, as YAML has it; empty where it has no such key.
std::string value_of(const Node& entry, std::string_view key);

// What tells an entry of a section ("gpus", "fleet.spot", …) from its like: "24 GB, speed 0.55, 450 W".
std::string figures_of(std::string_view section, const Node& entry);

}  // namespace trainyard
