// The points of a study as runs to be made, all of them checked before the first one runs.
#pragma once

#include <string>
#include <vector>

#include "analysis/study/design.hpp"
#include "analysis/study/run_choice.hpp"

namespace trainyard {

struct LoadedPoints {
    Batch batch;  // in the order of the points; empty when there are errors
    std::vector<std::string> notes;
    std::vector<Diagnostic> errors;
};

// Errors: points that are no scenario, each complaint once, with the first point that has it and how many
// others have it, up to 20 complaints; wanted strategies that some point does not declare; strategies that
// are infeasible at every point. Where one is infeasible at some points only, it is marked there.
LoadedPoints load_points(const ScenarioFile& file, const PointSet& set, const RunChoice& choice);

}  // namespace trainyard
