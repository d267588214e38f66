// The arithmetic of computing with checkpoints. A training knows how it goes on to its end, so that
// a stretch of any number of checkpoints is one wait; where it stands at any second is worked out
// when somebody asks. It counts seconds since it began and knows no clock.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>

#include "sim/core/time.hpp"

namespace trainyard {

// How often a training writes a checkpoint and what that takes.
struct CheckpointPlan {
    std::optional<Seconds> every;  // compute between writes, >= 1 s; absent: none but on notice
    Seconds write{0};
    bool async = false;  // compute goes on during a write
};

// Where a training stands after some seconds.
struct Standing {
    Seconds compute{0};                 // computed so far, safe or not
    Seconds written{0};                 // spent so far in writes that stop compute
    Seconds safe{0};                    // of `compute`, what an interruption now would not take
    bool saved = false;                 // a write has ended
    std::optional<Seconds> write_left;  // a write is under way
};

class Training {
public:
    // `times` repetitions of `compute`, then a write of `write` if `saves`.
    struct Stretch {
        Seconds compute{0};
        Seconds write{0};
        std::int64_t times = 1;
        bool saves = false;
    };

    // One after another. A plan has two, and being cut adds a few: they need no memory of their own.
    class Stretches {
    public:
        void push_back(const Stretch& stretch) {
            if (size_ == all_.size()) {
                throw std::length_error{"a training of too many stretches"};
            }
            all_[size_++] = stretch;
        }
        const Stretch& operator[](std::size_t i) const { return all_[i]; }
        const Stretch* begin() const { return all_.data(); }
        const Stretch* end() const { return all_.data() + size_; }
        std::size_t size() const { return size_; }
        bool empty() const { return size_ == 0; }

    private:
        std::array<Stretch, 6> all_{};
        std::size_t size_ = 0;
    };

    // Compute that stops after `compute` seconds (> 0), by success or failure. No write is begun
    // when the compute is done.
    Training(Seconds compute, const CheckpointPlan& plan);

    Seconds length() const;              // until its end, writes included
    Standing at(Seconds elapsed) const;  // 0 <= elapsed <= length()
    bool async() const { return async_.has_value(); }

    // What an imminent interruption makes of it. Each keeps what was done until `elapsed`.
    Training finishing(Seconds elapsed) const;                   // to its end without beginning another write
    Training ending_with_write(Seconds elapsed) const;           // at the end of the write under way
    Training writing_now(Seconds elapsed, Seconds write) const;  // stops, writes, ends
    Training stopping(Seconds elapsed) const;                    // ends at once

    // What was done until `elapsed`, one stretch after another, in the order of time.
    Stretches done(Seconds elapsed) const;

private:
    // Write i = 1..count begins at compute every + (i - 1) x max(every, write).
    struct AsyncWrites {
        Seconds every{0};
        Seconds write{0};
        std::int64_t count = 0;

        Seconds begin(std::int64_t i) const;
        std::int64_t begun(Seconds compute) const;
        std::int64_t ended(Seconds compute) const;
    };
    struct Position {
        std::size_t stretch = 0;
        std::int64_t cycle = 0;  // repetitions completed
        Seconds offset{0};       // into the cycle under way
    };

    Training() = default;
    Position position(Seconds elapsed) const;
    Training until(const Position& position) const;
    Seconds compute_left(const Position& position) const;

    Stretches stretches_;
    std::optional<AsyncWrites> async_;
};

}  // namespace trainyard
