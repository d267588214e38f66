// What a job does when one of its machines is about to be taken: one pure rule.
#pragma once

#include <optional>

#include "sim/core/time.hpp"

namespace trainyard {

enum class NoticeAction {
    finish,          // the work ends before the loss: no more writes
    end_with_write,  // the write under way ends in time, and ends the attempt
    leave,           // nothing computed that is not safe: ends at once
    write_now,       // stops, writes, ends
    go_on,           // nothing helps: as if there were no notice
};

// A job at the second of its notice.
struct NoticeView {
    bool training = false;              // in compute or in a write; false: in any other phase
    Seconds compute_left{0};            // to the end of the work
    Seconds since_safe{0};              // computed since its last safe point
    std::optional<Seconds> write_left;  // a write is under way
    bool async = false;                 // compute goes on during writes
    std::optional<Seconds> write;       // what a write takes; absent: it cannot checkpoint
};

NoticeAction on_notice(const NoticeView& job, Seconds notice);

}  // namespace trainyard
