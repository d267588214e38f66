#include "analysis/report/job_story.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

#include "analysis/compare/layout.hpp"
#include "analysis/report/attempts.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

std::string how_long(std::int64_t seconds) { return readable_duration(static_cast<double>(seconds)); }

// "a, b and c"
std::string in_a_row(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    }
    return text;
}

class JobStory {
public:
    JobStory(const JobLine& job, const std::vector<JobAttempt>& attempts, const MachineRows& machines,
             const StrategyFacts* strategy, const ScenarioFacts& facts)
        : job_{job}, attempts_{attempts}, machines_{machines}, strategy_{strategy}, facts_{facts} {}

    std::string summary() const {
        std::string text =
            fmt::format("Job {} of {} ({}, team {}) wants {} GPU{}. It was submitted at {}", job_.job,
                        printable(job_.stream), printable(job_.kind), printable(job_.team), job_.gpus,
                        job_.gpus == 1 ? "" : "s", date_text(facts_, job_.submit_s));
        text += job_.end_s
                    ? fmt::format(" and {} at {}, {} later.", job_.status, date_text(facts_, *job_.end_s),
                                  how_long(*job_.end_s - job_.submit_s))
                    : fmt::format(" and is {}.", job_.status);
        return text + fmt::format(" It queued for {} in all, and its machines cost {}.",
                                  how_long(job_.in(JobState::queued)), readable_usd(job_.cost_usd));
    }

    std::string attempt(std::size_t at) const {
        const JobAttempt& one = attempts_[at];
        std::string text =
            fmt::format("{}. {}: on {}, after {} in the queue. Why there: {}.", at + 1,
                        date_text(facts_, one.from_s), printable(in_a_row(one.machines)),
                        how_long(one.waited_s()), printable(why_there(one, machines_, strategy_)));
        if (const std::string did = phases(one); !did.empty()) {
            text += " " + did;
        }
        return text + " " + ending(at);
    }

private:
    static std::string phases(const JobAttempt& one) {
        std::vector<std::string> parts;
        const auto add = [&](GpuState state, const char* words) {
            if (one.in(state) > 0) {
                parts.push_back(fmt::format("{} {}", words, how_long(one.in(state))));
            }
        };
        add(GpuState::boot, "booted for");
        add(GpuState::setup, "was set up for");
        add(GpuState::restore, "restored its checkpoint for");
        add(GpuState::load, "loaded for");
        add(GpuState::compute, "computed for");
        add(GpuState::rework, "computed in vain for");
        add(GpuState::checkpoint, "wrote checkpoints for");
        return parts.empty() ? "" : "It " + in_a_row(parts) + ".";
    }

    // What it took to get on where it was: what was computed in vain, the queue, and all that comes before
    // the next compute.
    static std::string price_of(const JobAttempt& one, const JobAttempt* next) {
        std::vector<std::string> parts;
        std::int64_t sum = 0;
        const auto add = [&](std::int64_t seconds, const char* words) {
            if (seconds > 0) {
                parts.push_back(fmt::format("{} {}", how_long(seconds), words));
                sum += seconds;
            }
        };
        add(one.in(GpuState::rework), "of compute to do again");
        if (next != nullptr) {
            add(next->waited_s(), "in the queue");
            add(next->in(GpuState::boot), "of boot");
            add(next->in(GpuState::setup), "of setup");
            add(next->in(GpuState::restore), "of restore");
            add(next->in(GpuState::load), "of load");
        }
        return parts.empty() ? "nothing" : fmt::format("{} ({})", how_long(sum), in_a_row(parts));
    }

    std::string ending(std::size_t at) const {
        const JobAttempt& one = attempts_[at];
        const JobAttempt* next = at + 1 < attempts_.size() ? &attempts_[at + 1] : nullptr;
        const std::string when = date_text(facts_, one.until_s);
        if (one.ended.empty()) {
            return next == nullptr && job_.end_s ? fmt::format("At {} its work was done.", when)
                                                 : fmt::format("It left at {}.", when);
        }
        return fmt::format("At {} came {}; that cost {}.", when,
                           one.ended == "failure" ? "a failure" : "an interruption", price_of(one, next));
    }

    const JobLine& job_;
    const std::vector<JobAttempt>& attempts_;
    const MachineRows& machines_;
    const StrategyFacts* strategy_;
    const ScenarioFacts& facts_;
};

}  // namespace

std::string date_text(const ScenarioFacts& facts, std::int64_t second) {
    return fmt::format("{:%Y-%m-%d %H:%M:%S}",
                       fmt::gmtime(static_cast<std::time_t>(facts.start_unix_s + second)));
}

std::optional<std::string> job_story(const RunRows& rows, const std::string& strategy,
                                     const std::string& title, const ScenarioFacts& facts, std::int64_t job,
                                     std::size_t width) {
    const std::vector<JobLine> jobs = read_jobs(rows.jobs);
    const auto found =
        std::find_if(jobs.begin(), jobs.end(), [job](const auto& each) { return each.job == job; });
    if (found == jobs.end()) {
        return std::nullopt;
    }
    const MachineRows machines = read_timeline(rows.timeline, strategy);
    std::vector<JobAttempt> attempts = attempts_of(machines, jobs);
    std::erase_if(attempts, [job](const JobAttempt& each) { return each.job != job; });
    const JobStory story{*found, attempts, machines, facts.strategy(strategy), facts};
    std::string text = paragraph(title, width) + paragraph(story.summary(), width);
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        text += paragraph(story.attempt(i), width, 3);
    }
    if (rows.timeline.empty() && found->attempts > 0) {
        text += paragraph(
            fmt::format("It had {} attempt{} with {} interruption{}, in {}. The time line, which has "
                        "more to tell, is kept of replication 1 alone.",
                        found->attempts, found->attempts == 1 ? "" : "s", found->interruptions,
                        found->interruptions == 1 ? "" : "s", printable(found->pools)),
            width);
    }
    return text;
}

}  // namespace trainyard
