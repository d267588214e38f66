// Nothing that somebody else wrote, a name, a file's name, a flag or a cell, draws on the terminal or
// reaches a shell, whichever command it is given to.
#include <catch2/catch.hpp>
#include <filesystem>

#include "sim/core/printable.hpp"
#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;
using trainyard::is_plain_text;

namespace {

namespace fs = std::filesystem;

const std::string red = "\x1b[31mred\x07";
const std::string red_as_text = "\\x1b[31mred\\x07";
const std::string c1 =
    "\xC2\x9B"
    "31m";                                     // the same in one character, as some terminals take it
const std::string backwards = "\xE2\x80\xAE";  // all that follows from right to left

// What is printed of it, all of it text.
std::string said(const std::string& arguments) {
    const Ended ended = call(arguments);
    CAPTURE(arguments);
    CHECK(is_plain_text(ended.out));
    CHECK(is_plain_text(ended.err));
    CHECK(ended.code < 128);
    return ended.out + ended.err;
}

// A file whose name is not fit for a terminal, quoted for the shell.
std::string odd_file(const std::string& content, const std::string& ending) {
    return "'" + scratch_file(red + c1 + ending, content) + "'";
}

}  // namespace

TEST_CASE("a file's name is shown as text by every command that takes one") {
    const std::string file = odd_file(small_scenario(), ".yaml");
    const std::string out = "'" + scratch_path("out" + red) + "'";
    said("run " + file + " --out " + out);
    for (const std::string command : {"status", "export", "resume", "merge", "export --format json"}) {
        said(command + " " + out);
    }
    CHECK_THAT(said("status " + out), Contains("out" + red_as_text));
    for (const std::string command :
         {"check", "compare", "run --format csv", "run --format json", "sweep --vary seed=1",
          "sweep --vary 'horizon=1 d,2 d'", "run --set 'name=~'"}) {
        said(command + " " + file);
    }
    said("explain job " + file + " bot");
    said("sweep --vary 'horizon=1 d,2 d' --launch slurm --shards 2 --dry-run --out " + out + " " + file);
    const std::string log = odd_file("submit_s,gpus,work_gpu_h,team\n0,1,x,a\n", ".csv");
    for (const std::string& command : std::vector<std::string>{
             "fit ", "inspect --format trainyard ", "inspect --format skypilot ",
             "import sacct --out " + out + " ", "import csv --columns submit=t,duration=d --out x ",
             "import prices --from skypilot --gpu A --out x ", "run ", "claims "}) {
        CHECK_THAT(said(command + log), Contains(red_as_text));
    }
    said("backtest " + log + " " + file);
}

TEST_CASE("words of the command line are shown as text") {
    const std::string file = scratch_file("words.yaml", small_scenario());
    const std::string word = "'" + red + c1 + backwards + "\xFF'";
    for (const std::string flag : {"--strategy", "--set", "--set horizon=", "--format", "--replications",
                                   "--seed", "--jobs", "--run-timeout", "--shard", "--nonsense"}) {
        said("run " + file + " " + flag + " " + word);
    }
    said("run " + file + " --set " + word + "=1");
    said("run " + file + " --set 'name=" + red + "'");
    for (const std::string flag : {"--vary", "--design", "--vary horizon=", "--launch"}) {
        said("sweep " + file + " " + flag + " " + word);
    }
    said("sweep " + file + " --vary " + word + "=1,2");
    said("sweep " + file + " --vary horizon=" + word + ",2");
    for (const std::string flag : {"--baseline", "--metric", "--target", "--precision"}) {
        said("compare " + file + " " + flag + " " + word);
    }
    for (const std::string& command : std::vector<std::string>{
             "", "catalogue", "new", "status", "resume", "export", "merge", "claims", "schema", "fit",
             "inspect", "import", "import prices", "explain", "explain job " + file}) {
        said(command + " " + word);
    }
    said("backtest " + file + " " + file + " --strategy " + word);
}

TEST_CASE("a name in a scenario that is no text is refused, and shown as text") {
    for (const std::string name : {"\"\\e[31mred\\a\"", "\"\\x9b31m\"", "\"\\u202e\""}) {
        std::string scenario = small_scenario();
        scenario.replace(scenario.find("  dear:"), 6, "  " + name);
        CHECK(call("check " + scratch_file("named.yaml", scenario)).code == 2);
        said("run " + scratch_path("named.yaml"));
        scenario = small_scenario();
        scenario.replace(scenario.find("Does it run?"), 12, name);
        const Ended check = call("check " + scratch_file("question.yaml", scenario));
        CHECK(check.code == 2);
        CHECK_THAT(check.err, Contains("question: `\\") && Contains("has a control character"));
        said("check " + scratch_path("question.yaml"));
    }
}

