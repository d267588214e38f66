// The layers see each other in one direction only, and each outside library in one place: the
// #include lines of the whole tree are held against the table below, which is docs/design.md's.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// All that one run is made of, and more.
std::set<std::string> with_sim(std::set<std::string> more) {
    more.insert(
        {"sim/core", "sim/model", "sim/strategy", "sim/fleet", "sim/ledger", "sim/scenario", "sim/engine"});
    return more;
}

// What each layer may include, beside itself.
const std::map<std::string, std::set<std::string>> visible_layers = {
    {"sim/core", {}},
    {"sim/model", {"sim/core"}},
    {"sim/strategy", {"sim/core", "sim/model"}},
    {"sim/fleet", {"sim/core", "sim/model"}},
    {"sim/ledger", {"sim/core", "sim/model"}},
    {"sim/scenario", {"sim/core", "sim/model"}},
    {"sim/engine", {"sim/core", "sim/model", "sim/strategy", "sim/fleet"}},
    {"analysis/text", {"sim/core"}},
    {"analysis/statistics", {"sim/core"}},
    {"analysis/runs", with_sim({"analysis/text", "analysis/statistics"})},
    {"analysis/study", with_sim({"analysis/text", "analysis/statistics", "analysis/runs"})},
    {"analysis/store", with_sim({"analysis/text", "analysis/statistics", "analysis/runs", "analysis/study"})},
    {"analysis/compare",
     with_sim({"analysis/text", "analysis/statistics", "analysis/runs", "analysis/study"})},
    {"analysis/logs", with_sim({"analysis/text", "analysis/statistics", "analysis/runs"})},
    {"analysis/verify", with_sim({"analysis/text", "analysis/statistics", "analysis/runs"})},
    {"analysis/report", with_sim({"analysis/text", "analysis/statistics", "analysis/runs", "analysis/study",
                                  "analysis/store", "analysis/compare"})},
    {"analysis/cluster", {"analysis/text", "sim/core"}},
    {"analysis", with_sim({"analysis/text", "analysis/statistics", "analysis/runs", "analysis/study",
                           "analysis/store", "analysis/compare", "analysis/logs", "analysis/verify",
                           "analysis/cluster", "analysis/report"})},
    {"cli", with_sim({"analysis/text", "analysis/statistics", "analysis/runs", "analysis/study",
                      "analysis/store", "analysis/compare", "analysis/logs", "analysis/verify",
                      "analysis/cluster", "analysis/report", "analysis"})},
};

// Outside libraries that one layer alone knows, by the folder of their headers.
const std::map<std::string, std::string> only_user = {
    {"yaml-cpp", "sim/scenario"},    {"simgrid", "sim/engine"},
    {"xbt", "sim/engine"},           {"CLI", "cli"},
    {"Random123", "sim/core"},       {"Eigen", "analysis/statistics"},
    {"sqlite3.h", "analysis/store"},
};

// Headers that a layer may not include although it sees the rest of their layer: no strategy knows
// what has happened or will happen, only what it is shown.
const std::map<std::string, std::set<std::string>> hidden_headers = {
    {"sim/strategy", {"sim/model/trace.hpp"}},
};

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string first_folder_of(const std::string& path) { return path.substr(0, path.find('/')); }

// The header that a line includes; empty where it includes none.
std::string included_in(const std::string& line) {
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#' || line.find("include", hash) == std::string::npos) {
        return "";
    }
    const auto open = line.find_first_of("\"<", hash);
    const auto close = open == std::string::npos ? open : line.find_first_of("\">", open + 1);
    return close == std::string::npos ? "" : line.substr(open + 1, close - open - 1);
}

