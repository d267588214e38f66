// Whether queueing or renewal theory knows what a strategy comes to in a scenario.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sim/model/scenario.hpp"

namespace trainyard {

// The expected value of a metric, or of its ratio to another.
struct ClosedForm {
    std::string what;  // "mean wait, h"
    std::string metric;
    std::string over;     // may be empty
    double unit = 1;      // of the metric, in that of `what`: 3600 for hours
    double expected = 0;  // in the unit of `what`
    std::string formula;
    double slack = 0;  // in the unit of `what`: what whole seconds may do to it
};

// Or why there is none, in words that follow "no closed form: ".
std::variant<ClosedForm, std::string> closed_form(const Scenario& scenario, const Strategy& strategy);

}  // namespace trainyard
