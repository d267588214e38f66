#include "analysis/cluster/slurm_client.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/cluster/slurm_tool.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

using Words = std::vector<std::string>;

SlurmJob job_in(const test::Folder& folder) {
    SlurmJob job;
    job.name = "year";
    job.folder = folder.path();
    job.directory = folder.path();
    job.command = {"trainyard", "sweep"};
    job.shards = 4;
    return job;
}

// What comes of a submission that sbatch answers so.
std::string refusal_of(const std::variant<ProgramEnd, Refusal>& answer) {
    test::Folder folder;
    test::SlurmTool tool;
    tool.answers("sbatch", {answer});
    const auto result = tool.client().submit(job_in(folder));
    CHECK_FALSE(last_job(folder.path()));
    return std::holds_alternative<Refusal>(result) ? std::get<Refusal>(result).text : "submitted";
}

SlurmQueue queue_of(const std::string& squeue_output) {
    test::SlurmTool tool;
    tool.answers("squeue", Words{squeue_output});
    return std::get<SlurmQueue>(tool.client().queue({"12"}));
}

}  // namespace

TEST_CASE("A submission writes the script, makes the log folder and remembers the job") {
    test::Folder folder;
    test::SlurmTool tool;
    tool.answers("sbatch", Words{"123\n"});
    SlurmJob job = job_in(folder);
    job.sbatch_arguments = {"--time=1:00:00", "-p", "two words"};
    CHECK(std::get<SlurmId>(tool.client().submit(job)) == SlurmId{"123"});
    const std::string here = folder.path().string();
    CHECK(tool.calls("sbatch") == Words{"sbatch --parsable '--chdir=" + here +
                                        "' '--time=1:00:00' -p 'two words' " + here + "/slurm.sh"});
    std::ostringstream script;
    script << std::ifstream{folder.path() / "slurm.sh"}.rdbuf();
    CHECK(script.str() == slurm_script(job));
    CHECK(std::filesystem::is_directory(folder.path() / "slurm-logs"));
    CHECK(last_job(folder.path())->id == SlurmId{"123"});
    CHECK(last_job(folder.path())->shards == 4);
}

TEST_CASE("Where there is no sbatch, that is said") {
    CHECK(
        refusal_of(Refusal{"cannot start sbatch: No such file or directory"}) ==
        "cannot start sbatch: No such file or directory; is this a machine that submits to Slurm? --dry-run "
        "prints the script");
}

TEST_CASE("What sbatch objects to is passed on") {
    CHECK(refusal_of(ProgramEnd{
              1, "", "sbatch: error: invalid partition specified: gp\x1b[u\nsbatch: error: no\n"}) ==
          "sbatch failed (exit code 1)\n  sbatch: error: invalid partition specified: gp\\x1b[u\n  sbatch: "
          "error: no");
    CHECK_THAT(refusal_of(ProgramEnd{1, "", "sbatch: error: Invalid job array specification\n"}),
               Catch::Contains("most clusters take at most 1000 shards"));
    CHECK(refusal_of(ProgramEnd{0, "", ""}) == "sbatch has printed no job id: ");
    CHECK(refusal_of(ProgramEnd{0, "Submitted batch job 12\n", ""}) ==
          "sbatch has printed no job id: Submitted batch job 12");
}

TEST_CASE("A job of one cluster of several is asked for there") {
    test::SlurmTool tool;
    tool.answers("squeue", Words{"CLUSTER: east\nRUNNING|None\n"});
    tool.answers("scancel", Words{""});
    const SlurmId id{"12;east"};
    CHECK(std::get<SlurmQueue>(tool.client().queue(id)).running == 1);
    tool.client().cancel_waiting(id);
    CHECK_THAT(tool.calls("squeue").at(0), Catch::EndsWith("'--clusters=east'"));
    CHECK(tool.calls("scancel") == Words{"scancel '--state=PENDING' 12 '--clusters=east'"});
    CHECK(cancel_command(id) == "scancel 12 --clusters=east");
}

TEST_CASE("Tasks are counted by what can become of them") {
    const SlurmQueue queue = queue_of(
        "RUNNING|None\nCOMPLETING|None\nPENDING|BeginTime\nPENDING|launch failed requeued held\n"
        "PENDING|JobHeldUser\nCOMPLETED|None\nTIMEOUT|TimeLimit\nFAILED|NonZeroExitCode\nFAILED|RaisedSignal:"
        "9\n");
    CHECK(queue.running == 2);
    CHECK(queue.pending == 1);
    CHECK(queue.held == 2);
    CHECK(queue.words() == "2 shards run, 1 waits, 2 are held (BeginTime)");
    CHECK(queue.ended_badly() == "2 FAILED, 1 TIMEOUT");
    CHECK_FALSE(queue.empty());
}

TEST_CASE("Tasks that have ended are not in the queue, nor is a job that Slurm has forgotten") {
    CHECK(queue_of("").empty());
    CHECK(queue_of("COMPLETED|None\n").empty());
    CHECK(queue_of("COMPLETED|None\n").ended_badly() == "");
    CHECK(queue_of("").words() == "no shard is in the queue");
    test::SlurmTool tool;
    tool.answers("squeue", {ProgramEnd{1, "", "slurm_load_jobs error: Invalid job id specified\n"}});
    CHECK(std::get<SlurmQueue>(tool.client().queue({"12"})).empty());
}

TEST_CASE("A folder's job is in the queue, or has ended, or is another folder's that has its number") {
    test::Folder folder;
    const std::string ours = "folder=" + folder.path().string() + "\n";
    const auto queued = [&](const Words& answers) {
        test::SlurmTool tool;
        tool.answers("squeue", answers);
        return tool.client().queued_from(folder.path());
    };
    CHECK_FALSE(queued({}));
    folder.write("slurm-job", "12 4\n");
    CHECK(queued({ours, "RUNNING|None\n"}) == SlurmId{"12"});
    CHECK_FALSE(queued({ours, "COMPLETED|None\n"}));
    CHECK_FALSE(queued({"folder=/elsewhere\n"}));
    CHECK_FALSE(queued({"folder=" + folder.path().string() + "/below\n"}));
    CHECK_FALSE(queued({""}));
}

TEST_CASE("A controller that does not answer is no empty queue") {
    test::SlurmTool tool;
    tool.answers("squeue", {ProgramEnd{1, "", "squeue: error: Unable to contact slurm controller\n"}});
    const auto answer = tool.client().queue({"12"});
    CHECK_THAT(std::get<Refusal>(answer).text, Catch::Contains("Unable to contact slurm controller"));
}

TEST_CASE("Arguments for sbatch that would spoil the launch are refused") {
    CHECK_FALSE(objection_to({"--time=1:00:00", "-p", "gpu", "--account=a", "--mem=4G"}));
    CHECK(objection_to({"--array=0-3"})->text == "--array=0-3: --shards says how many tasks there are");
    for (const char* wrong :
         {"--array", "-a0-3", "-a", "--wrap=id", "--wait", "-W", "--chdir=/x", "-D", "-D/x"}) {
        CHECK(objection_to({"-p", "gpu", wrong}));
    }
}

TEST_CASE("A file that names no job is none") {
    test::Folder folder;
    CHECK_FALSE(last_job(folder.path()));
    folder.write("slurm-job", "rm -rf /\n");
    CHECK_FALSE(last_job(folder.path()));
    folder.write("slurm-job", "12\n");
    CHECK_FALSE(last_job(folder.path()));
}
