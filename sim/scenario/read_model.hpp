// `model:` of a job: what follows from it.
#pragma once

#include "sim/scenario/readers.hpp"

namespace trainyard {

// Fills work, memory, checkpoint and speeds of the job, where its own keys have not said them. Its gang,
// checkpoint and own speeds must have been read before.
void read_model(const Block& job, const Value& model, JobSpec& spec, const std::vector<GpuType>& gpus);

// Reports stated utilisations above what a GPU type that a strategy uses has been measured to reach.
void check_utilisations(const Scenario& scenario, Context& context);

}  // namespace trainyard
