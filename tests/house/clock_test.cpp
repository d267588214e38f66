// No layer asks what time it is: results, stores and folders cannot depend on a clock that somebody sets.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("no source reads the clock of the wall, or the age of a file") {
    int files = 0;
    for (const char* const layer : {"sim", "analysis", "cli"}) {
        for (const fs::directory_entry& entry :
             fs::recursive_directory_iterator{TRAINYARD_SOURCE_DIR "/" + std::string{layer}}) {
            if (!entry.is_regular_file()) {
                continue;
            }
            const std::string text = content_of(entry.path());
            for (const char* const word :
                 {"system_clock", "gettimeofday", "clock_gettime", "std::time(", "time(nullptr",
                  "last_write_time", "st_mtime", "CURRENT_TIMESTAMP", "strftime('now"}) {
                CAPTURE(entry.path().string(), word);
                CHECK(text.find(word) == std::string::npos);
            }
            ++files;
        }
    }
    CHECK(files > 300);
}
