// What may stand where a constant may: `{uniform: [a, b]}` and so on.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/scenario/block.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

namespace {

using Result = std::optional<Distribution>;

// Values that come with probability 0 may be at the open end of the range.
Value closed(Value value) {
    value.range.more_than_least = false;
    return value;
}

std::optional<std::vector<double>> numbers(const Value& value, std::size_t count, Context& context) {
    if (!value.is_list() || value.node->items.size() != count) {
        complain(context, value,
                 fmt::format("expected {}, found {}", value.key->doc,
                             value.is_list() ? fmt::format("{} items", value.node->items.size())
                                             : described(*value.node)));
        return std::nullopt;
    }
    std::vector<double> result;
    for (const Value& item : items_of(value, context)) {
        if (const auto number = read_number(closed(item), context)) {
            result.push_back(*number);
        }
    }
    return result.size() == count ? std::optional{result} : std::nullopt;
}

bool check_ascending(const Value& value, const std::vector<double>& corners, Context& context) {
    if (!std::is_sorted(corners.begin(), corners.end()) || corners.front() == corners.back()) {
        complain(context, value, fmt::format("expected {} in ascending order", value.key->doc));
        return false;
    }
    return true;
}

Result read_uniform(const Value& value, Context& context) {
    const auto bounds = numbers(value, 2, context);
    if (!bounds || !check_ascending(value, *bounds, context)) {
        return std::nullopt;
    }
    return Uniform{(*bounds)[0], (*bounds)[1]};
}

Result read_triangular(const Value& value, Context& context) {
    const auto corners = numbers(value, 3, context);
    if (!corners || !check_ascending(value, *corners, context)) {
        return std::nullopt;
    }
    return Triangular{(*corners)[0], (*corners)[1], (*corners)[2]};
}

// A mean must be positive, also where a constant may be 0.
std::optional<double> read_mean(Value value, Context& context) {
    value.range.least = std::max(value.range.least, 0.0);
    value.range.more_than_least = value.range.more_than_least || value.range.least == 0;
    return read_number(value, context);
}

Result read_exponential(const Value& value, Context& context) {
    const auto mean = read_mean(value, context);
    return mean ? Result{Exponential{*mean}} : std::nullopt;
}

template <class Shape>
Result read_with_mean(const Value& value, const char* shape_key, Context& context) {
    const Block block{value, context};
    std::optional<double> shape;
    std::optional<double> mean;
    read(block, shape_key, shape, read_number);
    read(block, "mean", mean, read_mean);
    if (!shape || !mean) {
        return std::nullopt;
    }
    if constexpr (std::is_same_v<Shape, Weibull>) {
        return Weibull{*shape, *mean};
    } else {
        return Shape{*mean, *shape};
    }
}

Result read_choice(const Value& value, Context& context) {
    Choice choice;
    for (const Value& item : items_of(value, context)) {
        const Block block{item, context};
        std::optional<double> weight;
        std::optional<double> of;
        read(block, "weight", weight, read_number);
        read(block, "value", of, read_number);
        if (weight && of) {
            choice.values.push_back(WeightedValue{*weight, *of});
        }
    }
    if (value.is_list() && value.node->items.empty()) {
        complain(context, value, "expected at least one `{weight: w, value: v}`");
    }
    return choice.values.empty() ? std::nullopt : Result{std::move(choice)};
}

// The same values for all who read that file in that unit.
std::shared_ptr<const std::vector<double>> in_base_units(const EmpiricalFile& table, const std::string& file,
                                                         double unit, DataFiles& data) {
    const std::string key = fmt::format("{} {}", unit, file);
    if (auto kept = data.values(key)) {
        return kept;
    }
    std::vector<double> values = table.values;
    for (double& each : values) {
        each *= unit;
    }
    data.keep(key, std::make_shared<const std::vector<double>>(std::move(values)));
    return data.values(key);
}

Result read_empirical_file(const Value& value, const Value& whole, Context& context) {
    const auto name = read_text(value, context);
    if (!name) {
        return std::nullopt;
    }
    const std::string file = (context.sources.folder(value.node->place.source) / *name).string();
    const auto kept = context.data.empirical(file);
    const EmpiricalFile& table = *kept;
    context.data_fingerprints.push_back(table.fingerprint);
    if (!table.errors.empty()) {
        complain_in_file(context, value, file, table.errors);
        return std::nullopt;
    }
    const Measure unit = read_measure("1 " + table.unit, whole.quantity);
    if (!unit.problem.empty() && !units_of(whole.quantity).empty()) {
        complain(context, value,
                 fmt::format("`{}`: the first line must be the unit of the values ({}), found `{}`", file,
                             unit_list(whole.quantity), shortened(table.unit)));
        return std::nullopt;
    }
    for (const double each : table.values) {
        if (!contains(whole.range, each * unit.value())) {
            complain(context, value,
                     fmt::format("`{}`: every value must be {}, found {} {}", file,
                                 described(whole.range, whole.quantity), each, table.unit));
            return std::nullopt;
        }
    }
    return Empirical{in_base_units(table, file, unit.value(), context.data)};
}

}  // namespace

std::optional<Distribution> read_distribution(const Value& value, Context& context) {
    if (!value.is_mapping()) {
        const auto constant = value.quantity == Quantity::whole ? [&]() -> std::optional<double> {
            const auto whole = read_whole(value, context);
            return whole ? std::optional{static_cast<double>(*whole)} : std::nullopt;
        }()
            : read_number(value, context);
        return constant ? Result{Constant{*constant}} : std::nullopt;
    }
    const Block block{value, context};
    const std::string_view form = block.alternative();
    if (form.empty()) {
        return std::nullopt;
    }
    const Value inner = *block.find(form);
    Value with_meaning = inner;
    with_meaning.quantity = value.quantity;
    with_meaning.range = value.range;
    if (form == "uniform") {
        return read_uniform(with_meaning, context);
    }
    if (form == "exponential") {
        return read_exponential(with_meaning, context);
    }
    if (form == "lognormal") {
        return read_with_mean<Lognormal>(with_meaning, "cv", context);
    }
    if (form == "weibull") {
        return read_with_mean<Weibull>(with_meaning, "shape", context);
    }
    if (form == "gamma") {
        return read_with_mean<Gamma>(with_meaning, "cv", context);
    }
    if (form == "triangular") {
        return read_triangular(with_meaning, context);
    }
    return form == "choice" ? read_choice(with_meaning, context) : read_empirical_file(inner, value, context);
}

}  // namespace trainyard
