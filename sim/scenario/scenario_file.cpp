#include "sim/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "sim/scenario/include.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/readers.hpp"
#include "sim/scenario/set.hpp"
#include "sim/scenario/tree_fingerprint.hpp"
#include "sim/scenario/vary.hpp"

namespace trainyard {

struct ScenarioFile::Parts {
    explicit Parts(const std::string& path) : file{path}, folder{std::filesystem::path{path}.parent_path()} {}

    Loaded check(const Node& scenario, Report problems) {
        Loaded loaded;
        Context context{sources, problems, data};
        Scenario read = read_scenario(scenario, file, context, loaded);
        if (problems.empty()) {
            loaded.scenario = std::move(read);
            loaded.fingerprint = fingerprint_of(scenario, context.data_fingerprints);
            loaded.text = sources.text(scenario.place.source);
        }
        loaded.errors = problems.sorted();
        return loaded;
    }

    Loaded unreadable() const {
        Loaded loaded;
        loaded.errors = report.sorted();
        return loaded;
    }

    std::string file;
    std::filesystem::path folder;
    Sources sources;
    Report report{sources};  // of reading and of --set
    std::optional<Node> tree;
    DataFiles data;
};

ScenarioFile::ScenarioFile(const std::string& file, const LoadOptions& options)
    : parts_{std::make_unique<Parts>(file)} {
    Parts& parts = *parts_;
    parts.tree = load_tree(file, parts.sources, parts.report);
    if (parts.tree) {
        apply_sets(*parts.tree, options.sets, parts.folder, parts.sources, parts.report);
    }
}

ScenarioFile::~ScenarioFile() = default;
ScenarioFile::ScenarioFile(ScenarioFile&&) noexcept = default;
ScenarioFile& ScenarioFile::operator=(ScenarioFile&&) noexcept = default;

Loaded ScenarioFile::load() const {
    return parts_->tree ? parts_->check(*parts_->tree, parts_->report) : parts_->unreadable();
}

Loaded ScenarioFile::load(const std::vector<Setting>& settings) const {
    if (!parts_->tree) {
        return parts_->unreadable();
    }
    Node tree = *parts_->tree;
    Report report = parts_->report;
    if (Entry* study = tree.find("study")) {
        std::erase_if(study->value.entries, [](const Entry& entry) { return entry.key == "vary"; });
    }
    for (const Setting& setting : settings) {
        const Walked walked = put_at(tree, *setting.path, setting.value->node);
        if (walked.targets.empty()) {
            const Miss& miss = walked.misses.front();
            report.error(place_within(*setting.path, miss.from, miss.width), miss.path, miss.message);
        }
    }
    return parts_->check(tree, std::move(report));
}

ReadAxes ScenarioFile::parse_vary(const std::vector<std::string>& flags) {
    ReadAxes result;
    Report report{parts_->sources};
    if (!parts_->tree) {
        result.errors = parts_->report.sorted();
        return result;
    }
    AxisMaker maker{*parts_->tree, report, result.notes};
    std::size_t number = 0;
    for (const std::string& text : flags) {
        const std::uint32_t source = parts_->sources.add("--vary", parts_->folder, text);
        if (!within_most_axes(number++, GivenPath{text, Place{source, 1, 1, 1}}, report)) {
            break;
        }
        if (const std::string problem = text_problem(text); !problem.empty()) {
            report.error(Place{source, 1, 1, 1}, {}, "this " + problem);
        } else if (auto axis = read_vary_flag(parts_->sources, source, maker, report)) {
            result.axes.push_back(std::move(*axis));
        }
    }
    refuse_overlaps(result.axes, report);
    result.errors = report.sorted();
    return result;
}

ReadDesign parse_design(const std::string& text) {
    const std::size_t colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    Sources sources;
    Report report{sources};
    const auto wrong = [&, source = sources.add("--design", {}, text)](std::size_t from,
                                                                       std::string message) {
        report.error(place_within({text, Place{source, 1, 1, 1}}, from, text.size() - from), {},
                     std::move(message));
        return ReadDesign{std::nullopt, report.sorted()};
    };
    const std::vector<std::string> known{"grid", "lhs", "sobol"};
    if (std::find(known.begin(), known.end(), kind) == known.end()) {
        return wrong(0, fmt::format("there is no design `{}`{}", shortened(kind), did_you_mean(kind, known)));
    }
    if (kind == "grid") {
        return text == kind ? ReadDesign{Design{}, {}}
                            : wrong(colon, "a grid has as many points as its axes have values");
    }
    int points = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data() + std::min(colon, text.size() - 1) + 1, end, points);
    if (colon == std::string::npos || result.ec != std::errc{} || result.ptr != end || points < 1 ||
        points > most_points) {
        return wrong(
            0, fmt::format("expected the number of points, from 1 to {}, as in `{}:200`", most_points, kind));
    }
    return {Design{kind == "lhs" ? Design::Kind::latin_hypercube : Design::Kind::sobol, points}, {}};
}

Loaded load_scenario(const std::string& file, const LoadOptions& options) {
    return ScenarioFile{file, options}.load();
}

}  // namespace trainyard
