// libFuzzer's entry: the target that TRAINYARD_FUZZ_TARGET names. ./dev fuzz builds and calls it.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/fuzz/targets.hpp"

namespace {

const trainyard::fuzz::Target& chosen() {
    const char* const name = std::getenv("TRAINYARD_FUZZ_TARGET");
    for (const trainyard::fuzz::Target& target : trainyard::fuzz::targets()) {
        if (name != nullptr && std::strcmp(name, target.name) == 0) {
            return target;
        }
    }
    std::fputs("TRAINYARD_FUZZ_TARGET must name one of:", stderr);
    for (const trainyard::fuzz::Target& target : trainyard::fuzz::targets()) {
        std::fprintf(stderr, " %s", target.name);
    }
    std::fputs("\n", stderr);
    std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const trainyard::fuzz::Target& target = chosen();
    target.run({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
