// What a user should know about a run beside its numbers.
#pragma once

#include <string>
#include <vector>

#include "sim/model/trace.hpp"

namespace trainyard {

// One sentence that counts the unfinished jobs and names the first ten; nothing if there are none.
std::vector<std::string> warnings_of(const Trace& trace);

}  // namespace trainyard
