// Why something asked for cannot be: a sentence without a full stop, for whoever asked.
#pragma once

#include <string>

namespace trainyard {

struct Refusal {
    std::string text;
};

}  // namespace trainyard
