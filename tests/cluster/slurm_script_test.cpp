// The script as text, and what bash makes of it with stand-ins for Slurm's commands. What Slurm itself
// makes of it is slurm_test.sh.
#include "analysis/cluster/slurm_script.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "analysis/cluster/other_program.hpp"
#include "analysis/cluster/shell_words.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

using Words = std::vector<std::string>;

SlurmJob small_job() {
    SlurmJob job;
    job.name = "startup year";
    job.folder = "/results/one";
    job.directory = "/home/me/my studies";
    job.command = {"/usr/bin/trainyard", "sweep", "a.yaml", "--vary", "fleet.*.count=1,2", "--out", "r"};
    job.shards = 8;
    job.cpus = 4;
    return job;
}

Words directives(const std::string& script) {
    Words found;
    std::istringstream lines{script};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#SBATCH ")) {
            found.push_back(line.substr(8));
        }
    }
    return found;
}

// A task's life under bash: `program` is a shell script in place of trainyard, `state` what squeue says.
class Task {
public:
    Task(const std::string& program, const std::string& state, int restarts = 0)
        : state_{state}, restarts_{restarts} {
        executable("squeue", "echo \"squeue $*\" >>" + calls() + "\necho " + state_ + "\n");
        executable("scontrol", "echo \"scontrol $*\" >>" + calls() + "\n");
        executable("trainyard", program);
    }

    int run() { return run({}); }
    int run(const Words& arguments) {
        SlurmJob job = small_job();
        job.directory = folder_.path();
        job.command = {(folder_.path() / "trainyard").string()};
        job.command.insert(job.command.end(), arguments.begin(), arguments.end());
        const std::string script = folder_.write("script", slurm_script(job));
        const auto end =
            run_program({"env", "PATH=" + folder_.path().string() + ":/usr/bin:/bin", "SLURM_ARRAY_JOB_ID=12",
                         "SLURM_ARRAY_TASK_ID=3", "SLURM_CPUS_PER_TASK=4",
                         "SLURM_RESTART_COUNT=" + std::to_string(restarts_), "bash", script},
                        std::chrono::seconds{30});
        out = std::get<ProgramEnd>(end).out;
        CHECK(std::get<ProgramEnd>(end).errors.empty());
        return std::get<ProgramEnd>(end).exit_code;
    }

    // Which commands of Slurm were called.
    std::string called() const {
        std::ostringstream text;
        text << std::ifstream{folder_.path() / "calls"}.rdbuf();
        return text.str();
    }
    bool has_file(const char* name) const { return std::filesystem::exists(folder_.path() / name); }

    std::string out;

private:
    std::string calls() const { return shell_quoted((folder_.path() / "calls").string()); }
    void executable(const std::string& name, const std::string& body) {
        std::filesystem::permissions(folder_.write(name, "#!/bin/bash\n" + body),
                                     std::filesystem::perms::owner_all);
    }

    test::Folder folder_;
    std::string state_;
    int restarts_;
};

constexpr const char* asked = "squeue --noheader --jobs=12_3 --format=%T\n";
constexpr const char* requeued = "squeue --noheader --jobs=12_3 --format=%T\nscontrol requeue 12_3\n";

// Has its shell signalled as Slurm does it, and ends in its own time.
constexpr const char* told_to_stop = R"(trap 'sleep 0.2; exit 75' TERM
kill -TERM $PPID
while :; do sleep 0.05; done
)";

}  // namespace

TEST_CASE("The directives are the job's, and the script asks for the shard by task number") {
    const std::string script = slurm_script(small_job());
    CHECK(directives(script) == Words{"--job-name=trainyard-startup-year", "--array=0-7", "--ntasks=1",
                                      "--cpus-per-task=4", "--requeue", "--open-mode=append",
                                      "--output=slurm-logs/%A_%a.log", "--signal=B:TERM@60"});
    CHECK_THAT(script, Catch::Contains("\ncd -- '/home/me/my studies' || exit 2\n"));
    CHECK_THAT(script, Catch::Contains("\n/usr/bin/trainyard sweep a.yaml --vary 'fleet.*.count=1,2' --out r "
                                       "--shard \"$SLURM_ARRAY_TASK_ID/8\" "));
}

