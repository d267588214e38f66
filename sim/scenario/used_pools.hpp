// Which pools of a scenario's tree its strategies name: catalogues bring many that nobody uses.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "sim/scenario/node.hpp"

namespace trainyard {

// The names in all strategies' `pools`; what is malformed there is not counted.
std::set<std::string> used_pools(const Node& tree);

// Whether the path leads into a pool of `fleet` that is not among these.
bool leads_into_unused_pool(std::string_view path, const std::set<std::string>& used);

}  // namespace trainyard
