// Every file of the corpus through its target: what fuzzers have found stays mended, here and under the
// sanitizers.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/fuzz/targets.hpp"

using namespace trainyard::fuzz;

namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path{TRAINYARD_SOURCE_DIR} / "tests" / "fuzz" / "corpus";

std::string content_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("nothing that fuzzers were given breaks a reader") {
    for (const Target& target : targets()) {
        int inputs = 0;
        for (const fs::directory_entry& entry : fs::directory_iterator{corpus / target.name}) {
            CAPTURE(entry.path().string());
            CHECK_NOTHROW(target.run(content_of(entry.path())));
            ++inputs;
        }
        CAPTURE(target.name);
        CHECK(inputs >= 3);
        CHECK_NOTHROW(target.run({}));
    }
}

TEST_CASE("every folder of the corpus has its target") {
    std::set<std::string> known;
    for (const Target& target : targets()) {
        known.insert(target.name);
    }
    for (const fs::directory_entry& entry : fs::directory_iterator{corpus}) {
        CHECK(known.contains(entry.path().filename().string()));
    }
}
