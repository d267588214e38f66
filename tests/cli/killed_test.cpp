// A command that is killed, again and again, loses the runs in flight and nothing else.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/support/surroundings.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

// Starts the program and kills it after so long, unless it ends before; whether it was killed.
bool killed_after(std::chrono::milliseconds time, const std::string& file, const std::string& out) {
    const std::string program = trainyard::program_path();
    const pid_t child = fork();
    if (child == 0) {
        const int silent = open("/dev/null", O_RDWR);
        dup2(silent, STDOUT_FILENO);
        dup2(silent, STDERR_FILENO);
        execl(program.c_str(), "trainyard", "run", file.c_str(), "--strategy", "own", "--strategy", "cloud",
              "--replications", "400", "--jobs", "2", "--out", out.c_str(), nullptr);
        _exit(127);
    }
    std::this_thread::sleep_for(time);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

// "… holds 17 of the 800 runs": the 17.
int held(const std::string& out) {
    const Ended status = call("status " + out);
    const auto at = status.out.find(": ");
    return status.code == 0 && at != std::string::npos ? std::stoi(status.out.substr(at + 2)) : 0;
}

}  // namespace

TEST_CASE("twenty times kill -9, and the results are those of an undisturbed command, byte for byte") {
    const std::string file = scratch_file("killed.yaml", small_scenario());
    const std::string command =
        "run " + file + " --strategy own --strategy cloud --replications 400 --jobs 2 --out ";
    const std::string calm = scratch_path("calm");
    const std::string hard = scratch_path("hard");
    const Ended undisturbed = call(command + calm);
    REQUIRE(undisturbed.code == 0);
    int killed = 0;
    int grown = 0;
    int before = 0;
    for (int i = 0; i < 20; ++i) {
        killed += killed_after(std::chrono::milliseconds{30 + 7 * i}, file, hard) ? 1 : 0;
        const int now = held(hard);
        CHECK(now >= before);
        grown += now > before ? 1 : 0;
        before = now;
    }
    CHECK(killed >= 10);
    CHECK(grown >= 3);
    const Ended last = call(command + hard);
    CHECK(last.code == 0);
    CHECK_THAT(last.err, Contains("of the 800 runs"));
    CHECK(last.out == undisturbed.out);
    for (const char* name : {"jobs.csv", "ledger.csv", "runs.csv", "summary.json", "timeline.json"}) {
        CAPTURE(name);
        CHECK(content_of(hard + "/" + name) == content_of(calm + "/" + name));
    }
    CHECK(call("export " + hard).out == content_of(calm + "/runs.csv"));
}
