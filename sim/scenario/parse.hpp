// YAML text -> tree of nodes, or complaints. The only file that knows yaml-cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/scenario/node.hpp"

namespace trainyard {

// Where in its source a piece of YAML stands: all of a file, the VALUE of --set, one of those of --vary.
struct Offset {
    std::size_t bytes = 0;  // from the source's beginning, within its first line
    std::size_t length = std::string::npos;
};

// One document. Nothing when it cannot be parsed; the report then says why. Duplicate keys are
// reported and the first one is kept. Refused: several documents, tags, keys that are no plain
// text, more than 64 levels, more than 500,000 values once aliases are resolved.
std::optional<Node> parse(const Sources& sources, std::uint32_t source, Report& report, Offset offset = {});

}  // namespace trainyard
