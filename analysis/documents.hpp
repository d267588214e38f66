// The results as other programs read them. Texts, complete and ending in a newline.
#pragma once

#include <string>

#include "analysis/runs/batch.hpp"

namespace trainyard {

// {"format": 1, "runs": [...], "summary": [...]}: every finished run, and for each strategy with a
// finished run the mean, sd and 95 % interval of each metric (null where there is none). `more` are
// further members of the document, as JSON.
std::string json_document(const Batch& batch, const std::string& more = "");

// One row a run: scenario, of a sweep what each varied path is at its point, strategy, replication, seed,
// digest, then a column a metric; a metric
// without a value, or that the run does not have, is empty. Numbers are the shortest that read back
// exactly.
std::string runs_csv(const Batch& batch);

}  // namespace trainyard
