// The commands on what markets leave behind: `inspect` of spot traces, `import prices` of price lists.
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>

#include "sim/scenario/spot_series.hpp"

namespace trainyard {

struct InspectArguments {
    std::string file;
    SpotFormat format = SpotFormat::skypilot;
    bool ascii = false;
};
int inspect_command(const InspectArguments& arguments);
void add_inspect(CLI::App& app, InspectArguments& arguments);

struct ImportPricesArguments {
    std::string from;  // "skypilot"
    std::string file;
    std::string gpu;
    std::optional<std::string> region;
    std::optional<std::string> as;
    std::optional<std::string> interruptions;
    std::optional<std::string> as_of;
    std::string out;
};
int import_prices_command(const ImportPricesArguments& arguments);
// Below `import`.
void add_import_prices(CLI::App& import, ImportPricesArguments& arguments);

}  // namespace trainyard
