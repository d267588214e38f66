// The formats of spot traces, one function each.
#pragma once

#include "sim/scenario/spot_series.hpp"

namespace trainyard {

SpotFile read_ticks(const std::string& path, bool one_is_preempted);
SpotFile read_bamboo(const std::string& path);
SpotFile read_own_spot(const std::string& path);
SpotFile read_aws_prices(const std::string& path);

}  // namespace trainyard
