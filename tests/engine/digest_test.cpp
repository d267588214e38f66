#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/ledger/outcome.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/engine/fixture.hpp"
#include "tests/support/surroundings.hpp"

using namespace trainyard;

namespace {

constexpr const char* file = "tests/validation/checkpoints.yaml";

std::string by_the_program() {
    FILE* pipe = popen(
        ("\"" + trainyard::program_path() + "\" run --format json --set 'horizon=90 d' " + std::string{file})
            .c_str(),
        "r");
    REQUIRE(pipe != nullptr);
    std::string json;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        json.append(buffer.data(), count);
    }
    REQUIRE(pclose(pipe) == 0);
    return nlohmann::json::parse(json).at("runs").at(0).at("digest");
}

}  // namespace

TEST_CASE("the program and the library come to the same digest, each in its process") {
    const Loaded loaded = load_scenario(file, {{"horizon=90 d"}});
    REQUIRE(loaded.scenario);
    const std::string digest = fixture::simulated(*loaded.scenario, 0, {1, 1}, [&](const Trace& trace) {
        return fold(*loaded.scenario, loaded.scenario->strategies[0], trace).digest;
    });
    CHECK(by_the_program() == digest);
    CHECK(by_the_program() == digest);
}
