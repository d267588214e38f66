// What an axis has at its path.
#include "sim/scenario/vary.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>
#include <utility>

namespace trainyard {

namespace {

bool is_per_gpu(const Unit* unit) { return unit != nullptr && unit->name.starts_with("USD/gpu"); }

double size_of(const Unit* unit) {
    return unit == nullptr ? 1 : unit->factor / static_cast<double>(unit->per);
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
               ? std::string{}
               : std::string{text.substr(first, text.find_last_not_of(" \t") + 1 - first)};
}

// What stands before the number of a value, "$", and what behind it, "/h".
std::pair<std::string, std::string> around_number(std::string_view value) {
    const std::string text = trimmed(value);
    const std::string before = text.starts_with('$') ? "$" : "";
    const std::string rest = trimmed(std::string_view{text}.substr(before.size()));
    return {before, rest.substr(read_decimal(rest).length)};
}

bool is_number(Quantity quantity) { return quantity == Quantity::whole || quantity == Quantity::number; }

bool can_span(Quantity quantity) { return is_number(quantity) || !units_of(quantity).empty(); }

// The values' numbers, and the unit of the axis; none where one is no number, or prices of a GPU stand
// beside prices of a machine.
void add_numbers(Axis& axis, Quantity quantity) {
    const Unit* first = nullptr;
    for (AxisValue& value : axis.values) {
        if (!value.node.is_scalar() || !can_span(quantity)) {
            continue;
        }
        const Measure measure = read_measure(value.node.text, quantity);
        if (!measure.problem.empty()) {
            continue;
        }
        first = first == nullptr ? measure.unit : first;
        if (is_per_gpu(measure.unit) == is_per_gpu(first)) {
            value.number = measure.value();
        }
    }
    axis.unit = first == nullptr ? std::string{} : std::string{first->name};
    axis.unit_size = size_of(first);
}

}  // namespace

std::optional<Axis> AxisMaker::from_list(GivenPath path, const std::vector<Node>& values) {
    auto found = find(std::move(path));
    if (!found) {
        return std::nullopt;
    }
    Axis& axis = found->axis;
    for (const Node& node : values) {
        axis.values.push_back(AxisValue{flow_text(node), std::nullopt, node});
    }
    add_numbers(axis, found->quantity);
    return all_differ(axis) ? std::optional{std::move(axis)} : std::nullopt;
}

bool AxisMaker::all_differ(const Axis& axis) {
    std::map<std::string, const AxisValue*> by_text;
    std::map<double, const AxisValue*> by_number;
    bool differ = true;
    for (const AxisValue& value : axis.values) {
        const auto text = by_text.emplace(value.text, &value);
        const auto number =
            value.number ? by_number.emplace(*value.number, &value) : std::pair{by_number.end(), true};
        if (!text.second || !number.second) {
            const AxisValue& same = text.second ? *number.first->second : *text.first->second;
            report_.error(value.node.place, axis.path.text,
                          fmt::format("the same value twice: `{}` and `{}`", shortened(same.text),
                                      shortened(value.text)));
            differ = false;
        }
    }
    return differ;
}

std::optional<Measure> AxisMaker::end(const Found& found, const SpanText::End& text, const SpanText& span) {
    const std::string& path = found.axis.path.text;
    Measure measure = read_measure(text.text, found.quantity);
    if (!measure.problem.empty()) {
        report_.error(text.place, path, measure.problem);
        return std::nullopt;
    }
    if (found.quantity == Quantity::whole && !fixed_point(measure.number, 0)) {
        report_.error(text.place, path,
                      fmt::format("expected a whole number, found `{}`", shortened(text.text)));
        return std::nullopt;
    }
    if (span.logarithmic && measure.number.value <= 0) {
        report_.error(text.place, path,
                      fmt::format("`log` needs ends above 0, found `{}`", shortened(text.text)));
        return std::nullopt;
    }
    return measure;
}

std::optional<Span> AxisMaker::span_of(const Found& found, const SpanText& text) {
    const std::string& path = found.axis.path.text;
    const auto low = end(found, text.low, text);
    const auto high = end(found, text.high, text);
    if (!low || !high) {
        return std::nullopt;
    }
    if (is_per_gpu(low->unit) != is_per_gpu(high->unit)) {
        report_.error(text.high.place, path,
                      "the price of a GPU and that of a whole machine cannot be the ends");
        return std::nullopt;
    }
    if (low->value() >= high->value()) {
        report_.error(
            text.high.place, path,
            fmt::format("the second end must be more than the first, `{}`", shortened(text.low.text)));
        return std::nullopt;
    }
    Span span;
    span.logarithmic = text.logarithmic;
    span.quantity = found.quantity;
    span.low = low->number.value;
    span.high = high->value() / size_of(low->unit);
    std::tie(span.before, span.after) = around_number(text.low.text);
    span.first = AxisValue{trimmed(text.low.text), low->value(), Node{}};
    span.first.node = Node{Node::Kind::scalar, text.place, false, span.first.text, {}, {}};
    const AxisValue converted = span.value(span.high);
    const bool exact = low->unit == high->unit || converted.number == high->value();
    span.last = low->unit != high->unit && exact
                    ? converted
                    : AxisValue{trimmed(text.high.text), high->value(), span.first.node};
    span.last.node.text = span.last.text;
    return span;
}

std::optional<Axis> AxisMaker::from_span(GivenPath path, const SpanText& text) {
    auto found = find(std::move(path));
    if (!found) {
        return std::nullopt;
    }
    Axis& axis = found->axis;
    if (!can_span(found->quantity)) {
        report_.error(text.place, axis.path.text,
                      fmt::format("`{}` is for numbers; here stands {}", text.logarithmic ? "log" : "lin",
                                  found->key == nullptr ? "something else"
                                                        : expected_at(*found->key, found->quantity)));
        return std::nullopt;
    }
    axis.span = span_of(*found, text);
    if (!axis.span) {
        return std::nullopt;
    }
    axis.values = {axis.span->first, axis.span->last};
    add_numbers(axis, found->quantity);
    axis.values.clear();
    if (text.points) {
        axis.values = axis.span->spread(*text.points);
        if (axis.values.size() < static_cast<std::size_t>(*text.points)) {
            notes_.push_back(fmt::format("{}: {} points from {} to {} are {} different values",
                                         axis.path.text, *text.points, axis.span->first.text,
                                         axis.span->last.text, axis.values.size()));
        }
    }
    return std::move(axis);
}

}  // namespace trainyard
