// --set PATH=VALUE: changes to the tree before it is checked.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace trainyard {

// Each in turn; paths as path_walk.hpp has them, without `*`. VALUE is YAML. Relative files in a VALUE are
// beside the scenario, in `folder`. Complaints are about "--set".
void apply_sets(Node& tree, const std::vector<std::string>& sets, const std::filesystem::path& folder,
                Sources& sources, Report& report);

}  // namespace trainyard
