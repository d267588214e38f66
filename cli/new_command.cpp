#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "sim/scenario/catalogue_path.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// Names of the gallery's scenarios, sorted.
std::vector<std::string> gallery(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        if (entry.is_regular_file() && entry.path().extension() == ".yaml") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

// The scenario of that name, or the only one whose name begins with it and a dash.
std::optional<std::string> find(const std::vector<std::string>& names, const std::string& wanted) {
    if (std::find(names.begin(), names.end(), wanted) != names.end()) {
        return wanted;
    }
    const auto begins = [&wanted](const std::string& name) { return name.rfind(wanted + "-", 0) == 0; };
    const auto found = std::find_if(names.begin(), names.end(), begins);
    const bool unique = std::count_if(names.begin(), names.end(), begins) == 1;
    return unique ? std::optional{*found} : std::nullopt;
}

// Where to begin; it stands first in the list.
constexpr const char* first_to_copy = "my-three-numbers";

std::string question_of(const fs::path& file) {
    const Loaded loaded = load_scenario(file.string());
    return loaded.scenario ? printable(loaded.scenario->question) : "";
}

int list(std::vector<std::string> names, const fs::path& folder) {
    std::stable_partition(names.begin(), names.end(),
                          [](const std::string& name) { return name == first_to_copy; });
    std::size_t width = 0;
    for (const std::string& name : names) {
        width = std::max(width, display_width(printable(name)));
    }
    std::string text = "Scenarios to start from; `trainyard new NAME > my.yaml` copies one:\n";
    for (const std::string& name : names) {
        text += fmt::format("  {}  {}\n", padded_right(printable(name), width),
                            question_of(folder / (name + ".yaml")));
    }
    print_result(text);
    return exit_fine;
}

// The scenario's text with the files beside it named by their full path, so that it can be put
// anywhere.
std::string movable(std::string text, const fs::path& folder) {
    static const std::regex file_key{R"(\b(?:file|empirical|trace):\s*([^\s,{}'"]+))"};
    std::string out;
    for (std::smatch found; std::regex_search(text, found, file_key); text = found.suffix()) {
        const fs::path beside = folder / found[1].str();
        const std::string key = found.str().substr(0, found.str().size() - found[1].str().size());
        out += found.prefix().str() + (fs::exists(beside) ? key + '"' + beside.string() + '"' : found.str());
    }
    return out + text;
}

int copy(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    const std::string text = movable({std::istreambuf_iterator<char>{in}, {}}, file.parent_path());
    if (!in) {
        complain("cannot read " + printable(file.string()));
        return exit_run_failed;
    }
    print_result(text);
    return exit_fine;
}

}  // namespace

int new_command(const std::optional<std::string>& name) {
    const auto folder = scenarios_folder();
    if (!folder) {
        complain("the scenarios that come with trainyard are not where it was installed or built");
        return exit_run_failed;
    }
    const std::vector<std::string> names = gallery(*folder);
    if (!name) {
        return list(names, *folder);
    }
    if (const auto found = find(names, *name)) {
        return copy(*folder / (*found + ".yaml"));
    }
    complain(fmt::format("there is no scenario `{}` to start from{}", printable(*name),
                         did_you_mean(*name, names)));
    return exit_bad_input;
}

}  // namespace trainyard
