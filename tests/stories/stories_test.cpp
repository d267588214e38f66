#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

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

}  // namespace

TEST_CASE("every story goes as its time line says") {
    const auto files = story_files();
    REQUIRE(files.size() >= 40);
    for (const auto& file : files) {
        const Story story = read_story(file.string());
        DYNAMIC_SECTION(file.stem().string() << ": " << story.title) {
            const auto told = tell(story);
            // For whoever writes one: fills in the expectation, to be checked by hand.
            if (std::getenv("TRAINYARD_RETELL") != nullptr) {
                std::ofstream{file} << retold(story, told);
            }
            CHECK(told == story.expected);
        }
    }
}
