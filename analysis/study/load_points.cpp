#include "analysis/study/load_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace trainyard {
namespace {

constexpr std::size_t most_complaints = 20;

// What is wrong with the points, each complaint once.
class Complaints {
public:
    void add(const Diagnostic& problem, const std::string& point) {
        const auto key =
            std::tuple{problem.file, problem.line, problem.column, problem.path, problem.message};
        const auto [at, fresh] = positions_.try_emplace(key, all_.size());
        if (fresh) {
            all_.push_back({problem, point, 0});
        } else {
            ++all_[at->second].others;
        }
    }
    bool empty() const { return all_.empty(); }

    std::vector<Diagnostic> list() const {
        std::vector<Diagnostic> problems;
        for (const Complaint& each : all_) {
            if (problems.size() == most_complaints) {
                Diagnostic rest = problems.back();
                rest.path.clear();
                rest.source_line.clear();
                rest.related.reset();
                rest.message = fmt::format("and {} further complaints", all_.size() - most_complaints);
                problems.push_back(std::move(rest));
                break;
            }
            problems.push_back(each.problem);
            problems.back().message += fmt::format(
                " (at the point {}{})", each.point,
                each.others == 0
                    ? ""
                    : fmt::format(", and at {} other{}", each.others, each.others == 1 ? "" : "s"));
        }
        return problems;
    }

private:
    struct Complaint {
        Diagnostic problem;
        std::string point;
        std::size_t others = 0;
    };
    std::vector<Complaint> all_;
    std::map<std::tuple<std::string, int, int, std::string, std::string>, std::size_t> positions_;
};

// Marks the strategies that cannot do all jobs; of those that can, notes that they could somewhere.
class Feasibility {
public:
    void mark(ScenarioRuns& runs, const Loaded& loaded) {
        for (StrategyRuns& strategy : runs.strategies) {
            const std::string& name = runs.name_of(strategy);
            const auto problems = infeasibilities(loaded, {name});
            if (problems.empty()) {
                feasible_.insert_or_assign(name, std::nullopt);
                continue;
            }
            strategy.infeasible = problems.front().message;
            strategy.replications.clear();
            feasible_.try_emplace(name, problems.front());
        }
    }

    // Of the strategies that can nowhere.
    std::vector<Diagnostic> nowhere() const {
        std::vector<Diagnostic> problems;
        for (const auto& [name, problem] : feasible_) {
            if (problem) {
                problems.push_back(*problem);
                problems.back().message += "; and so at every point";
            }
        }
        return problems;
    }

private:
    std::map<std::string, std::optional<Diagnostic>> feasible_;  // by strategy: why not, while it was nowhere
};

std::vector<PointValue> values_of(const PointSet& set, std::size_t point) {
    std::vector<PointValue> values;
    for (const Setting& setting : set.settings(point)) {
        values.push_back({setting.path->text, setting.value->text, setting.value->number});
    }
    return values;
}

// A wanted strategy that is not there, as a complaint about the command line.
Diagnostic missing_strategy(const std::string& problem) {
    Diagnostic diagnostic;
    diagnostic.file = "--strategy";
    diagnostic.message = "the scenario " + problem;
    return diagnostic;
}

}  // namespace

LoadedPoints load_points(const ScenarioFile& file, const PointSet& set, const RunChoice& choice) {
    LoadedPoints result;
    Complaints complaints;
    Feasibility feasibility;
    for (std::size_t point = 0; point < set.points.size(); ++point) {
        Loaded loaded = file.load(set.settings(point));
        for (const Diagnostic& problem : loaded.errors) {
            complaints.add(problem, set.described(point));
        }
        if (!loaded.scenario) {
            continue;
        }
        for (const std::string& problem : unknown_strategies(*loaded.scenario, choice.strategies)) {
            complaints.add(missing_strategy(problem), set.described(point));
        }
        if (!complaints.empty()) {
            continue;  // only what else is wrong matters now
        }
        if (result.batch.empty()) {
            result.notes = loaded.notes;
        }
        ScenarioRuns runs = runs_of(*loaded.scenario, choice);
        runs.point = values_of(set, point);
        runs.fingerprint = loaded.fingerprint;
        if (result.batch.empty()) {
            runs.text = std::move(loaded.text);
        }
        feasibility.mark(runs, loaded);
        result.batch.push_back(std::move(runs));
    }
    result.errors = complaints.empty() ? feasibility.nowhere() : complaints.list();
    if (!result.errors.empty()) {
        result.batch.clear();
    }
    return result;
}

}  // namespace trainyard
