#include "analysis/claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analysis/text/text.hpp"
#include "sim/model/metric_names.hpp"

namespace trainyard {
namespace {

constexpr std::string_view twin_ending = "-fails";
constexpr std::string_view continued = "#   ";

bool is_twin(const ClaimFile& file) { return file.name.ends_with(twin_ending); }

const ClaimFile* find_file(const std::vector<ClaimFile>& files, const std::string& name) {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&name](const ClaimFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

// "queue_time_p95_s" of a team: "queue time p95 of the team".
std::string label_of(const std::string& metric) {
    const MetricName name = split_metric_name(metric);
    std::string label{name.metric};
    for (const std::string_view unit : {"_usd", "_s", "_gpu_h", "_kwh"}) {
        if (label.ends_with(unit)) {
            label.resize(label.size() - unit.size());
            break;
        }
    }
    std::replace(label.begin(), label.end(), '_', ' ');
    return name.scope == MetricName::Scope::run ? label : fmt::format("{} of {}", label, name.owner);
}

std::string readable(std::string_view metric, double value) {
    const auto ends = [metric](std::string_view unit) { return metric.ends_with(unit); };
    if (ends("_usd")) {
        return readable_usd(value);
    }
    if (ends("_s")) {
        return readable_duration(value);
    }
    if (ends("_share") || ends("utilization")) {
        return readable_share(value);
    }
    return in_scale(number_scale(value), value) + (ends("_gpu_h") ? " GPU-h" : ends("_kwh") ? " kWh" : "");
}

std::string bound_text(const Expectation& expected, double bound) {
    return expected.relative_to ? fmt::format("{:.4g} %", bound * 100) : readable(expected.metric, bound);
}

std::string bounds_text(const Expectation& expected) {
    std::vector<std::string> parts;
    if (expected.above) {
        parts.push_back("above " + bound_text(expected, *expected.above));
    }
    if (expected.below) {
        parts.push_back("below " + bound_text(expected, *expected.below));
    }
    if (expected.between) {
        const auto& [low, high] = *expected.between;
        parts.push_back(low == high ? bound_text(expected, low)
                                    : bound_text(expected, low) + " to " + bound_text(expected, high));
    }
    return fmt::format("{}", fmt::join(parts, " and "));
}

std::optional<double> mean_of(const ScenarioRuns& runs, const std::string& strategy,
                              const std::string& metric) {
    const StrategyRuns* found = runs.find(strategy);
    return found == nullptr ? std::nullopt : summary_of(*found, metric).mean;
}

// "**rent** cash $1,508, 43.2 % of own's (expected: below 50 %)".
std::string outcome(const ScenarioRuns& runs, const Expectation& expected) {
    const auto own = mean_of(runs, expected.strategy, expected.metric);
    const std::string name =
        fmt::format("**{}** {}", printable(expected.strategy), printable(label_of(expected.metric)));
    if (!own) {
        return name + " has no value";
    }
    std::string text = name + " " + readable(expected.metric, *own);
    if (expected.relative_to) {
        const auto other = mean_of(runs, *expected.relative_to, expected.metric);
        text += other && *other != 0 ? fmt::format(", {} of {}'s", readable_share(*own / *other),
                                                   printable(*expected.relative_to))
                                     : "";
    }
    return fmt::format("{} (expected: {})", text, bounds_text(expected));
}

std::string in_cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
        text.insert(at, "\\");
    }
    return text;
}

std::string row(const ClaimFile& file, const ScenarioRuns& runs) {
    std::string outcomes;
    for (const Expectation& expected : runs.scenario.expectations) {
        outcomes += (outcomes.empty() ? "" : "<br>") + outcome(runs, expected);
    }
    const std::string when =
        is_twin(file) ? "**fails when** " + file.notes.fails_when : "**holds when** " + file.notes.holds_when;
    return fmt::format("| {} | [{}](../scenarios/claims/{}.yaml) | {} | {} |\n", in_cell(file.notes.claim),
                       file.name, file.name, in_cell(outcomes), in_cell(when));
}

constexpr const char* page_head = R"(# Claims

What two articles of 2026 say about the cost of training, each claim held against a scenario that anyone can
run and bend, and beside it a twin in which it does not hold. Prices are those of the
[catalogue](../scenarios/README.md) unless the file says others; nothing is derived from a share that an article
states. This page is made by `./dev claims > docs/claims.md`, and a test holds it to what the program says.

    ./dev run scenarios/claims/payback-sustained.yaml
    ./dev run scenarios/claims/payback-sustained.yaml --set "workload.overnight.arrivals={every: 3 d}"

| claim | scenario | what came out | holds when, fails when |
|---|---|---|---|
)";

}  // namespace

ClaimNotes claim_notes(std::string_view scenario_text) {
    ClaimNotes notes;
    std::string* current = nullptr;
    while (scenario_text.starts_with('#')) {
        const std::size_t end = std::min(scenario_text.find('\n'), scenario_text.size());
        std::string_view line = scenario_text.substr(0, end);
        scenario_text.remove_prefix(std::min(end + 1, scenario_text.size()));
        if (current != nullptr && line.starts_with(continued)) {
            *current += " " + std::string{line.substr(continued.size())};
            continue;
        }
        current = nullptr;
        for (const auto& [key, note] : {std::pair{std::string_view{"# claim: "}, &notes.claim},
                                        std::pair{std::string_view{"# holds when: "}, &notes.holds_when},
                                        std::pair{std::string_view{"# fails when: "}, &notes.fails_when}}) {
            if (line.starts_with(key)) {
                *note = line.substr(key.size());
                current = note;
            }
        }
    }
    return notes;
}

std::vector<std::string> claim_problems(const std::vector<ClaimFile>& files) {
    std::vector<std::string> problems;
    const auto need = [&problems](const ClaimFile& file, const std::string& note, const char* key) {
        if (note.empty()) {
            problems.push_back(fmt::format("{}.yaml: its head has no comment `# {}: …`", file.name, key));
        }
    };
    for (const ClaimFile& file : files) {
        const std::string base =
            file.name.substr(0, file.name.size() - (is_twin(file) ? twin_ending.size() : 0));
        if (find_file(files, is_twin(file) ? base : base + std::string{twin_ending}) == nullptr) {
            problems.push_back(file.name + ".yaml: its twin is missing");
        }
        if (is_twin(file)) {
            need(file, file.notes.fails_when, "fails when");
        } else {
            need(file, file.notes.claim, "claim");
            need(file, file.notes.holds_when, "holds when");
        }
    }
    return problems;
}

std::string claims_page(const std::vector<ClaimFile>& files, const Batch& batch) {
    std::string page = page_head;
    for (const ClaimFile& file : files) {
        if (is_twin(file)) {
            continue;  // it stands below the one that it is the twin of
        }
        const ClaimFile* twin = find_file(files, file.name + std::string{twin_ending});
        for (const ClaimFile* each : {&file, twin}) {
            page += row(*each, batch[static_cast<std::size_t>(each - files.data())]);
        }
    }
    return page;
}

}  // namespace trainyard
