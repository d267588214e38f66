#include "tests/support/surroundings.hpp"

#include <cstdlib>

extern "C" void __asan_init() __attribute__((weak));  // NOLINT(bugprone-reserved-identifier)

namespace trainyard {

std::string program_path() {
    const char* given = std::getenv("TRAINYARD_BINARY");
    return given != nullptr ? given : TRAINYARD_BINARY;
}

bool is_sanitized() { return &__asan_init != nullptr; }

}  // namespace trainyard
