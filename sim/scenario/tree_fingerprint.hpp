// What a scenario is, whatever its file looks like.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace trainyard {

// Of the tree without what no result depends on (`name`, `question`, `study`, `expect`), and of the files
// of numbers that were read for it. Order counts: that of streams and strategies is part of the results.
std::string fingerprint_of(const Node& scenario, const std::vector<std::string>& data);

}  // namespace trainyard
