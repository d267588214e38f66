// The subcommands, behind the parser of the command line. Each returns the program's exit code;
// OutputError leaves them when standard output cannot be written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trainyard {

enum class ResultFormat { table, json, csv };

struct RunArguments {
    std::vector<std::string> files;
    std::vector<std::string> sets;        // "PATH=VALUE"
    std::vector<std::string> strategies;  // empty: all
    std::optional<int> replications;      // absent: the scenario's
    std::optional<std::uint64_t> seed;    // absent: the scenario's
    ResultFormat format = ResultFormat::table;
    std::optional<std::string> out;
    bool quiet = false;
};
int run_command(const RunArguments& arguments);

struct CheckArguments {
    std::vector<std::string> files;
    std::vector<std::string> sets;
};
int check_command(const CheckArguments& arguments);

int schema_command();
int format_command();
int new_command(const std::optional<std::string>& name);
int catalogue_command(const std::optional<std::string>& word);  // no word: the list of all
int claims_command(const std::optional<std::string>& folder);  // no folder: the one that comes with trainyard

}  // namespace trainyard
