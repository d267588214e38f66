#include "tests/validation/littles_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace trainyard::theory {

namespace {

// How many come (or, negative, go) at which second.
using Changes = std::vector<std::pair<std::int64_t, int>>;

void add(Changes& changes, SimTime from, SimTime until) {
    changes.emplace_back(second_of(from), 1);
    changes.emplace_back(second_of(until), -1);
}

// The number that is there, summed over all seconds.
std::int64_t area_under(Changes changes) {
    std::sort(changes.begin(), changes.end());
    std::int64_t area = 0, there = 0, since = 0;
    for (const auto& [second, change] : changes) {
        area += there * (second - since);
        there += change;
        since = second;
    }
    return area;
}

Changes presence(const Trace& trace) {
    Changes changes;
    for (const JobFact& job : trace.jobs) {
        add(changes, job.submit, job.end.value_or(trace.end));
    }
    return changes;
}

// From submission or the end of an attempt until the next attempt, or until the job or the run ends.
Changes waiting(const Trace& trace) {
    std::vector<SimTime> since;
    for (const JobFact& job : trace.jobs) {
        since.push_back(job.submit);
    }
    Changes changes;
    for (const AttemptFact& attempt : trace.attempts) {
        add(changes, since[attempt.job.value], attempt.allocated);
        since[attempt.job.value] = attempt.end;
    }
    for (std::size_t i = 0; i < since.size(); ++i) {
        add(changes, since[i], trace.jobs[i].end.value_or(trace.end));
    }
    return changes;
}

std::int64_t seconds_of(const JobRow& row) {
    std::int64_t sum = 0;
    for (const Seconds& seconds : row.seconds) {
        sum += seconds.count();
    }
    return sum;
}

void expect_equal(const char* what, std::int64_t area, std::int64_t sum) {
    if (area != sum) {
        throw std::runtime_error(fmt::format("Little's law: {} {} over time, {} over jobs", area, what, sum));
    }
}

}  // namespace

void check_littles_law(const Trace& trace, const Outcome& outcome) {
    std::int64_t turnaround = 0, queued = 0;
    for (const JobRow& row : outcome.jobs) {
        turnaround += seconds_of(row);
        queued += row.seconds[static_cast<std::size_t>(JobState::queued)].count();
    }
    expect_equal("job-seconds", area_under(presence(trace)), turnaround);
    expect_equal("waiting job-seconds", area_under(waiting(trace)), queued);
}

}  // namespace trainyard::theory
