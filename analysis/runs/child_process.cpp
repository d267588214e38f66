#include "analysis/runs/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

namespace trainyard {
namespace {

constexpr int exit_fine = 0;
constexpr int exit_exception = 1;  // the bytes are the exception's text
constexpr int exit_pipe_gone = 2;

[[noreturn]] void throw_errno(const char* what) {
    throw std::system_error{errno, std::generic_category(), what};
}

sigset_t stop_set() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

class Descriptor {
public:
    explicit Descriptor(int value) : value_{value} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }
    void close() {
        if (value_ >= 0) {
            ::close(value_);
            value_ = -1;
        }
    }

private:
    int value_;
};

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

// The child's life. It leaves by _exit or by a signal: nothing of the parent's is flushed, destroyed or
// unwound in it.
[[noreturn]] void live_as_child(const std::function<std::string()>& work, int to, pid_t parent) noexcept {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        _exit(exit_pipe_gone);
    }
    // SIGINT stays blocked: a terminal sends it to both, and it is the parent who decides.
    sigset_t terminate;
    sigemptyset(&terminate);
    sigaddset(&terminate, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &terminate, nullptr);
    std::string bytes;
    int code = exit_fine;
    try {
        bytes = work();
    } catch (const std::bad_alloc&) {
        bytes = "out of memory";
        code = exit_exception;
    } catch (const std::exception& error) {
        bytes = error.what();
        code = exit_exception;
    }
    _exit(write_all(to, bytes) ? code : exit_pipe_gone);
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            throw_errno("waitpid");
        }
    }
    return status;
}

enum class PipeEnd { closed, stopped };

// Reads until the child closes its end. The pipe is drained all the time, so that no result is too
// large for it.
PipeEnd drain(int from, std::string& bytes, StopSignals& stop, const Tick& tick) {
    constexpr int tick_ms = 100;
    std::array<char, 65536> buffer{};
    while (true) {
        std::array<pollfd, 2> waiting{pollfd{from, POLLIN, 0}, pollfd{stop.descriptor(), POLLIN, 0}};
        const int ready = poll(waiting.data(), waiting.size(), tick_ms);
        if (ready < 0 && errno != EINTR) {
            throw_errno("poll");
        }
        if (stop.arrived()) {
            return PipeEnd::stopped;
        }
        tick();
        if (ready <= 0 || waiting[0].revents == 0) {
            continue;
        }
        const ssize_t count = read(from, buffer.data(), buffer.size());
        if (count == 0) {
            return PipeEnd::closed;
        }
        if (count > 0) {
            bytes.append(buffer.data(), static_cast<std::size_t>(count));
        } else if (errno != EINTR) {
            throw_errno("read");
        }
    }
}

ChildEnd judge(int status, std::string bytes) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        return Crash{fmt::format("killed by signal {} ({})", signal, strsignal(signal))};
    }
    switch (WEXITSTATUS(status)) {
        case exit_fine:
            return Bytes{std::move(bytes)};
        case exit_exception:
            return Crash{std::move(bytes)};
        default:
            return Crash{fmt::format("ended with exit code {}", WEXITSTATUS(status))};
    }
}

}  // namespace

StopSignals::StopSignals() {
    const sigset_t set = stop_set();
    sigprocmask(SIG_BLOCK, &set, &before_);
    descriptor_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor_ < 0) {
        const int error = errno;
        sigprocmask(SIG_SETMASK, &before_, nullptr);
        throw std::system_error{error, std::generic_category(), "signalfd"};
    }
}

StopSignals::~StopSignals() {
    ::close(descriptor_);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool StopSignals::arrived() {
    signalfd_siginfo info{};
    while (read(descriptor_, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        arrived_ = true;
    }
    return arrived_;
}

ChildEnd run_in_child(const std::function<std::string()>& work, StopSignals& stop, const Tick& tick) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw_errno("pipe");
    }
    Descriptor from{ends[0]};
    Descriptor to{ends[1]};
    std::fflush(nullptr);  // else the child would print what the parent has still in its buffers
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0) {
        throw_errno("fork");
    }
    if (child == 0) {
        live_as_child(work, to.get(), parent);
    }
    to.close();
    std::string bytes;
    if (drain(from.get(), bytes, stop, tick) == PipeEnd::stopped) {
        kill(child, SIGKILL);
        wait_for(child);
        return Stopped{};
    }
    return judge(wait_for(child), std::move(bytes));
}

}  // namespace trainyard