TEST_CASE("Shards that are submitted again keep their numbers") {
    SlurmJob job = small_job();
    job.only = {2, 3, 4, 7};
    const std::string script = slurm_script(job);
    CHECK(directives(script)[1] == "--array=2-4,7");
    CHECK_THAT(script, Catch::Contains("--shard \"$SLURM_ARRAY_TASK_ID/8\""));
}

TEST_CASE("Ranges are as Slurm writes them") {
    CHECK(index_ranges({}) == "");
    CHECK(index_ranges({5}) == "5");
    CHECK(index_ranges({0, 1}) == "0,1");
    CHECK(index_ranges({0, 1, 2, 5, 7, 8, 9}) == "0-2,5,7-9");
}

TEST_CASE("A name is reduced to what is safe anywhere") {
    CHECK(safe_name("startup-year_2.1") == "startup-year_2.1");
    CHECK(safe_name("x\n#SBATCH --uid=0\n$(id) 'q'") == "x-SBATCH---uid-0-id-q");
    CHECK(safe_name("日本") == "study");
    CHECK(safe_name("") == "study");
    CHECK(safe_name(std::string(200, 'a')) == std::string(40, 'a'));
}

TEST_CASE("No text of the study becomes a directive or a command") {
    const std::string evil = "x\n#SBATCH --uid=0\n'; touch hacked; '$(touch hacked)`touch hacked`";
    SlurmJob job = small_job();
    job.name = evil;
    job.command.push_back(evil);
    const std::string script = slurm_script(job);
    // Slurm reads directives up to the first command; there are commands before the evil word.
    CHECK(script.find("\ntold=") < script.find("\n#SBATCH --uid=0"));
    CHECK(directives(script)[0] == "--job-name=trainyard-x-SBATCH---uid-0-touch-hacked-touch-hack");

    Task task{"printf '<%s>' \"$@\"", "RUNNING"};
    CHECK(task.run({evil, "a b", "%A"}) == 0);
    CHECK(task.out == "<" + evil + "><a b><%A><--shard><3/8><--jobs><4>");
    CHECK_FALSE(task.has_file("hacked"));
}

TEST_CASE("The exit code of the shard is the task's") {
    for (const int code : {0, 2, 3}) {
        Task task{"exit " + std::to_string(code), "RUNNING"};
        CHECK(task.run() == code);
        CHECK(task.called() == "");
    }
}

TEST_CASE("SIGTERM reaches the shard, whose end is awaited, and the task is requeued") {
    Task task{told_to_stop, "RUNNING"};
    CHECK(task.run() == 75);
    CHECK(task.called() == requeued);
}

TEST_CASE("A shard that SIGTERM kills before it listens is requeued too") {
    Task task{"kill -TERM $PPID\nexec sleep 20\n", "RUNNING"};
    CHECK(task.run() == 143);
    CHECK(task.called() == requeued);
}

TEST_CASE("A job that was cancelled is not brought back to life") {
    Task task{told_to_stop, "COMPLETING"};
    CHECK(task.run() == 75);
    CHECK(task.called() == asked);
}

TEST_CASE("A task that is always stopped at once is not requeued for ever") {
    Task task{told_to_stop, "RUNNING", 100};
    CHECK(task.run() == 75);
    CHECK(task.called() == "");
}

TEST_CASE("A shard that ignores SIGTERM and finishes is done") {
    Task task{"trap '' TERM\nkill -TERM $PPID\nsleep 0.2\nexit 0\n", "RUNNING"};
    CHECK(task.run() == 0);
    CHECK(task.called() == "");
}
