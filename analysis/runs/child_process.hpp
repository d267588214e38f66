// One piece of work in a process of its own, so that it can crash, and so that SimGrid's engine
// starts fresh. The parent must be single-threaded and have no SimGrid engine.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <variant>

#include "analysis/runs/stop_signals.hpp"

namespace trainyard {

struct Bytes {
    std::string text;
};
struct Crash {
    std::string reason;  // "killed by signal 6 (Aborted)", or the text of the exception
};
struct Stopped {};  // by one of the stop signals; the child has been killed
using ChildEnd = std::variant<Bytes, Crash, Stopped>;

// What the child hands back. Standard output is the parent's affair: the work must not write to it.
using ChildWork = std::function<std::string()>;

// A forked child that works. It dies with its parent, and when it is destroyed.
class Child {
public:
    explicit Child(const ChildWork& work);  // throws std::system_error when no process can be made
    ~Child();
    Child(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    Child& operator=(Child&&) = delete;

    int descriptor() const { return from_; }  // readable when there is something to take, or it has ended
    // Takes what there is, without waiting for more. False when the child has handed back all.
    // To be called when the descriptor is readable.
    bool take();
    // Waits for the child's end, after take() has returned false.
    ChildEnd end();
    void kill() const;

private:
    pid_t pid_ = -1;
    int from_ = -1;
    std::string bytes_;
};

// Called about ten times a second while waiting.
using Tick = std::function<void()>;

// Runs the work in a child and returns what it handed back.
ChildEnd run_in_child(const ChildWork& work, StopSignals& stop, const Tick& tick);

}  // namespace trainyard
