// Computing with checkpoints, one second after another and nothing else: what sim/fleet/training
// works out by arithmetic, done by hand. Written from the rules, not from the code.
#pragma once

#include <optional>
#include <string>

namespace trainyard::reference {

struct Training {
    int work = 1;              // seconds of compute, > 0
    std::optional<int> every;  // compute between two writes
    int write = 0;
    bool async = false;

    int elapsed = 0;
    int compute = 0;
    int written = 0;  // in writes that stop compute
    int safe = 0;
    bool saved = false;
    bool ended = false;
    std::optional<int> write_left;
    std::string history;  // of each second: 'c' compute, 'w' a write that stops compute

    bool no_more_writes = false;
    bool ends_with_write = false;
    bool last_write_blocks = false;

    bool stands_still() const { return write_left && (!async || last_write_blocks); }

    // The ends of a second, and what follows them.
    void settle() {
        if (write_left == 0) {
            end_write();
        }
        if (!stands_still() && compute == work) {
            ended = true;
        }
        const bool due = every && !no_more_writes && !write_left && compute - last_begun >= *every;
        if (due && !ended) {
            begin_write();
        }
    }

    void begin_write() {
        last_begun = compute;
        write_left = write;
        if (write == 0) {
            end_write();
        }
    }

    void second() {
        ++elapsed;
        history += stands_still() ? 'w' : 'c';
        ++(stands_still() ? written : compute);
        if (write_left) {
            --*write_left;
        }
        settle();
    }

    void finish() { no_more_writes = true; }
    void end_with_write() { no_more_writes = ends_with_write = true; }
    void leave() { ended = true; }
    void write_now() {
        no_more_writes = ends_with_write = last_write_blocks = true;
        begin_write();
    }

private:
    int last_begun = 0;  // compute at the last write's beginning

    void end_write() {
        safe = last_begun;
        saved = true;
        write_left.reset();
        ended = ended || ends_with_write;
    }
};

}  // namespace trainyard::reference
