#include "sim/scenario/catalogue_path.hpp"

#include <algorithm>
#include <cstdlib>

namespace trainyard {

namespace fs = std::filesystem;

namespace {

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

}  // namespace

std::optional<fs::path> scenarios_folder() {
    if (const char* chosen = std::getenv("TRAINYARD_SCENARIOS"); chosen != nullptr && *chosen != '\0') {
        return is_folder(chosen) ? std::optional{fs::path{chosen}} : std::nullopt;
    }
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path installed = program.parent_path().parent_path() / "share" / "trainyard" / "scenarios";
    if (!error && is_folder(installed)) {
        return installed;
    }
#ifdef TRAINYARD_SOURCE_SCENARIOS
    if (is_folder(TRAINYARD_SOURCE_SCENARIOS)) {
        return fs::path{TRAINYARD_SOURCE_SCENARIOS};
    }
#endif
    return std::nullopt;
}

std::optional<fs::path> catalogue_file(const std::string& name) {
    const std::vector<std::string> names = catalogue_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        return std::nullopt;
    }
    return *scenarios_folder() / "catalogue" / (name + ".yaml");
}

std::vector<std::string> catalogue_names() {
    std::vector<std::string> names;
    const auto folder = scenarios_folder();
    std::error_code error;
    if (!folder) {
        return names;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator{*folder / "catalogue", error}) {
        if (entry.path().extension() == ".yaml") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace trainyard
