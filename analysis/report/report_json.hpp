// Small things that all sections of a report's data need.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "analysis/runs/batch.hpp"

namespace trainyard::report {

using json = nlohmann::ordered_json;

// Nine significant digits: what anybody can use, in as few bytes.
double brief(double value);
json number(const std::optional<double>& value);

// [mean, ci_low, ci_high], the bounds null for a single replication; null where there is no mean.
json interval(const Summary& summary);

}  // namespace trainyard::report
