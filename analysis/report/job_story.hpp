// The story of one job of a run, in sentences: when, where, why there, and what each interruption cost.
#pragma once

#include <optional>
#include <string>

#include "analysis/store/result_store.hpp"
#include "analysis/study/facts.hpp"

namespace trainyard {

// Lines of at most `width` columns. `title` says which run it is. Absent where the run has no such job.
// Throws DamagedRows.
std::optional<std::string> job_story(const RunRows& rows, const std::string& strategy,
                                     const std::string& title, const ScenarioFacts& facts, std::int64_t job,
                                     std::size_t width);

// "2026-01-05 13:44:09"
std::string date_text(const ScenarioFacts& facts, std::int64_t second);

}  // namespace trainyard
