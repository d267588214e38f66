// Price lists of SkyPilot's catalogue: CSV with a row an instance type, region and zone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

struct ListedPrice {
    std::string instance_type;
    std::string gpu;  // as the list calls it
    int gpus = 1;
    std::optional<double> usd_per_h;       // of the instance, on demand; absent: not offered
    std::optional<double> spot_usd_per_h;  // absent: empty or 0 in the list
    std::string region;
    std::string zone;  // may be empty
    int line = 0;
};

struct PriceList {
    std::vector<ListedPrice> rows;     // of instances with GPUs
    std::vector<TraceError> skipped;   // malformed rows: where and why; the first 20, and how many more
    std::vector<DroppedRows> dropped;  // rows that are no offer of a GPU instance
    std::vector<TraceError> errors;    // of the file as a whole; if there are any, there are no rows
};

PriceList read_skypilot_prices(const std::string& path);

}  // namespace trainyard
