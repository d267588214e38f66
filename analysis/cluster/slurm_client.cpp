#include "analysis/cluster/slurm_client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <system_error>

#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

constexpr const char* job_file = "slurm-job";  // in the folder: id and shards of the last submission

void write_file(const fs::path& target, std::string_view text) {
    OutputFile file{target};
    file.append(text);
    file.commit();
}

void make_log_folder(const SlurmJob& job) {
    std::error_code error;
    fs::create_directories(job.folder / slurm_log_folder, error);
    if (error) {
        throw OutputError{fmt::format("cannot make {}: {}",
                                      printable((job.folder / slurm_log_folder).string()), error.message())};
    }
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// A failed command in its own words.
Refusal complaint(const std::string& tool, const ProgramEnd& end) {
    const std::string& words = end.errors.empty() ? end.out : end.errors;
    std::string text = fmt::format("{} failed (exit code {})", tool, end.exit_code);
    std::istringstream lines{words};
    for (std::string line; std::getline(lines, line);) {
        text += "\n  " + printable(line);
    }
    return Refusal{text};
}

std::vector<std::string> with_cluster(std::vector<std::string> words, const SlurmId& id) {
    const auto semicolon = id.text.find(';');
    if (semicolon != std::string::npos) {
        words.push_back("--clusters=" + id.text.substr(semicolon + 1));
    }
    return words;
}

bool is_id(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") > 0 &&
           text.find_first_of(" \t") == std::string::npos;
}

constexpr std::array ends = {"BOOT_FAIL", "CANCELLED",     "COMPLETED", "DEADLINE", "FAILED",
                             "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED", "TIMEOUT"};

// A line of squeue: "STATE|REASON".
void count_task(const std::string& line, SlurmQueue& queue) {
    const auto bar = line.find('|');
    const std::string state = line.substr(0, bar);
    const std::string reason = bar == std::string::npos ? "" : line.substr(bar + 1);
    if (std::find(ends.begin(), ends.end(), state) != ends.end()) {
        ++queue.ended[state];
        return;
    }
    const bool waits = state == "PENDING" || state == "SUSPENDED";
    // "JobHeldUser", "JobHeldAdmin", "launch failed requeued held"
    const bool held = waits && (reason.find("Held") != std::string::npos || reason.ends_with("held"));
    ++(held ? queue.held : waits ? queue.pending : queue.running);
    if (waits && queue.reason.empty()) {
        queue.reason = printable(reason);
    }
}

}  // namespace

std::string SlurmQueue::words() const {
    std::vector<std::string> parts;
    if (running > 0) {
        parts.push_back(fmt::format("{} {}", running, running == 1 ? "shard runs" : "shards run"));
    }
    if (pending > 0) {
        parts.push_back(fmt::format("{} {}", pending, pending == 1 ? "waits" : "wait"));
    }
    if (held > 0) {
        parts.push_back(fmt::format("{} {} held", held, held == 1 ? "is" : "are"));
    }
    const std::string why = reason.empty() || reason == "None" ? "" : fmt::format(" ({})", reason);
    return parts.empty() ? "no shard is in the queue" : fmt::format("{}{}", fmt::join(parts, ", "), why);
}

std::string SlurmQueue::ended_badly() const {
    std::string text;
    for (const auto& [state, tasks] : ended) {
        if (state != "COMPLETED") {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", tasks, state);
        }
    }
    return text;
}

std::variant<ProgramEnd, Refusal> run_slurm_tool(const std::vector<std::string>& words) {
    constexpr std::chrono::minutes patience{2};  // a busy controller lets its clients wait
    return run_program(words, patience);
}

