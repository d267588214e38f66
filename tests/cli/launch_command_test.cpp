// A launch from outside, with stand-ins for Slurm's commands that run the tasks here and now.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "tests/cli/program.hpp"
#include "tests/support/surroundings.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

namespace fs = std::filesystem;

// The folder is told by a file `lose` in it that sbatch is to forget about shard 1 once.
constexpr const char* sbatch = R"(#!/bin/bash
script=${!#}
for word; do [[ $word != --chdir=* ]] || cd "${word#--chdir=}"; done
array=$(sed -n 's/^#SBATCH --array=//p' "$script")
for part in ${array//,/ }; do
    for ((task = ${part%-*}; task <= ${part#*-}; task++)); do
        ((task == 1)) && [[ -f lose ]] && rm lose && continue
        SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=$task bash "$script" >>slurm-logs/log 2>&1
    done
done
echo 7
)";

// While it lives, these are the commands of Slurm.
class StandIns {
public:
    StandIns() {
        fs::create_directories(scratch_path("bin"));
        add("sbatch", sbatch);
        add("squeue", "#!/bin/sh\n");
        add("scancel", "#!/bin/sh\n");
        setenv("PATH", (scratch_path("bin") + ":" + before_).c_str(), 1);
    }
    ~StandIns() { setenv("PATH", before_.c_str(), 1); }
    StandIns(const StandIns&) = delete;
    StandIns& operator=(const StandIns&) = delete;

private:
    static void add(const std::string& name, const std::string& text) {
        fs::permissions(scratch_file("bin/" + name, text), fs::perms::owner_all);
    }
    std::string before_ = std::getenv("PATH");
};

std::string sweep(const std::string& out) {
    return "sweep " + scratch_file("launch.yaml", small_scenario()) +
           " --replications 2 --vary 'fleet.rigs.rig.count=1,2' --out " + scratch_path(out) + " ";
}

std::string everything(const std::string& out) {
    const std::string folder = scratch_path(out);
    return content_of(folder + "/points.csv") + content_of(folder + "/runs.csv") +
           content_of(folder + "/summary.json");
}

}  // namespace

TEST_CASE("a launched sweep prints and leaves what the same sweep does here") {
    const StandIns slurm;
    const Ended here = call(sweep("here"));
    const Ended launched = call(sweep("there") + "--launch slurm --shards 3");
    CHECK(launched.code == 0);
    CHECK(launched.out == here.out);
    CHECK_THAT(launched.err, Contains("submitted shards 0-2 as job 7"));
    CHECK(everything("there") == everything("here"));
    CHECK(fs::exists(scratch_path("there") + "/shards/shard-2-of-3-1.db"));
    const Ended again = call(sweep("there") + "--launch slurm --shards 3");
    CHECK(again.out == here.out);
    CHECK_THAT(again.err, !Contains("submitted"));
}

TEST_CASE("a shard that is lost is submitted again; resume knows how many there are") {
    const StandIns slurm;
    fs::create_directories(scratch_path("lossy"));
    CHECK(call(sweep("lossy") + "--shard 0/3").code == 0);
    scratch_file("lossy/lose", "");
    const Ended launched = call("resume " + scratch_path("lossy") + " --launch slurm --shards 3");
    CHECK(launched.code == 0);
    CHECK_THAT(launched.err,
               Contains("submitted shards 1,2 as job 7") && Contains("submitted shard 1 as job 7"));
    const Ended more = call("resume " + scratch_path("lossy") + " --replications 3 --launch slurm");
    CHECK(more.code == 0);
    CHECK_THAT(more.err, Contains("submitted shards 0-2 as job 7"));
}

TEST_CASE("--fresh replaces other results before the launch, not after") {
    const StandIns slurm;
    CHECK(call(sweep("fresh") + "--seed 5").code == 0);
    const Ended other = call(sweep("fresh") + "--launch slurm --shards 2");
    CHECK(other.code == 2);
    CHECK_THAT(other.err, Contains("holds other results"));
    const Ended fresh = call(sweep("fresh") + "--launch slurm --shards 2 --fresh");
    CHECK(fresh.code == 0);
    CHECK_THAT(call("status " + scratch_path("fresh")).out, Contains("12 of 12 runs done"));
    CHECK_THAT(fresh.err, !Contains("0 of the"));
    CHECK(fs::exists(scratch_path("fresh") + "/shards/shard-1-of-2-1.db"));
}

TEST_CASE("arguments for sbatch reach it word by word, and a wrong one is refused") {
    const StandIns slurm;
    scratch_file("bin/sbatch", "#!/bin/sh\nprintf '<%s>' \"$@\" >&2\nexit 1\n");
    const Ended refused = call(
        sweep("words") + "--launch slurm --shards 2 --sbatch-args \"--time=1:00:00 --comment='two words'\"");
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Contains("sbatch failed (exit code 1)") &&
                                Contains("<--time=1:00:00><--comment=two words><" + scratch_path("words")));
    const Ended array = call(sweep("words") + "--launch slurm --shards 2 --sbatch-args=--array=1");
    CHECK(array.code == 2);
    CHECK_THAT(array.err, Contains("--array=1: --shards says how many tasks there are"));
}

TEST_CASE("where there is no Slurm, that is said") {
    fs::create_directories(scratch_path("empty"));
    const std::string before = std::getenv("PATH");
    setenv("PATH", scratch_path("empty").c_str(), 1);
    const Ended launched = call(sweep("nowhere") + "--launch slurm --shards 2");
    setenv("PATH", before.c_str(), 1);
    CHECK(launched.code == 2);
    CHECK_THAT(launched.err, Contains("cannot start sbatch: No such file or directory"));
}

TEST_CASE("shards that begin in a new folder all at once agree on it") {
    for (int round = 0; round < 8; ++round) {
        const std::string command = sweep("at-once-" + std::to_string(round)) + "--jobs 1 --quiet --shard ";
        std::string all = command + "0/6";
        for (const char* shard : {"1/6", "2/6", "3/6", "4/6", "5/6"}) {
            all += " & '" + trainyard::program_path() + "' " + command + shard;
        }
        const Ended last = call(all + "; wait");
        CHECK(last.err.empty());
        CHECK_THAT(call("merge " + scratch_path("at-once-" + std::to_string(round))).out,
                   Contains("holds 12 of 12 runs, from 6 files of shards"));
    }
}
