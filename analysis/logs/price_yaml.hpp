// Rows of a price list as pools of a scenario.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/price_list.hpp"

namespace trainyard {

struct PriceChoice {
    std::string gpu;                           // as the list calls it; upper and lower case are the same
    std::optional<std::string> region;         // absent: all
    std::optional<std::string> as;             // our name of the GPU type; absent: the catalogue's
    std::optional<std::string> interruptions;  // of the spot pools, as a scenario writes it; absent: none
    std::string source;                        // what the pools say it is
    std::string as_of;                         // may be empty
};

struct PricePools {
    std::string yaml;  // to be included by a scenario; empty when nothing was found
    std::size_t on_demand = 0;
    std::size_t spot = 0;
    std::size_t dearer = 0;            // rows of the same instance and place that cost more
    std::vector<std::string> gpus;     // of the list, each once: to choose from
    std::vector<std::string> regions;  // where it has the chosen GPU
};

// An on-demand pool an instance type and region, a spot pool an instance type and zone; of several rows of
// the same the cheapest.
PricePools pools_of(const PriceList& list, const PriceChoice& choice);

}  // namespace trainyard
