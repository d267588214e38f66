// Where the scenarios that come with the program are.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace trainyard {

// The folder with the gallery and `catalogue/` in it, the first of: the environment variable
// TRAINYARD_SCENARIOS; share/trainyard/scenarios beside the folder of the program; the source tree
// that it was built from. Nothing when none exists.
std::optional<std::filesystem::path> scenarios_folder();

// The file of `catalogue:NAME`; nothing when there is none.
std::optional<std::filesystem::path> catalogue_file(const std::string& name);

// The names that can stand after `catalogue:`, sorted.
std::vector<std::string> catalogue_names();

}  // namespace trainyard
