// How a `model` job's work, memory, checkpoint and hours come about, line by line.
#pragma once

#include <string>

#include "sim/model/scenario.hpp"

namespace trainyard {

// Of the stream's job, which must be said as a `model`.
std::string explain_job(const Scenario& scenario, const Stream& stream);

}  // namespace trainyard
