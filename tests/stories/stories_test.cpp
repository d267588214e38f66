#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "tests/stories/story.hpp"

using namespace trainyard::stories;

namespace {

std::vector<std::filesystem::path> story_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{TRAINYARD_SOURCE_DIR "/tests/stories"}) {
        if (entry.path().extension() == ".story") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

// One text reads better in a failure than a list of lines.
std::string joined(const std::vector<std::string>& lines) {
    std::string text = "\n";
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

std::string number_of(const std::filesystem::path& file) { return file.filename().string().substr(0, 3); }

// The numbers in the tables of README.md: three digits that nothing else is attached to.
std::set<std::string> numbers_in_the_tables() {
    std::ifstream in{TRAINYARD_SOURCE_DIR "/tests/stories/README.md"};
    std::set<std::string> numbers;
    const std::regex number{"\\b[0-9]{3}\\b"};
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("| ")) {
            const std::string cell = line.substr(line.rfind('|', line.size() - 2));
            const std::sregex_iterator first{cell.begin(), cell.end(), number};
            std::transform(first, std::sregex_iterator{}, std::inserter(numbers, numbers.end()),
                           [](const std::smatch& match) { return match.str(); });
        }
    }
    return numbers;
}

}  // namespace

TEST_CASE("every story goes as its time line says") {
    const auto files = story_files();
    REQUIRE(files.size() >= 100);
    for (const auto& file : files) {
        DYNAMIC_SECTION(file.stem().string()) {
            const Story story = read_story(file.string());
            INFO(story.title);
            const auto told = tell(story);
            // For whoever writes one: fills in the expectation, to be checked by hand.
            if (std::getenv("TRAINYARD_RETELL") != nullptr) {
                std::ofstream{file} << retold(story, told);
            }
            CHECK(joined(told) == joined(story.expected));
        }
    }
}

TEST_CASE("the tables of the stories name every story, and no other") {
    std::set<std::string> told;
    for (const auto& file : story_files()) {
        CHECK(told.insert(number_of(file)).second);
    }
    CHECK(numbers_in_the_tables() == told);
}
