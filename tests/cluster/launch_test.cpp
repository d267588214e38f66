#include "analysis/cluster/launch.hpp"

#include <catch2/catch.hpp>
#include <deque>

#include "tests/cluster/slurm_tool.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

const StudyState nothing_done{0, 8, {0, 1, 2, 3}};
const StudyState half_done{6, 8, {1, 3}};
const StudyState all_done{8, 8, {}};

// A launch of four shards with what store and Slurm answer, look by look; the last one goes on.
class Story {
public:
    std::deque<StudyState> store{nothing_done};
    test::SlurmTool slurm;
    int pauses_until_stop = 1000;

    LaunchEnd launch(int resubmissions = 3) {
        SlurmJob job;
        job.name = "year";
        job.folder = folder_.path();
        job.directory = folder_.path();
        job.command = {"trainyard", "sweep"};
        job.shards = 4;
        LaunchHooks hooks;
        hooks.look = [this] {
            const StudyState state = store.front();
            if (store.size() > 1) {
                store.pop_front();
            }
            return state;
        };
        hooks.pause = [this](std::chrono::milliseconds time) {
            waited += time;
            return --pauses_until_stop < 0;
        };
        hooks.progress = [this](const StudyState& state, const std::string& queue) {
            progress.push_back(std::to_string(state.done) + ": " + queue);
        };
        hooks.say = [this](const std::string& line) { said.push_back(line); };
        hooks.complain = [this](const std::string& what) { complaints.push_back(what); };
        hooks.slurm = slurm.client();
        return launch_on_slurm(job, hooks, resubmissions);
    }

    std::string folder() const { return folder_.path().string(); }
    void last_submitted(const std::string& id) const { folder_.write("slurm-job", id + " 4\n"); }

    std::chrono::milliseconds waited{};
    Words progress;
    Words said;
    Words complaints;

private:
    test::Folder folder_;
};

}  // namespace

TEST_CASE("A launch ends when no task is left and the store is complete") {
    Story story;
    story.store = {nothing_done, nothing_done, half_done, all_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"PENDING|Resources\n", "RUNNING|None\n", "COMPLETED|None\n"});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.said == Words{"submitted shards 0-3 as job 12"});
    CHECK(story.progress ==
          Words{"0: 1 waits (Resources)", "6: 1 shard runs", "8: no shard is in the queue"});
    CHECK(story.complaints.empty());
}

TEST_CASE("A complete store is not submitted") {
    Story story;
    story.store = {all_done};
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.slurm.calls("").empty());
}

TEST_CASE("Unfinished shards are submitted again, those alone") {
    Story story;
    story.store = {nothing_done, half_done, half_done, all_done};
    story.slurm.answers("sbatch", Words{"12\n", "13\n"});
    story.slurm.answers("squeue", Words{"FAILED|NonZeroExitCode\n"});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.said == Words{"submitted shards 0-3 as job 12", "submitted shards 1,3 as job 13"});
}

TEST_CASE("Results that a file system shows late are waited for") {
    Story story;
    story.store = {nothing_done, half_done, all_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"COMPLETED|None\n"});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.waited == 5s);
    CHECK(story.slurm.calls("sbatch").size() == 1);
}

TEST_CASE("After the last resubmission the launch gives up, and says where to look") {
    Story story;
    story.store = {half_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"FAILED|NonZeroExitCode\nTIMEOUT|TimeLimit\n"});
    CHECK(story.launch(2) == LaunchEnd::unfinished);
    CHECK(story.slurm.calls("sbatch").size() == 3);
    CHECK(story.complaints ==
          Words{"shards 1,3 are unfinished (Slurm says: 1 FAILED, 1 TIMEOUT); what they said: " +
                story.folder() + "/slurm-logs"});
}

TEST_CASE("A job that somebody cancelled is not submitted again") {
    Story story;
    story.store = {half_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"RUNNING|None\n", "CANCELLED|None\n"});
    CHECK(story.launch() == LaunchEnd::unfinished);
    CHECK(story.slurm.calls("sbatch").size() == 1);
    CHECK_THAT(story.complaints.at(0), Catch::Contains("1 CANCELLED"));
}

