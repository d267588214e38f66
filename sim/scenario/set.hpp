// --set PATH=VALUE: changes to the tree before it is checked.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/node.hpp"

namespace trainyard {

// Each in turn. A path is dotted, `workload.chat.arrivals.poisson`; of a list, the item's number
// from 0. A name with dots in it is found if it exists: the longest key that fits is taken. What
// the table knows is created where it is absent, a named entry only as a whole. VALUE is YAML.
// Relative files in a VALUE are beside the scenario, in `folder`. Complaints are about "--set".
void apply_sets(Node& tree, const std::vector<std::string>& sets, const std::filesystem::path& folder,
                Sources& sources, Report& report);

}  // namespace trainyard
