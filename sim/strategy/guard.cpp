#include "sim/strategy/guard.hpp"

#include <algorithm>
#include <cmath>

namespace trainyard {

namespace {

double in_s(Seconds time) { return static_cast<double>(time.count()); }

// What is within this of a whole second is one: estimates are rounded decimals.
constexpr double slack_s = 1e-6;

// The first second at which less time is left than C + 2d.
SimTime safety_net_at(const GuardedJob& job) {
    const double needed_s = job.left_s() + 2 * in_s(job.changeover);
    return job.deadline - Seconds{static_cast<std::int64_t>(std::ceil(needed_s - slack_s))} + Seconds{1};
}

// The first second at which the job is behind its expected progress, total x t / D.
SimTime behind_at(const GuardedJob& job) {
    const double time_s = job.total_s > 0 ? job.done_s / job.total_s * in_s(job.deadline - job.submit) : 0;
    return job.submit + Seconds{static_cast<std::int64_t>(std::floor(time_s + slack_s))} + Seconds{1};
}

// How far it is ahead of what is expected at t + 2d, in seconds of the fallback.
double lead_s(const GuardedJob& job, SimTime now) {
    const double time_s = in_s(now - job.submit) + 2 * in_s(job.changeover);
    return job.done_s - job.total_s * time_s / in_s(job.deadline - job.submit);
}

}  // namespace

GuardOutlook guard_outlook(DeadlineGuard::Kind kind, const GuardedJob& job, SimTime now) {
    const SimTime net = safety_net_at(job);
    if (now >= net) {
        return {GuardPhase::fallback, std::nullopt};
    }
    if (kind == DeadlineGuard::Kind::safety_net) {
        return {GuardPhase::net, net};
    }
    const SimTime behind = behind_at(job);
    if (now >= behind) {
        return {GuardPhase::behind, net};
    }
    return {GuardPhase::ahead, std::min(behind, net)};
}

bool may_leave(const GuardedJob& job, SimTime now) {
    return now < safety_net_at(job) && lead_s(job, now) >= -slack_s;
}

std::optional<SimTime> may_leave_at(const GuardedJob& job, SimTime now) {
    const double gains = 1 - job.total_s / in_s(job.deadline - job.submit);  // a second
    if (gains <= 0) {
        return std::nullopt;
    }
    const double wait_s = std::max(-lead_s(job, now), 0.0) / gains;
    return now + std::max(Seconds{static_cast<std::int64_t>(std::ceil(wait_s - slack_s))}, Seconds{1});
}

}  // namespace trainyard
