#include "analysis/report/attempts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

// Where the attempt of a job that begins or goes on at a second stands. A gang is on several rows at
// once, so all rows are gone through before anything is judged.
using AttemptsByStart = std::map<std::int64_t, JobAttempt>;

class RowReader {
public:
    RowReader(const MachineRow& row, std::map<std::int64_t, AttemptsByStart>& jobs)
        : row_{row}, jobs_{jobs} {}

    void read() {
        for (const MachinePhase& phase : row_.phases) {
            if (phase.job != 0) {
                add(phase);
            }
        }
    }

private:
    // What ended the job's attempt on this row at that second.
    std::string end_at(std::int64_t job, std::int64_t second) const {
        for (const MachineMark& mark : row_.marks) {
            if (mark.job == job && mark.at_s == second &&
                (mark.what == "interruption" || mark.what == "failure")) {
                return mark.what;
            }
        }
        return "";
    }

    void add(const MachinePhase& phase) {
        const bool goes_on = phase.job == job_ && phase.from_s == until_s_ && phase.instance == instance_ &&
                             end_at(phase.job, phase.from_s).empty();
        if (!goes_on) {
            start_s_ = phase.from_s;
        }
        job_ = phase.job;
        until_s_ = phase.until_s;
        instance_ = phase.instance;
        if (phase.state == GpuState::linger) {
            return;
        }
        JobAttempt& attempt = jobs_[phase.job][start_s_];
        attempt.job = phase.job;
        attempt.from_s = start_s_;
        attempt.pool = row_.pool;
        attempt.passed = std::max(attempt.passed, phase.passed);
        if (attempt.machines.empty() || attempt.machines.back() != row_.name) {
            attempt.machines.push_back(row_.name);
        }
        if (attempt.machines.size() == 1) {  // the phases of a gang are those of any of its machines
            const auto index = [](GpuState state) { return static_cast<std::size_t>(state); };
            attempt.seconds[index(phase.state)] += phase.until_s - phase.from_s - phase.checkpoint_s;
            attempt.seconds[index(GpuState::checkpoint)] += phase.checkpoint_s;
        }
        attempt.booted = attempt.booted || phase.state == GpuState::boot;
        attempt.until_s = std::max(attempt.until_s, phase.until_s);
        if (const std::string ended = end_at(phase.job, phase.until_s); !ended.empty()) {
            attempt.ended = ended;
        }
    }

    const MachineRow& row_;
    std::map<std::int64_t, AttemptsByStart>& jobs_;
    std::int64_t job_ = 0;
    std::int64_t start_s_ = 0;
    std::int64_t until_s_ = -1;
    std::int64_t instance_ = 0;
};

std::string waiting(const JobAttempt& attempt) {
    return readable_duration(static_cast<double>(attempt.waited_s()));
}

std::string said_of(const PassedPool& passed) {
    if (passed.why == "full") {
        return passed.pool + " was full";
    }
    return passed.pool + (passed.why == "not open yet" ? " was not open to it yet" : " had no room for it");
}

std::string by_order(const JobAttempt& attempt, const std::vector<PassedPool>& passed,
                     const PoolUseFacts& use) {
    std::string text;
    for (const PassedPool& each : passed) {
        text += (text.empty() ? "" : ", ") + said_of(each);
    }
    if (text.empty() && use.after_s == 0) {
        return attempt.waited_s() == 0 ? "first choice, and it had room at once"
                                       : "first choice; it had room after " + waiting(attempt);
    }
    text = text.empty() ? "first choice" : text;
    if (use.after_s > 0) {
        const std::string opens = readable_duration(static_cast<double>(use.after_s));
        text += attempt.waited_s() == use.after_s
                    ? fmt::format(", and {} opened just then, after {} of waiting", use.pool, opens)
                    : fmt::format(", and it had waited {} ({} opens after {})", waiting(attempt), use.pool,
                                  opens);
    } else if (attempt.waited_s() > 0) {
        text += fmt::format("; {} had room after {}", use.pool, waiting(attempt));
    }
    return text;
}

}  // namespace

std::vector<JobAttempt> attempts_of(const MachineRows& machines, const std::vector<JobLine>& jobs) {
    std::map<std::int64_t, AttemptsByStart> by_job;
    for (const MachineRow& row : machines.rows) {
        RowReader{row, by_job}.read();
    }
    std::vector<JobAttempt> attempts;
    for (auto& [number, starts] : by_job) {
        const auto index = static_cast<std::size_t>(number - 1);
        std::int64_t queued_since = index < jobs.size() ? jobs[index].submit_s : starts.begin()->first;
        for (auto& [start, attempt] : starts) {
            attempt.queued_since_s = queued_since;
            queued_since = attempt.until_s;
            attempts.push_back(std::move(attempt));
        }
    }
    return attempts;
}

std::string why_there(const JobAttempt& attempt, const MachineRows& machines, const StrategyFacts* strategy) {
    const std::string& pool = machines.pools[attempt.pool];
    const std::string machine = attempt.booted ? "a new instance" : "a machine that was ready";
    if (strategy == nullptr) {
        return machine;
    }
    for (std::size_t i = 0; i < strategy->pools.size(); ++i) {
        if (strategy->pools[i].pool == pool) {
            return by_order(attempt, machines.passed[attempt.passed], strategy->pools[i]) + "; " + machine;
        }
    }
    return machine;
}

}  // namespace trainyard
