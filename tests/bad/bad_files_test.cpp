// Every bad file is complained about in literally the words that stand in it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/bad/complaints.hpp"
#include "tests/support/sections.hpp"

using namespace trainyard::bad;
using namespace trainyard::tests;

namespace {

std::vector<std::filesystem::path> bad_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{TRAINYARD_SOURCE_DIR "/tests/bad"}) {
        if (entry.path().extension() == ".bad") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

// A section `--set PATH=VALUE` is that option, any other is a file of its name beside the scenario.
Input input_of(const Sections& sections) {
    const std::string set_mark = "--set ";
    Input input{{{"scenario.yaml", sections.body}}, {}};
    for (const auto& [name, text] : sections.further) {
        if (name.starts_with(set_mark)) {
            input.sets.push_back(name.substr(set_mark.size()));
        } else {
            input.files.emplace_back(name, text);
        }
    }
    return input;
}

}  // namespace

TEST_CASE("every bad file is complained about in the words that stand in it") {
    const auto files = bad_files();
    REQUIRE(files.size() >= 250);
    for (const auto& file : files) {
        DYNAMIC_SECTION(file.stem().string()) {
            const Sections sections = read_sections(file.string());
            INFO(sections.title);
            const auto told = lines_of(complaints(input_of(sections)));
            // For whoever writes one: fills in the complaints, to be read aloud.
            if (std::getenv("TRAINYARD_RETELL") != nullptr) {
                std::ofstream{file} << text_of(sections, told);
            }
            CHECK(told == sections.expected);
        }
    }
}
