// How a metric is spoken of: its name in words, its unit, and which way is better.
#pragma once

#include <string>
#include <string_view>

#include "analysis/text/text.hpp"

namespace trainyard {

enum class MetricKind { money, duration, share, gpu_hours, count };
MetricKind kind_of(std::string_view metric);

// What is said to be cheaper or dearer: the whole run's total_cost_usd, cash_usd, usd_per_finished_gpu_h.
bool is_price(std::string_view metric);
// Those of them that are comparable only between strategies that finished the same work.
bool is_amount_for_work(std::string_view metric);

enum class Preference { neither, lower, higher };
Preference preference_of(std::string_view metric);

// "total cost", "queue time (95th percentile)", "idle waste (pool dual-4090)"; printable.
std::string label_of(std::string_view metric);

// The words for a lower and for a higher value: "cheaper" and "dearer", "shorter" and "longer".
const char* word_for(std::string_view metric, bool lower);

// "$12,345 ±67", "3.2 h", "12.5 %".
std::string value_text(MetricKind kind, double value, std::optional<double> margin = std::nullopt);

// How a difference of that size is shown; of shares in % points.
Scale difference_scale(MetricKind kind, double difference);
// "+$12,345 ±67", "−3.2 h", "$0".
std::string signed_text(const Scale& scale, double value, std::optional<double> margin = std::nullopt);
// "+212 %", "−1.6 %", "+<0.1 %".
std::string signed_usd(double usd);  // "+$12", "−$3.40"
std::string signed_percent(double ratio);

}  // namespace trainyard