TEST_CASE("Who stops following leaves the job alone and learns how to return") {
    Story story;
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"RUNNING|None\n"});
    story.pauses_until_stop = 2;
    CHECK(story.launch() == LaunchEnd::stopped);
    CHECK(story.said.at(1) ==
          "job 12 goes on by itself. How far it is: trainyard status " + story.folder() +
              "\nthe same command again follows it; `scancel 12` ends it, and what is done stays");
    CHECK(story.slurm.calls("scancel").empty());
}

TEST_CASE("A job of before that is still in the queue is followed, not doubled") {
    Story story;
    story.store = {nothing_done, all_done};
    story.last_submitted("11");
    const std::string ours = "folder=" + story.folder() + "\n";
    story.slurm.answers("squeue", Words{ours, "RUNNING|None\n", "RUNNING|None\n", ""});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.slurm.calls("sbatch").empty());
    CHECK(story.said == Words{"job 11 of this folder is still in the queue: following it"});
}

TEST_CASE("A job of before that has ended is followed by another") {
    Story story;
    story.store = {half_done, all_done};
    story.last_submitted("11");
    story.slurm.answers("squeue", Words{"folder=" + story.folder() + "\n", "COMPLETED|None\n"});
    story.slurm.answers("sbatch", Words{"12\n"});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.said == Words{"submitted shards 1,3 as job 12"});
}

TEST_CASE("A stranger's job that has the number of the last one is left alone") {
    Story story;
    story.store = {half_done, all_done};
    story.last_submitted("11");
    story.slurm.answers("squeue", Words{"folder=/somewhere/else\n", "RUNNING|None\n", ""});
    story.slurm.answers("sbatch", Words{"12\n"});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.slurm.calls("sbatch").size() == 1);
}

TEST_CASE("Tasks that wait while the store is complete are taken out of the queue") {
    Story story;
    story.store = {nothing_done, all_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue",
                        Words{"RUNNING|None\nPENDING|launch failed requeued held\n", "CANCELLED|None\n"});
    story.slurm.answers("scancel", Words{""});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.slurm.calls("scancel") == Words{"scancel '--state=PENDING' 12"});
}

TEST_CASE("Held tasks are spoken of once") {
    Story story;
    story.store = {nothing_done, nothing_done, nothing_done, nothing_done, all_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"PENDING|JobHeldAdmin\n", "PENDING|JobHeldAdmin\n", ""});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.said.size() == 2);
    CHECK(story.said.at(1) == "job 12: 1 is held (JobHeldAdmin); to let them run: scontrol release 12");
}

TEST_CASE("A controller that is away for a while is asked until it is back") {
    Story story;
    story.store = {nothing_done, nothing_done, nothing_done, nothing_done, all_done};
    story.slurm.answers("sbatch", Words{"12\n"});
    const ProgramEnd away{1, "", "squeue: error: Unable to contact slurm controller\n"};
    story.slurm.answers("squeue", {away, away, ProgramEnd{}});
    CHECK(story.launch() == LaunchEnd::finished);
    CHECK(story.said.size() == 2);
    CHECK_THAT(story.said.at(1), Catch::EndsWith("asking again until Slurm answers"));
}

TEST_CASE("A refused submission ends the launch") {
    Story story;
    story.slurm.answers("sbatch", {Refusal{"cannot start sbatch"}});
    CHECK(story.launch() == LaunchEnd::refused);
    CHECK_THAT(story.complaints.at(0), Catch::StartsWith("cannot start sbatch"));
}

TEST_CASE("Slurm is asked often at first, then rarely") {
    Story story;
    story.slurm.answers("sbatch", Words{"12\n"});
    story.slurm.answers("squeue", Words{"RUNNING|None\n"});
    story.pauses_until_stop = 30;
    story.launch();
    CHECK(story.slurm.calls("squeue").size() == 31);
    CHECK(story.waited > 300s);
    CHECK(story.waited < 31 * 15s);
}
