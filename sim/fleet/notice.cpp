#include "sim/fleet/notice.hpp"

namespace trainyard {

NoticeAction on_notice(const NoticeView& job, Seconds notice) {
    if (!job.training) {
        return NoticeAction::go_on;
    }
    const Seconds blocking = job.write_left && !job.async ? *job.write_left : Seconds{0};
    if (blocking + job.compute_left <= notice) {
        return NoticeAction::finish;
    }
    if (job.write_left) {
        return *job.write_left <= notice ? NoticeAction::end_with_write : NoticeAction::go_on;
    }
    if (job.since_safe == Seconds{0}) {
        return NoticeAction::leave;
    }
    if (job.write && *job.write <= notice) {
        return NoticeAction::write_now;
    }
    return NoticeAction::go_on;
}

}  // namespace trainyard
