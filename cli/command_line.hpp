// The command line: what can be said, and nothing of what is done about it.
#pragma once

namespace trainyard {

// Returns the program's exit code. OutputError leaves it when standard output cannot be written.
int parse_and_run(int argc, char** argv);

}  // namespace trainyard
