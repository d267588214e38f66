#include <algorithm>
#include <map>
#include <set>

#include "analysis/report/attempts.hpp"
#include "analysis/report/busy.hpp"
#include "analysis/report/sections.hpp"

namespace trainyard::report {
namespace {

constexpr std::size_t most_phases = 40'000;  // of all strategies together
constexpr std::size_t many_machines = 60;    // above, a heat map goes before the rows
constexpr std::size_t most_heat_cells = 20'000;

std::size_t phases_of(const MachineRows& machines) {
    std::size_t phases = 0;
    for (const MachineRow& row : machines.rows) {
        phases += row.phases.size();
    }
    return phases;
}

class StrategyMachines {
public:
    StrategyMachines(const StrategyFolds& folds, const ScenarioFacts& facts, const std::string& name,
                     std::size_t phases)
        : folds_{folds}, machines_{*folds.machines}, facts_{facts}, name_{name}, phases_{phases} {}

    json made() {
        json section{{"strategy", name_},
                     {"replication", folds_.replication + 1},
                     {"end_s", machines_.end_s},
                     {"pools", machines_.pools}};
        section["states"] = json::array();
        for (std::size_t i = 0; i < gpu_state_count; ++i) {
            section["states"].push_back(name_of(static_cast<GpuState>(i)));
        }
        json rows = json::array();
        const std::size_t share = phases_of(machines_) <= phases_
                                      ? phases_
                                      : phases_ / std::max<std::size_t>(1, machines_.pools.size());
        for (std::size_t pool = 0; pool < machines_.pools.size(); ++pool) {
            full_ = false;
            budget_ += share;  // and what the pools before left of theirs
            for (const MachineRow& row : machines_.rows) {
                if (row.pool == pool) {
                    rows.push_back(row_json(row));
                }
            }
        }
        section["rows"] = rows;
        add_jobs(section);
        add_heat(section);
        section["left_out"] = left_out_;
        return section;
    }

private:
    // Flat and in steps from phase to phase, since there are many: gap, length, state, job, checkpoints.
    json row_json(const MachineRow& row) {
        json phases = json::array();
        const bool kept = !full_ && row.phases.size() <= budget_;
        full_ = !kept;
        std::int64_t at = 0;
        if (kept) {
            budget_ -= row.phases.size();
            for (const MachinePhase& phase : row.phases) {
                for (const std::int64_t each :
                     {phase.from_s - at, phase.until_s - phase.from_s, static_cast<std::int64_t>(phase.state),
                      phase.job, static_cast<std::int64_t>(phase.checkpoints)}) {
                    phases.push_back(each);
                }
                at = phase.until_s;
                if (phase.job != 0) {
                    shown_.insert(phase.job);
                }
            }
        } else {
            left_out_ += 1;
        }
        json marks = json::array();
        for (const MachineMark& mark : row.marks) {
            if (kept && mark.what != "notice") {
                marks.push_back({mark.at_s, mark.what, mark.job});
            }
        }
        return {{"name", row.name}, {"pool", row.pool}, {"further", row.further},
                {"kept", kept},     {"phases", phases}, {"marks", marks}};
    }

    std::size_t position_of(const std::string& text, json& list, std::map<std::string, std::size_t>& known) {
        const auto [at, fresh] = known.try_emplace(text, list.size());
        if (fresh) {
            list.push_back(text);
        }
        return at->second;
    }

    // {"17": [stream, gpus, submit, queued, usd, status, interruptions, [[from, reason], …]]}
    void add_jobs(json& section) {
        json streams = json::array();
        json reasons = json::array();
        std::map<std::string, std::size_t> known_streams;
        std::map<std::string, std::size_t> known_reasons;
        json jobs = json::object();
        for (const std::int64_t number : shown_) {
            const auto index = static_cast<std::size_t>(number - 1);
            if (index < folds_.jobs.size()) {
                const JobLine& job = folds_.jobs[index];
                jobs[std::to_string(number)] = {position_of(job.stream, streams, known_streams),
                                                job.gpus,
                                                job.submit_s,
                                                job.in(JobState::queued),
                                                job.cost_usd,
                                                job.status,
                                                job.interruptions,
                                                json::array()};
            }
        }
        const StrategyFacts* strategy = facts_.strategy(name_);
        for (const JobAttempt& attempt : attempts_of(machines_, folds_.jobs)) {
            const auto job = jobs.find(std::to_string(attempt.job));
            if (job != jobs.end()) {
                const std::size_t reason =
                    position_of(why_there(attempt, machines_, strategy), reasons, known_reasons);
                job->back().push_back({attempt.from_s, reason});
            }
        }
        section["streams"] = streams;
        section["reasons"] = reasons;
        section["jobs"] = jobs;
    }

    void add_heat(json& section) const {
        const auto machines = static_cast<std::size_t>(std::count_if(
            machines_.rows.begin(), machines_.rows.end(), [](const auto& row) { return !row.further; }));
        if (machines <= many_machines || machines_.end_s == 0) {
            section["heat"] = nullptr;
            return;
        }
        const auto bins =
            static_cast<std::int64_t>(std::clamp<std::size_t>(most_heat_cells / machines, 10, 120));
        const std::int64_t bin_s = std::max<std::int64_t>(3600, (machines_.end_s + bins - 1) / bins);
        section["heat"] = {{"bin_s", bin_s}, {"percent", machine_heat(machines_, facts_, bin_s)}};
    }

    const StrategyFolds& folds_;
    const MachineRows& machines_;
    const ScenarioFacts& facts_;
    const std::string& name_;
    std::size_t phases_;      // that may be kept
    std::size_t budget_ = 0;  // that may still be kept of the pools so far
    bool full_ = false;       // no more machines of this pool are kept
    std::size_t left_out_ = 0;
    std::set<std::int64_t> shown_;  // jobs
};

}  // namespace

json machines_section(const ScenarioRuns& runs, const ScenarioFacts& facts, const RunFolds& folds) {
    const auto& strategies = folds.strategies();
    const auto with = static_cast<std::size_t>(std::count_if(
        strategies.begin(), strategies.end(), [](const auto& each) { return each.machines.has_value(); }));
    std::size_t all = 0;
    for (const StrategyFolds& each : strategies) {
        all += each.machines ? phases_of(*each.machines) : 0;
    }
    const std::size_t for_each = all <= most_phases ? most_phases : most_phases / with;
    json list = json::array();
    for (std::size_t i = 0; i < strategies.size(); ++i) {
        if (strategies[i].machines) {
            list.push_back(
                StrategyMachines{strategies[i], facts, runs.name_of(runs.strategies[i]), for_each}.made());
        }
    }
    return list;
}

}  // namespace trainyard::report