// Why a file of this layer may not include the header; empty where it may.
std::string objection(const std::string& layer, const std::string& header) {
    const auto target = folder_of(header);
    if (visible_layers.contains(target)) {
        if (target != layer && !visible_layers.at(layer).contains(target)) {
            return fmt::format("{} may not see {}", layer, target);
        }
        const auto hidden = hidden_headers.find(layer);
        return hidden != hidden_headers.end() && hidden->second.contains(header)
                   ? fmt::format("{} may not see this header", layer)
                   : "";
    }
    if (first_folder_of(header) == "tests" || first_folder_of(header) == "bench") {
        return "the program may not see its tests";
    }
    const auto user = only_user.find(first_folder_of(header));
    return user != only_user.end() && user->second != layer
               ? fmt::format("only {} includes {}", user->second, user->first)
               : "";
}

// The complaints about one file, each as "file:line: …".
std::vector<std::string> violations_in(const std::string& file, std::istream& text) {
    std::vector<std::string> found;
    const auto layer = folder_of(file);
    if (!visible_layers.contains(layer)) {
        return {fmt::format("{}:1: {} is no layer: see visible_layers in the layering test", file, layer)};
    }
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
        const auto header = included_in(line);
        const auto why = header.empty() ? "" : objection(layer, header);
        if (!why.empty()) {
            found.push_back(fmt::format("{}:{}: includes {}: {}", file, number, header, why));
        }
    }
    return found;
}

std::vector<std::string> violations_of(const std::string& file, const std::string& text) {
    std::istringstream stream{text};
    return violations_in(file, stream);
}

std::vector<std::string> source_files(const fs::path& root) {
    std::vector<std::string> files;
    for (const std::string top : {"sim", "analysis", "cli"}) {
        for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") {
                files.push_back(fs::relative(entry.path(), root).generic_string());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("No file includes a layer that it may not see", "[house]") {
    const fs::path root{TRAINYARD_SOURCE_DIR};
    const auto files = source_files(root);
    REQUIRE(files.size() > 50);
    for (const auto& file : files) {
        std::ifstream text{root / file};
        for (const auto& violation : violations_in(file, text)) {
            FAIL_CHECK(violation);
        }
    }
}

TEST_CASE("The layering check names file and line of a planted violation", "[house]") {
    using Found = std::vector<std::string>;
    CHECK(violations_of("sim/model/job.hpp", "#pragma once\n#include \"sim/fleet/rigs.hpp\"\n") ==
          Found{"sim/model/job.hpp:2: includes sim/fleet/rigs.hpp: sim/model may not see sim/fleet"});
    CHECK(
        violations_of("sim/strategy/queue.cpp", "#  include \"sim/engine/engine.hpp\"") ==
        Found{
            "sim/strategy/queue.cpp:1: includes sim/engine/engine.hpp: sim/strategy may not see sim/engine"});
    CHECK(violations_of("analysis/runs/runner.cpp", "#include <simgrid/s4u.hpp>") ==
          Found{"analysis/runs/runner.cpp:1: includes simgrid/s4u.hpp: only sim/engine includes simgrid"});
    CHECK(violations_of("sim/engine/platform.cpp", "#include <yaml-cpp/yaml.h>") ==
          Found{"sim/engine/platform.cpp:1: includes yaml-cpp/yaml.h: only sim/scenario includes yaml-cpp"});
    CHECK(
        violations_of("sim/strategy/queue.hpp", "#include \"sim/model/trace.hpp\"") ==
        Found{
            "sim/strategy/queue.hpp:1: includes sim/model/trace.hpp: sim/strategy may not see this header"});
    CHECK(
        violations_of("sim/ledger/book.cpp", "#include \"tests/stories/story.hpp\"") ==
        Found{"sim/ledger/book.cpp:1: includes tests/stories/story.hpp: the program may not see its tests"});
    CHECK(violations_of("sim/other/new.cpp", "").size() == 1);
}

TEST_CASE("The layering check lets through what a layer may see", "[house]") {
    CHECK(violations_of("sim/engine/engine.cpp",
                        "#include <simgrid/s4u.hpp>\n"
                        "#include <vector>\n"
                        "#include \"sim/fleet/rigs.hpp\"\n"
                        "// #include \"cli/main.hpp\"\n")
              .empty());
    CHECK(violations_of("sim/strategy/queue.cpp", "#include \"sim/model/job.hpp\"").empty());
}
