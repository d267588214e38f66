// docs/validation.md shows what the program says now.
#pragma once

#include <string>

namespace trainyard::theory {

// The page has the line, where a line begins with `key`; fails the test otherwise. With TRAINYARD_RETELL=1
// in the environment it writes the line there first.
void check_page(const std::string& key, const std::string& line);

}  // namespace trainyard::theory
