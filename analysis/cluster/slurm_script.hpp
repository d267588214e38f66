// A study's shards as a job array of Slurm.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

struct SlurmJob {
    std::string name;                  // of the study; any text
    std::filesystem::path folder;      // of the study's results, absolute; script and logs go there too
    std::filesystem::path directory;   // where the command is to be run, absolute
    std::vector<std::string> command;  // program and arguments, but for --shard and --jobs
    std::size_t shards = 1;
    std::vector<std::size_t> only = {};              // these shards, ascending; empty: all
    int cpus = 1;                                    // of a shard, and its --jobs
    std::vector<std::string> sbatch_arguments = {};  // handed to sbatch as they are
};

// A batch script for bash, to be submitted from job.folder. A task runs one shard and passes SIGTERM
// on to it; when the shard then says by exit code 75 that there is more to do, the task has itself
// requeued. #SBATCH lines hold nothing of the job but numbers and the name, reduced to [A-Za-z0-9._-];
// in the commands every word is quoted.
std::string slurm_script(const SlurmJob& job);

// Indices as Slurm and people write them: {0, 1, 2, 5} is "0-2,5".
std::string index_ranges(const std::vector<std::size_t>& ascending);

// At most 40 characters of [A-Za-z0-9._-]; runs of others become one -.
std::string safe_name(std::string_view text);

inline constexpr const char* slurm_script_file = "slurm.sh";  // both in job.folder
inline constexpr const char* slurm_log_folder = "slurm-logs";

}  // namespace trainyard
