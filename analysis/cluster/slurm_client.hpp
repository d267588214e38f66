// Slurm's commands, asked for what a launch needs of them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "analysis/cluster/other_program.hpp"
#include "analysis/cluster/refusal.hpp"
#include "analysis/cluster/slurm_script.hpp"

namespace trainyard {

// A job array: "123", or "123;cluster" where several clusters are served.
struct SlurmId {
    std::string text;

    std::string number() const { return text.substr(0, text.find(';')); }
    friend bool operator==(const SlurmId&, const SlurmId&) = default;
};

// The tasks of an array.
struct SlurmQueue {
    std::size_t running = 0;  // or ending
    std::size_t pending = 0;  // will run by themselves
    std::size_t held = 0;     // will not, until somebody releases them
    std::string reason = {};  // why the first of those that wait does, in Slurm's word
    // Of those that have ended, how many in which state, as Slurm calls it; it forgets them after minutes.
    std::map<std::string, std::size_t> ended = {};

    bool empty() const { return running + pending + held == 0; }
    std::string words() const;        // "3 shards run, 5 wait (Resources)"
    std::string ended_badly() const;  // "2 FAILED, 1 TIMEOUT"; empty: none
};

// Runs a program; a test gives answers of its own.
using RunTool = std::function<std::variant<ProgramEnd, Refusal>(const std::vector<std::string>& words)>;
std::variant<ProgramEnd, Refusal> run_slurm_tool(const std::vector<std::string>& words);

class SlurmClient {
public:
    explicit SlurmClient(RunTool run = run_slurm_tool) : run_{std::move(run)} {}

    // Writes script and log folder into job.folder and submits. Throws OutputError.
    std::variant<SlurmId, Refusal> submit(const SlurmJob& job) const;
    // Refused: Slurm did not answer, which may pass.
    std::variant<SlurmQueue, Refusal> queue(const SlurmId& id) const;
    // The job last submitted from a folder, if tasks of it are still in the queue; absent also where
    // Slurm does not answer.
    std::optional<SlurmId> queued_from(const std::filesystem::path& folder) const;
    // Ends those of its tasks that wait. Whatever becomes of it.
    void cancel_waiting(const SlurmId& id) const;

private:
    bool is_from(const SlurmId& id, const std::filesystem::path& folder) const;

    RunTool run_;
};

// Why these arguments for sbatch would spoil a launch; absent: they would not.
std::optional<Refusal> objection_to(const std::vector<std::string>& sbatch_arguments);

struct SubmittedJob {
    SlurmId id;
    std::size_t shards = 1;  // of the study; the job may have been of some of them
};

// The job last submitted from a folder; absent: none.
std::optional<SubmittedJob> last_job(const std::filesystem::path& folder);

// The words that end all of a job.
std::string cancel_command(const SlurmId& id);

}  // namespace trainyard
