#include "analysis/cluster/other_program.hpp"

#include <catch2/catch.hpp>
#include <csignal>

#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

constexpr std::chrono::seconds patience{30};

std::variant<ProgramEnd, Refusal> shell(const std::string& script,
                                        std::chrono::milliseconds timeout = patience) {
    return run_program({"sh", "-c", script}, timeout);
}

ProgramEnd end_of(const std::string& script) { return std::get<ProgramEnd>(shell(script)); }

}  // namespace

TEST_CASE("A program's exit code and both of its outputs come back") {
    const ProgramEnd end = end_of("echo out; echo errors >&2; exit 75");
    CHECK(end.exit_code == 75);
    CHECK(end.out == "out\n");
    CHECK(end.errors == "errors\n");
}

TEST_CASE("More output than a pipe holds comes back") {
    const ProgramEnd end = end_of("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2");
    CHECK(end.out.size() == 300000);
    CHECK(end.errors.size() == 300000);
}

TEST_CASE("Arguments arrive as they are, without a shell") {
    const auto end = run_program({"printf", "%s|", "a b", "$HOME", "*", ""}, patience);
    CHECK(std::get<ProgramEnd>(end).out == "a b|$HOME|*||");
}

TEST_CASE("A program that is not there is named") {
    const auto end = run_program({"trainyard-no-such-program"}, patience);
    CHECK(std::get<Refusal>(end).text == "cannot start trainyard-no-such-program: No such file or directory");
}

TEST_CASE("A program that is killed has no exit code") {
    CHECK(std::get<Refusal>(shell("kill -KILL $$")).text == "sh was killed by signal 9 (Killed)");
}

TEST_CASE("A program that takes too long is killed, and its children with it") {
    test::Folder folder;
    const std::string pid_file = (folder.path() / "pid").string();
    const auto end = shell("sleep 600 & echo $! >'" + pid_file + "'; wait", std::chrono::milliseconds{500});
    CHECK(std::get<Refusal>(end).text == "sh had not ended after 0.5 s");
    pid_t child = 0;
    std::ifstream{pid_file} >> child;
    REQUIRE(child > 1);
    // Dead, or dying: killed, and not yet buried by its new parent.
    const ProgramEnd state = end_of("ps -o stat= -p " + std::to_string(child) + " || echo Z");
    CHECK(state.out.substr(0, 1) == "Z");
}

TEST_CASE("A program that closes its output and goes on is killed in time") {
    const auto end = shell("exec >&- 2>&-; exec sleep 600", std::chrono::milliseconds{300});
    CHECK_THAT(std::get<Refusal>(end).text, Catch::Contains("had not ended"));
}

TEST_CASE("A program reads nothing") { CHECK(end_of("cat; echo read").out == "read\n"); }

TEST_CASE("A program finds SIGTERM unblocked and SIGPIPE as usual") {
    sigset_t term;
    sigset_t before;
    sigemptyset(&term);
    sigaddset(&term, SIGTERM);
    sigprocmask(SIG_BLOCK, &term, &before);
    const auto handler = std::signal(SIGPIPE, SIG_IGN);
    const auto status = run_program({"cat", "/proc/self/status"}, patience);
    std::signal(SIGPIPE, handler);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    const auto mask = [&](const std::string& name) {
        const std::string& text = std::get<ProgramEnd>(status).out;
        return std::stoull(text.substr(text.find(name) + name.size()), nullptr, 16);
    };
    CHECK(mask("SigBlk:") == 0);
    CHECK((mask("SigIgn:") & (1ull << (SIGPIPE - 1))) == 0);
}
