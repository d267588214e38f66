#include "analysis/runs/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "analysis/runs/child_pool.hpp"

namespace trainyard {
namespace {

constexpr int exit_fine = 0;
constexpr int exit_exception = 1;  // the bytes are the exception's text
constexpr int exit_pipe_gone = 2;

[[noreturn]] void throw_errno(const char* what) {
    throw std::system_error{errno, std::generic_category(), what};
}

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
[[noreturn]] void live_as_child(const ChildWork& work, int to, pid_t parent) noexcept {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        _exit(exit_pipe_gone);
    }
    // Both stop signals stay blocked: a terminal, or Slurm, sends them to the whole group, and it is the
    // parent who decides.
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

Child::Child(const ChildWork& work) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw_errno("pipe");
    }
    std::fflush(nullptr);  // else the child would print what the parent has still in its buffers
    const pid_t parent = getpid();
    pid_ = fork();
    if (pid_ == 0) {
        ::close(ends[0]);
        live_as_child(work, ends[1], parent);
    }
    const int error = errno;
    ::close(ends[1]);
    from_ = ends[0];
    if (pid_ < 0) {
        ::close(from_);
        throw std::system_error{error, std::generic_category(), "fork"};
    }
}

Child::~Child() {
    if (pid_ > 0) {
        kill();
        waitpid(pid_, nullptr, 0);
    }
    if (from_ >= 0) {
        ::close(from_);
    }
}

Child::Child(Child&& other) noexcept
    : pid_{std::exchange(other.pid_, -1)},
      from_{std::exchange(other.from_, -1)},
      bytes_{std::move(other.bytes_)} {}

bool Child::take() {
    std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
    const ssize_t count = read(from_, buffer.data(), buffer.size());
    if (count > 0) {
        bytes_.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count < 0 && errno != EINTR) {
        throw_errno("read");
    }
    return count != 0;
}

ChildEnd Child::end() { return judge(wait_for(std::exchange(pid_, -1)), std::move(bytes_)); }

void Child::kill() const { ::kill(pid_, SIGKILL); }

ChildEnd run_in_child(const ChildWork& work, StopSignals& stop, const Tick& tick) {
    ChildEnd result = Stopped{};
    bool begun = false;
    run_in_children(
        PoolLimits{},
        [&]() {
            return std::exchange(begun, true) ? std::nullopt : std::optional{PieceOfWork{0, work}};
        },
        [&](std::size_t, ChildEnd end) { result = std::move(end); }, stop, tick);
    return result;
}

}  // namespace trainyard
