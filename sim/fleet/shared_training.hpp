// A training whose writes take as long as they take: where storage is shared, nobody knows beforehand. It is
// told when a write has ended, and says what comes next. It counts seconds since it began and knows no clock.
#pragma once

#include <optional>
#include <vector>

#include "sim/fleet/training.hpp"

namespace trainyard {

class SharedTraining {
public:
    enum class Step {
        goes_on,
        writes,  // begins a write
        ends,    // its compute is done
        leaves,  // the write that a notice has made its last is safe
    };

    // Compute that stops after `compute` seconds (> 0), by success or failure; of the plan, `write` is of no
    // account here.
    SharedTraining(Seconds compute, const CheckpointPlan& plan) : compute_{compute}, plan_{plan} {}

    // From `elapsed` until it has to be looked at again unless a write ends before; absent: only then.
    std::optional<Seconds> next(Seconds elapsed) const;
    // What it does at `elapsed`, as `next` said.
    Step step(Seconds elapsed);
    // The write under way is safe. Never `ends`: that the compute is done is for `step` to say.
    Step write_ended(Seconds elapsed);

    Standing at(Seconds elapsed) const;  // without `write_left`
    bool writing() const { return writing_; }
    bool async() const { return plan_.async; }

    // What an imminent interruption makes of it.
    void begin_no_more_writes() { plan_.every.reset(); }
    void end_with_write() { ends_with_write_ = true; }
    void stop_and_write(Seconds elapsed);  // no write is under way

    // When the first write had ended; absent: none has.
    std::optional<Seconds> first_saved() const { return first_saved_; }
    // What was done until `elapsed`, one stretch after another.
    std::vector<Training::Stretch> done(Seconds elapsed) const;

private:
    bool computes() const { return !writing_ || (plan_.async && !stopped_); }
    Seconds computed(Seconds elapsed) const { return computes() ? elapsed - written_ : write_from_; }
    // Of compute, when the next write is due.
    std::optional<Seconds> due() const;

    Seconds compute_;
    CheckpointPlan plan_;
    std::vector<Training::Stretch> stretches_;  // that have ended with a write that stopped compute
    Seconds stretch_from_{0};                   // compute before the stretch under way
    Seconds written_{0};                        // in writes that stopped compute
    Seconds write_from_{0};                     // compute when the last write began
    Seconds safe_{0};
    bool has_written_ = false;  // or writes
    bool writing_ = false;
    bool stopped_ = false;  // the write under way stops compute although others do not
    bool ends_with_write_ = false;
    std::optional<Seconds> first_saved_;
};

}  // namespace trainyard
