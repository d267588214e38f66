// `trainyard plot DIR` and `trainyard explain DIR`: questions to a folder of results.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trainyard {

struct PlotArguments {
    std::string folder;
    std::vector<std::string> metrics;
    bool ascii = false;
};
int plot_command(const PlotArguments& arguments);
void add_plot(CLI::App& app, PlotArguments& arguments);

struct ExplainArguments {
    std::string folder;                   // empty: not asked for
    std::optional<std::int64_t> job;      // its number
    std::vector<std::string> difference;  // two strategies
    std::optional<std::string> scenario;  // absent: the first
    std::optional<std::string> strategy;  // absent: the first
    std::int64_t replication = 1;
};
int explain_command(const ExplainArguments& arguments);
// Beside the subcommands of `explain`.
void add_explain(CLI::App& explain, ExplainArguments& arguments);

}  // namespace trainyard
