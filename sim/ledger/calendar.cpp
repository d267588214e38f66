#include "sim/ledger/calendar.hpp"

#include <algorithm>

namespace trainyard {
namespace {

std::chrono::year_month month_of(std::int64_t unix_s) {
    const std::chrono::sys_seconds instant{std::chrono::seconds{unix_s}};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(instant)};
    return date.year() / date.month();
}

std::int64_t unix_start_of(std::chrono::year_month month) {
    return std::chrono::sys_seconds{std::chrono::sys_days{month / std::chrono::day{1}}}
        .time_since_epoch()
        .count();
}

}  // namespace

std::vector<SimTime> month_ends(std::int64_t start_unix_s, SimTime end) {
    std::vector<SimTime> ends;
    std::chrono::year_month month = month_of(start_unix_s);
    for (SimTime reached = at_second(0); reached < end;) {
        month += std::chrono::months{1};
        reached = std::min(end, at_second(unix_start_of(month) - start_unix_s));
        ends.push_back(reached);
    }
    return ends;
}

}  // namespace trainyard