TEST_CASE("cells of logs and price lists come out as text") {
    const std::string log = scratch_file("teams.csv", "t,n,d,who,how\n0,1,60," + red + ",Pass\n60,1,60," +
                                                          c1 + ",Fail" + red + "\n120,1,90,b,Pass\n");
    const std::string jobs = scratch_path("teams-jobs.csv");
    said("import csv " + log + " --columns submit=t,gpus=n,duration=d,team=who,status=how --out " + jobs);
    CHECK(is_plain_text(content_of(jobs)));
    said("fit " + jobs);
    std::string scenario = small_scenario();
    const std::string arrivals = "arrivals: {every: 1 h}";
    scenario.replace(
        scenario.find(arrivals), arrivals.size(),
        "trace: {file: teams.csv, format: csv, columns: {submit: t, duration: d, team: who, status: how}}");
    const std::string file = scratch_file("teams.yaml", scenario);
    for (const std::string command : {"check", "run", "run --format csv", "run --format json", "compare"}) {
        CHECK(call(command + " " + file).code == 0);
        said(command + " " + file);
    }
    const std::string prices = scratch_file(
        "odd.csv", "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\n" + red + ",H" +
                       c1 + ",1,6.5,2.0," + red + "\n" + red + ",H,x" + red + ",1,1,1\n");
    said("import prices --from skypilot " + prices + " --gpu H --out " + scratch_path("odd.yaml"));
    said("import prices --from skypilot " + prices + " --gpu 'H" + c1 + "' --out " +
         scratch_path("odd.yaml"));
    const std::string history = scratch_file(
        "aws.json",
        R"({"SpotPriceHistory": [{"Timestamp": "2025-03-03T09:00:00Z", "SpotPrice": "1", "InstanceType": ")"
        R"(\u001b[31m\u009b"}]})");
    said("inspect --format aws-prices " + history);
}

TEST_CASE("a folder of results that somebody else has made is shown as text, or not at all") {
    const std::string out = scratch_path("made-elsewhere");
    REQUIRE(
        call("run --strategy own " + scratch_file("plain.yaml", small_scenario()) + " --out " + out).code ==
        0);
    std::string plan = content_of(out + "/plan.json");
    for (auto at = plan.find("\"small\""); at != std::string::npos; at = plan.find("\"small\"", at + 1)) {
        plan.replace(at, 7, "\"\\u001b[31m\"");
    }
    scratch_file("made-elsewhere/plan.json", plan);
    for (const std::string command : {"status ", "export ", "merge ", "resume "}) {
        said(command + out);
        CHECK(call(command + out).code == 2);
    }
}

TEST_CASE("a name never reaches a shell") {
    std::string scenario = small_scenario();
    const std::string named = "name: small";
    scenario.replace(scenario.find(named), named.size(),
                     "name: \"x\\n#SBATCH --uid=0\\n$(touch pwned); `touch pwned`\"");
    const std::string file = scratch_file("it's $(touch pwned) `touch pwned`;.yaml", scenario);
    std::string quoted = file;
    quoted.replace(quoted.find('\''), 1, "'\\''");
    const std::string out = scratch_path("pwned-out");
    const Ended dry = call("sweep --vary 'horizon=1 d,2 d' --launch slurm --shards 2 --dry-run --out " + out +
                           " '" + quoted + "'");
    CHECK(dry.code == 0);
    CHECK_THAT(dry.out, Contains("#SBATCH --job-name=trainyard-x-SBATCH---uid-0-touch-pwned-touch") &&
                            !Contains("\n#SBATCH --uid"));
    const std::string script = scratch_file("pwned.sh", "cd '" + scratch_path("") + "'\ntrue() { :; }\n" +
                                                            dry.out.substr(dry.out.find("#!/bin/bash")));
    CHECK(std::system(("bash -n '" + script + "'").c_str()) == 0);
    CHECK_FALSE(fs::exists(scratch_path("pwned")));
    REQUIRE(call("run --strategy own --out " + out + " '" + quoted + "'").code == 0);
    CHECK(call("status " + out).code == 0);
    CHECK_FALSE(fs::exists(scratch_path("pwned")));
}
