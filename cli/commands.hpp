// The subcommands, behind the parser of the command line. Each returns the program's exit code;
// OutputError leaves them when standard output cannot be written.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/cluster/shard.hpp"

namespace trainyard {

enum class ResultFormat { table, json, csv };

// Of a command's words those that say what it computes, not how and where to.
std::vector<std::string> lasting_part(const std::vector<std::string>& command);

// What all commands have in common that run simulations.
struct StudyArguments {
    std::vector<std::string> command;     // of the program: what it was called with
    std::vector<std::string> sets;        // "PATH=VALUE"
    std::vector<std::string> strategies;  // empty: all
    std::optional<int> replications;      // absent: the scenario's
    std::optional<std::uint64_t> seed;    // absent: the scenario's
    std::size_t jobs = 0;                 // processes at once; 0: one a core
    std::optional<std::chrono::milliseconds> run_timeout;
    std::optional<std::string> out;
    bool fresh = false;
    bool quiet = false;
    std::optional<Shard> shard;  // run only these, into a file of their own in `out`
};

struct RunArguments {
    std::vector<std::string> files;
    StudyArguments study;
    ResultFormat format = ResultFormat::table;
};
int run_command(const RunArguments& arguments);

struct CheckArguments {
    std::vector<std::string> files;
    std::vector<std::string> sets;
};
int check_command(const CheckArguments& arguments);

struct VerifyArguments {
    std::string file;
    StudyArguments study;
};
int verify_command(const VerifyArguments& arguments);

struct CompareArguments {
    std::string file;
    StudyArguments study;
    std::optional<std::string> baseline;  // absent: the scenario's, else the first strategy
    std::vector<std::string> metrics;     // empty: the scenario's, else the usual ones
    std::vector<std::string> targets;     // "queue_time_p95_s<6h"
    std::optional<double> precision;      // half of the interval ÷ mean
    int most_replications = 1000;
    ResultFormat format = ResultFormat::table;
};
int compare_command(const CompareArguments& arguments);

// Where a sweep is to run instead of here.
struct LaunchArguments {
    std::optional<std::string> on;    // "slurm"
    std::size_t shards = 0;           // 0: not said
    std::vector<std::string> sbatch;  // words for sbatch
    bool dry_run = false;
};

struct SweepArguments {
    std::string file;
    StudyArguments study;
    std::vector<std::string> vary;      // "PATH=VALUES"; empty: the scenario's
    std::optional<std::string> design;  // absent: the scenario's, else a grid
    std::vector<std::string> metrics;   // empty: the scenario's, else the usual ones
    LaunchArguments launch;
    ResultFormat format = ResultFormat::table;
    bool ascii = false;
};
int sweep_command(const SweepArguments& arguments);

// What to do with a folder of results.
struct FolderArguments {
    std::string folder;
    std::vector<std::string> more;  // resume: further arguments of the command
    bool verify = false;            // merge
    ResultFormat format = ResultFormat::csv;
};
int status_command(const FolderArguments& arguments);
int merge_command(const FolderArguments& arguments);
int export_command(const FolderArguments& arguments);
int resume_command(const FolderArguments& arguments);

// A folder of results, looked at.
struct ReportArguments {
    std::string folder;
    bool open = false;  // in the browser
};
int report_command(const ReportArguments& arguments);

int schema_command();
int format_command();
int new_command(const std::optional<std::string>& name);
int catalogue_command(const std::optional<std::string>& word);  // no word: the list of all
int claims_command(const std::optional<std::string>& folder);  // no folder: the one that comes with trainyard

}  // namespace trainyard
