#include "bench/whole/measure.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

namespace trainyard::bench {
namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Returns in the parent.
pid_t start(const Command& command, int standard_output) {
    const pid_t child = fork();
    if (child != 0) {
        return child;
    }
    dup2(standard_output, STDOUT_FILENO);
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
}

// Exit code 1 says that an expectation failed: the run itself was fine.
void require_success(const Command& command, int status) {
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        std::string text;
        for (const std::string& argument : command) {
            text += argument + ' ';
        }
        throw std::runtime_error{text + "failed"};
    }
}

Cost cost_of(const Command& command) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    const auto begun = std::chrono::steady_clock::now();
    const pid_t child = start(command, nowhere);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun;
    close(nowhere);
    require_success(command, status);
    return {seconds(usage.ru_utime) + seconds(usage.ru_stime), wall.count(),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

}  // namespace

std::vector<Cost> least_costs(const std::vector<Command>& commands, int rounds) {
    std::vector<Cost> least;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < commands.size(); ++i) {
            const Cost cost = cost_of(commands[i]);
            if (round == 0) {
                least.push_back(cost);
                continue;
            }
            least[i] = {std::min(least[i].cpu_s, cost.cpu_s), std::min(least[i].wall_s, cost.wall_s),
                        std::max(least[i].peak_mb, cost.peak_mb)};
        }
    }
    return least;
}

std::string output_of(const Command& command) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error{"no pipe"};
    }
    const pid_t child = start(command, ends[1]);
    close(ends[1]);
    std::string text;
    std::array<char, 65536> buffer{};
    for (ssize_t count = 1; count > 0;) {
        count = read(ends[0], buffer.data(), buffer.size());
        text.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    require_success(command, status);
    return text;
}

}  // namespace trainyard::bench
