// A scenario file and all that it includes, as one tree.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/node.hpp"

namespace trainyard {

// Nothing when the file itself could not be read or parsed. Of several included files the later
// one wins over the earlier; the including file wins over all. The key `include` is gone.
std::optional<Node> load_tree(const std::string& file, Sources& sources, Report& report);

}  // namespace trainyard
