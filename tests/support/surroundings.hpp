// What the tests run with; not known when they are compiled, since the same objects are linked with the
// optimised libraries and with those that the sanitizers watch.
#pragma once

#include <string>

namespace trainyard {

// The program to call: the environment's TRAINYARD_BINARY, as ctest sets it, or that of the build folder.
std::string program_path();

// Whether AddressSanitizer is there: memory cannot be limited then, and everything takes longer.
bool is_sanitized();

}  // namespace trainyard
