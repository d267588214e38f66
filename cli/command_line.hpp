// The command line: what can be said, and nothing of what is done about it.
#pragma once

#include <string>
#include <vector>

namespace trainyard {

// The program's name and what it was called with. Returns its exit code. OutputError leaves it when
// standard output cannot be written.
int parse_and_run(const std::vector<std::string>& words);

}  // namespace trainyard
