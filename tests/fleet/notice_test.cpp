#include "sim/fleet/notice.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

struct Row {
    const char* what;
    NoticeView job;
    NoticeAction does;
};

constexpr Seconds notice{120};
constexpr Seconds long_way{9999};

NoticeView elsewhere() { return {}; }
NoticeView computing(Seconds left, Seconds since_safe, std::optional<Seconds> write) {
    return {.training = true,
            .compute_left = left,
            .since_safe = since_safe,
            .write_left = std::nullopt,
            .write = write};
}
NoticeView writing(Seconds left, Seconds write_left, bool async) {
    return {.training = true,
            .compute_left = left,
            .since_safe = Seconds{600},
            .write_left = write_left,
            .async = async,
            .write = Seconds{300}};
}

const Row table[] = {
    {"boots, sets up, restores or loads", elsewhere(), NoticeAction::go_on},

    {"is done at the loss", computing(Seconds{120}, Seconds{50}, Seconds{60}), NoticeAction::finish},
    {"is done a second too late", computing(Seconds{121}, Seconds{50}, Seconds{60}), NoticeAction::write_now},
    {"is done in time, and cannot write", computing(Seconds{120}, Seconds{50}, {}), NoticeAction::finish},
    {"writes, then is done at the loss", writing(Seconds{70}, Seconds{50}, false), NoticeAction::finish},
    {"writes, then is done too late", writing(Seconds{71}, Seconds{50}, false), NoticeAction::end_with_write},
    {"an async write adds nothing", writing(Seconds{120}, Seconds{50}, true), NoticeAction::finish},
    {"an async write may be the longer one", writing(Seconds{120}, Seconds{500}, true), NoticeAction::finish},

    {"the write ends at the loss", writing(long_way, Seconds{120}, false), NoticeAction::end_with_write},
    {"the write ends a second too late", writing(long_way, Seconds{121}, false), NoticeAction::go_on},
    {"an async write ends at the loss", writing(long_way, Seconds{120}, true), NoticeAction::end_with_write},
    {"an async write ends too late", writing(long_way, Seconds{121}, true), NoticeAction::go_on},

    {"everything is safe", computing(long_way, Seconds{0}, Seconds{60}), NoticeAction::leave},
    {"everything is safe, no write fits", computing(long_way, Seconds{0}, Seconds{121}), NoticeAction::leave},
    {"nothing computed, cannot write", computing(long_way, Seconds{0}, {}), NoticeAction::leave},

    {"a write takes just the notice", computing(long_way, Seconds{1}, Seconds{120}), NoticeAction::write_now},
    {"a write takes no time", computing(long_way, Seconds{1}, Seconds{0}), NoticeAction::write_now},
    {"a write takes a second more", computing(long_way, Seconds{1}, Seconds{121}), NoticeAction::go_on},
    {"it cannot write", computing(long_way, Seconds{1}, {}), NoticeAction::go_on},
};

}  // namespace

TEST_CASE("what a job does on a notice of 120 seconds") {
    for (const Row& row : table) {
        DYNAMIC_SECTION(row.what) { CHECK(on_notice(row.job, notice) == row.does); }
    }
}
