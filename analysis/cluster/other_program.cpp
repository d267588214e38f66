#include "analysis/cluster/other_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using Clock = std::chrono::steady_clock;

void check(int error, const char* what) {
    if (error != 0) {
        throw std::system_error{error, std::generic_category(), what};
    }
}

class Pipe {
public:
    Pipe() {
        std::array<int, 2> ends{};
        check(pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno, "pipe");
        reading_ = ends[0];
        writing_ = ends[1];
    }
    ~Pipe() {
        ::close(reading_);
        close_writing();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int writing() const { return writing_; }
    void close_writing() {
        if (writing_ >= 0) {
            ::close(std::exchange(writing_, -1));
        }
    }
    pollfd waiting() const { return {closed_ ? -1 : reading_, POLLIN, 0}; }
    bool closed() const { return closed_; }
    const std::string& text() const { return text_; }

    // What there is; does not wait after poll() has said that there is something.
    void take() {
        std::array<char, 4096> buffer{};
        const ssize_t count = ::read(reading_, buffer.data(), buffer.size());
        if (count > 0) {
            text_.append(buffer.data(), static_cast<std::size_t>(count));
        } else if (count == 0 || errno != EINTR) {
            closed_ = true;
        }
    }

private:
    int reading_ = -1;
    int writing_ = -1;
    bool closed_ = false;
    std::string text_;
};

// How the child's streams are laid.
class FileActions {
public:
    FileActions(const Pipe& out, const Pipe& errors) {
        check(posix_spawn_file_actions_init(&actions_), "posix_spawn_file_actions_init");
        check(posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0), "addopen");
        check(posix_spawn_file_actions_adddup2(&actions_, out.writing(), STDOUT_FILENO), "adddup2");
        check(posix_spawn_file_actions_adddup2(&actions_, errors.writing(), STDERR_FILENO), "adddup2");
    }
    ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

// A group of its own, so that Ctrl-C does not reach it and that its children can be killed with it;
// and none of the signals that this program blocks or ignores.
class Attributes {
public:
    Attributes() {
        check(posix_spawnattr_init(&attributes_), "posix_spawnattr_init");
        sigset_t none;
        sigset_t defaults;
        sigemptyset(&none);
        sigemptyset(&defaults);
        sigaddset(&defaults, SIGPIPE);
        sigaddset(&defaults, SIGXFSZ);
        check(posix_spawnattr_setsigmask(&attributes_, &none), "posix_spawnattr_setsigmask");
        check(posix_spawnattr_setsigdefault(&attributes_, &defaults), "posix_spawnattr_setsigdefault");
        check(posix_spawnattr_setpgroup(&attributes_, 0), "posix_spawnattr_setpgroup");
        constexpr int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
        check(posix_spawnattr_setflags(&attributes_, flags), "posix_spawnattr_setflags");
    }
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

// Until both are closed; false: the time was up before.
bool drain(Pipe& out, Pipe& errors, Clock::time_point until) {
    while (!out.closed() || !errors.closed()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0) {
            return false;
        }
        std::array<pollfd, 2> waiting{out.waiting(), errors.waiting()};
        const int ready =
            poll(waiting.data(), waiting.size(), static_cast<int>(std::min(left, decltype(left){60'000})));
        if (ready < 0 && errno != EINTR) {
            check(errno, "poll");
        }
        if (ready > 0 && waiting[0].revents != 0) {
            out.take();
        }
        if (ready > 0 && waiting[1].revents != 0) {
            errors.take();
        }
    }
    return true;
}

// How it ended; absent: not in time. A program that has closed its output is about to end.
std::optional<int> wait_for(pid_t child, Clock::time_point until) {
    constexpr int pause_ms = 2;
    int status = 0;
    pid_t ended = 0;
    while ((ended = waitpid(child, &status, WNOHANG)) <= 0) {
        check(ended == 0 || errno == EINTR ? 0 : errno, "waitpid");
        if (Clock::now() >= until) {
            return std::nullopt;
        }
        poll(nullptr, 0, pause_ms);
    }
    return status;
}

}  // namespace

std::variant<ProgramEnd, Refusal> run_program(const std::vector<std::string>& words,
                                              std::chrono::milliseconds timeout) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) {
        arguments.push_back(const_cast<char*>(word.c_str()));  // exec's signature is older than const
    }
    arguments.push_back(nullptr);
    Pipe out;
    Pipe errors;
    pid_t child = -1;
    const int failure = posix_spawnp(&child, arguments[0], FileActions{out, errors}.get(), Attributes{}.get(),
                                     arguments.data(), environ);
    if (failure != 0) {
        return Refusal{fmt::format("cannot start {}: {}", printable(words.front()), std::strerror(failure))};
    }
    out.close_writing();
    errors.close_writing();
    const Clock::time_point until = Clock::now() + timeout;
    const bool closed = drain(out, errors, until);
    const std::optional<int> status = closed ? wait_for(child, until) : std::nullopt;
    const std::string name = printable(words.front());
    if (!status) {
        kill(-child, SIGKILL);
        wait_for(child, Clock::time_point::max());
        return Refusal{fmt::format("{} had not ended after {}", name,
                                   readable_duration(std::chrono::duration<double>(timeout).count()))};
    }
    if (WIFSIGNALED(*status)) {
        const int signal = WTERMSIG(*status);
        return Refusal{fmt::format("{} was killed by signal {} ({})", name, signal, strsignal(signal))};
    }
    return ProgramEnd{WEXITSTATUS(*status), out.text(), errors.text()};
}

}  // namespace trainyard
