#include "sim/scenario/set.hpp"

#include <optional>

#include "sim/scenario/parse.hpp"
#include "sim/scenario/path_walk.hpp"

namespace trainyard {

namespace {

void apply(Node& tree, const std::string& text, std::uint32_t source, const Sources& sources,
           Report& report) {
    const GivenPath whole{text, Place{source, 1, 1, 1}};
    if (const std::string problem = text_problem(text); !problem.empty()) {
        report.error(whole.place, {}, "this " + problem);
        return;
    }
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        report.error(place_within(whole, 0, text.size()), {}, "expected PATH=VALUE, as in `horizon=30 d`");
        return;
    }
    const GivenPath path{text.substr(0, equals), whole.place};
    if (equals + 1 == text.size()) {
        report.error(place_within(whole, equals, 1), path.text, "there is no value after the `=`");
        return;
    }
    const std::optional<Node> value = parse(sources, source, report, Offset{equals + 1});
    if (!value) {
        return;
    }
    const std::string section = path.text.substr(0, path.text.find('.'));
    if (section == "include") {
        report.error(place_within(path, 0, section.size()), section, "the files to include cannot be set");
        return;
    }
    for (const Miss& miss : put_at(tree, path, *value).misses) {
        report.error(place_within(path, miss.from, miss.width), miss.path, miss.message);
    }
}

}  // namespace

void apply_sets(Node& tree, const std::vector<std::string>& sets, const std::filesystem::path& folder,
                Sources& sources, Report& report) {
    for (const std::string& text : sets) {
        apply(tree, text, sources.add("--set", folder, text), sources, report);
    }
}

}  // namespace trainyard