std::variant<SlurmId, Refusal> SlurmClient::submit(const SlurmJob& job) const {
    make_log_folder(job);
    const fs::path script = job.folder / slurm_script_file;
    write_file(script, slurm_script(job));
    std::vector<std::string> words{"sbatch", "--parsable", "--chdir=" + job.folder.string()};
    words.insert(words.end(), job.sbatch_arguments.begin(), job.sbatch_arguments.end());
    words.push_back(script.string());
    const auto end = run_(words);
    if (const auto* refusal = std::get_if<Refusal>(&end)) {
        return Refusal{refusal->text +
                       "; is this a machine that submits to Slurm? --dry-run prints the script"};
    }
    const auto& answer = std::get<ProgramEnd>(end);
    if (answer.exit_code != 0) {
        Refusal refusal = complaint("sbatch", answer);
        if (answer.errors.find("Invalid job array") != std::string::npos) {
            refusal.text +=
                "\n  most clusters take at most 1000 shards: scontrol show config | grep MaxArraySize";
        }
        return refusal;
    }
    const SlurmId id{first_line(answer.out)};
    if (!is_id(id.text)) {
        return Refusal{"sbatch has printed no job id: " + printable(first_line(answer.out + answer.errors))};
    }
    write_file(job.folder / job_file, fmt::format("{} {}\n", id.text, job.shards));
    return id;
}

std::variant<SlurmQueue, Refusal> SlurmClient::queue(const SlurmId& id) const {
    const auto end = run_(with_cluster(
        {"squeue", "--noheader", "--array", "--states=all", "--jobs=" + id.number(), "--format=%T|%r"}, id));
    if (const auto* refusal = std::get_if<Refusal>(&end)) {
        return *refusal;
    }
    const auto& answer = std::get<ProgramEnd>(end);
    if (answer.exit_code != 0) {
        // So it says some minutes after the job's end.
        const bool forgotten = answer.errors.find("Invalid job id") != std::string::npos;
        return forgotten ? std::variant<SlurmQueue, Refusal>{SlurmQueue{}} : complaint("squeue", answer);
    }
    SlurmQueue queue;
    std::istringstream lines{answer.out};
    for (std::string line; std::getline(lines, line);) {
        const bool is_task = line.find('|') != std::string::npos;  // the other line is "CLUSTER: …"
        if (is_task) {
            count_task(line, queue);
        }
    }
    return queue;
}

// A cluster that is set up anew gives its ids out again: the job must be of this folder.
bool SlurmClient::is_from(const SlurmId& id, const fs::path& folder) const {
    const auto end = run_(with_cluster(
        {"squeue", "--noheader", "--states=all", "--jobs=" + id.number(), "--format=folder=%Z"}, id));
    const auto* answer = std::get_if<ProgramEnd>(&end);
    return answer != nullptr && answer->out.find("folder=" + folder.string() + "\n") != std::string::npos;
}

std::optional<SlurmId> SlurmClient::queued_from(const fs::path& folder) const {
    const auto last = last_job(folder);
    if (!last || !is_from(last->id, folder)) {
        return std::nullopt;
    }
    const auto answer = queue(last->id);
    const auto* tasks = std::get_if<SlurmQueue>(&answer);
    return tasks != nullptr && !tasks->empty() ? std::optional{last->id} : std::nullopt;
}

void SlurmClient::cancel_waiting(const SlurmId& id) const {
    run_(with_cluster({"scancel", "--state=PENDING", id.number()}, id));
}

std::optional<Refusal> objection_to(const std::vector<std::string>& sbatch_arguments) {
    struct Option {
        const char* name;
        const char* letter;
        const char* why;
    };
    constexpr std::array options = {
        Option{"--array", "-a", "--shards says how many tasks there are"},
        Option{"--wrap", "", "the script is ours"},
        Option{"--wait", "-W", "the launch waits by itself"},
        Option{"--chdir", "-D", "script and logs are in the folder of the results"},
    };
    for (const std::string& argument : sbatch_arguments) {
        for (const Option& option : options) {
            const bool is_long = argument.substr(0, argument.find('=')) == option.name;
            const bool is_short = *option.letter != '\0' && argument.starts_with(option.letter);
            if (is_long || is_short) {
                return Refusal{fmt::format("{}: {}", printable(argument), option.why)};
            }
        }
    }
    return std::nullopt;
}

std::optional<SubmittedJob> last_job(const fs::path& folder) {
    std::ifstream file{folder / job_file};
    SubmittedJob job;
    const bool whole = static_cast<bool>(file >> job.id.text >> job.shards);
    return whole && is_id(job.id.text) ? std::optional{job} : std::nullopt;
}

std::string cancel_command(const SlurmId& id) {
    std::string text = "scancel";
    for (const std::string& word : with_cluster({id.number()}, id)) {
        text += " " + word;
    }
    return text;
}

}  // namespace trainyard
