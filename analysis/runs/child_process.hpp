// One piece of work in a process of its own, so that it can crash, and so that SimGrid's engine
// starts fresh. The parent must be single-threaded and have no SimGrid engine.
#pragma once

#include <csignal>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace trainyard {

// While it lives, SIGINT and SIGTERM are held back for whoever asks, instead of ending the program.
class StopSignals {
public:
    StopSignals();  // throws std::system_error
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    // Whether one of them has arrived since construction. Does not wait.
    bool arrived();
    int descriptor() const { return descriptor_; }  // readable when one has arrived

private:
    sigset_t before_{};
    int descriptor_ = -1;
    bool arrived_ = false;
};

struct Bytes {
    std::string text;
};
struct Crash {
    std::string reason;  // "killed by signal 6 (Aborted)", or the text of the exception
};
struct Stopped {};  // by one of the stop signals; the child has been killed
using ChildEnd = std::variant<Bytes, Crash, Stopped>;

// Called about ten times a second while waiting.
using Tick = std::function<void()>;

// Runs the work in a forked child and returns the bytes that it returned there. Standard output is
// the parent's affair: the work must not write to it. Throws std::system_error when no process can
// be made.
ChildEnd run_in_child(const std::function<std::string()>& work, StopSignals& stop, const Tick& tick);

}  // namespace trainyard
