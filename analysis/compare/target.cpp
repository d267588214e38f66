#include "analysis/compare/target.hpp"

#include <fmt/format.h>

#include "analysis/compare/metric_words.hpp"
#include "sim/model/metric_names.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/units.hpp"

namespace trainyard {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string unknown_metric(std::string_view name) {
    const auto near = nearest(name, run_metric_names());
    return fmt::format("there is no metric named `{}`{}", printable(name),
                       near ? fmt::format("; did you mean `{}`?", *near) : "; `docs/model.md` lists them");
}

// What the metric's values may be written in.
Quantity quantity_of(MetricKind kind) {
    switch (kind) {
        case MetricKind::money:
            return Quantity::money;
        case MetricKind::duration:
            return Quantity::duration;
        case MetricKind::share:
            return Quantity::share;
        case MetricKind::gpu_hours:
            return Quantity::gpu_time;
        case MetricKind::count:
            return Quantity::number;
    }
    return Quantity::number;
}

// What may stand behind the value because the metric's name has it.
std::string_view own_unit(std::string_view metric) {
    const std::string_view own = split_metric_name(metric).metric;
    return own == "usd_per_finished_gpu_h" ? "/gpu-h"
           : own.ends_with("_kwh")         ? "kWh"
           : own.ends_with("_kg")          ? "kg"
                                           : "";
}

// In the metric's unit, or what is wrong.
std::variant<double, std::string> read_bound(std::string_view text, std::string_view metric) {
    const MetricKind kind = kind_of(metric);
    if (const std::string_view unit = own_unit(metric); !unit.empty() && text.ends_with(unit)) {
        text = trimmed(text.substr(0, text.size() - unit.size()));
    }
    const DecimalPrefix plain = read_decimal(text);
    if (plain.number && plain.length == text.size()) {
        return plain.number->value;
    }
    const Measure measure = read_measure(text, quantity_of(kind));
    if (!measure.problem.empty()) {
        return measure.problem;
    }
    return kind == MetricKind::gpu_hours ? measure.value() / 3600 : measure.value();
}

}  // namespace

bool Target::holds(double value) const {
    switch (relation) {
        case Relation::below:
            return value < bound;
        case Relation::at_most:
            return value <= bound;
        case Relation::above:
            return value > bound;
        case Relation::at_least:
            return value >= bound;
    }
    return false;
}

std::variant<Target, std::string> parse_target(std::string_view text) {
    const std::size_t sign = text.find_first_of("<>");
    if (sign == std::string_view::npos) {
        return fmt::format("expected a metric and its bound such as `queue_time_p95_s<6h`, found `{}`",
                           printable(text));
    }
    const bool equal = sign + 1 < text.size() && text[sign + 1] == '=';
    Target target;
    target.text = text;
    target.metric = trimmed(text.substr(0, sign));
    target.relation = text[sign] == '<' ? (equal ? Target::Relation::at_most : Target::Relation::below)
                                        : (equal ? Target::Relation::at_least : Target::Relation::above);
    if (!is_metric_name(target.metric)) {
        return unknown_metric(target.metric);
    }
    const auto bound = read_bound(trimmed(text.substr(sign + (equal ? 2 : 1))), target.metric);
    if (const std::string* problem = std::get_if<std::string>(&bound)) {
        return *problem;
    }
    target.bound = std::get<double>(bound);
    return target;
}

TargetResult check_target(const Target& target, const Summary& summary) {
    if (!summary.mean) {
        return {summary, std::nullopt, false};
    }
    const bool met = target.holds(*summary.mean);
    const bool sure =
        summary.ci_low && target.holds(*summary.ci_low) == met && target.holds(*summary.ci_high) == met;
    return {summary, met, sure};
}

}  // namespace trainyard
