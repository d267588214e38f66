// What is expected of the strategies' results.
#include <fmt/format.h>

#include <algorithm>

#include "sim/model/metric_names.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

std::vector<std::string> metric_names_in(MetricName::Scope scope) {
    switch (scope) {
        case MetricName::Scope::run:
            return run_metric_names();
        case MetricName::Scope::pool:
            return pool_metric_names();
        case MetricName::Scope::team:
            return team_metric_names();
        case MetricName::Scope::stream:
            return stream_metric_names();
    }
    return {};
}

// Plain numbers, or shares of the other strategy's mean.
Value bound(Value value, bool relative) {
    value.quantity = relative ? Quantity::share : Quantity::bound;
    return value;
}

void read_between(const Value& value, Expectation& expectation, Context& context) {
    std::vector<double> bounds;
    const std::vector<Value> items = items_of(value, context);
    for (const Value& item : items) {
        const auto number = read_number(bound(item, expectation.relative_to.has_value()), context);
        if (number) {
            bounds.push_back(*number);
        }
    }
    if (value.is_list() && items.size() != 2) {
        complain(context, value, fmt::format("expected `[low, high]`, found {} items", items.size()));
    } else if (bounds.size() == 2 && bounds[0] > bounds[1]) {
        complain(context, value, "the lower bound is above the upper one");
    } else if (bounds.size() == 2) {
        expectation.between = {bounds[0], bounds[1]};
    }
}

void read_bounds(const Block& block, Expectation& expectation) {
    Context& context = block.context();
    const bool relative = expectation.relative_to.has_value();
    const auto read_bound = [relative](const Value& value, Context& within) {
        return read_number(bound(value, relative), within);
    };
    read(block, "below", expectation.below, read_bound);
    read(block, "above", expectation.above, read_bound);
    if (const auto between = block.find("between")) {
        read_between(*between, expectation, context);
    }
    if (expectation.below && expectation.above && *expectation.above >= *expectation.below) {
        complain_at_key(context, *block.find("above"), "no mean is below `below` and above `above`");
    }
    if (block.readable() && !block.has("below") && !block.has("above") && !block.has("between")) {
        complain_at_key(context, block.value(), "missing: one of `below`, `above`, `between`");
    }
}

Expectation read_expectation(const Value& value, const std::string& strategy, const std::string& metric,
                             Context& context) {
    const Block block{value, context};
    Expectation expectation;
    expectation.strategy = strategy;
    expectation.metric = metric;
    const Diagnostic here = context.report.located(value.at, {}, {});
    expectation.where = fmt::format("{}:{}:{}", here.file, here.line, here.column);
    if (const auto other = block.find("relative_to")) {
        if (read_reference(*other, context) && other->is_word(strategy)) {
            complain(context, *other, "a strategy relative to itself is always 100 %");
        }
        expectation.relative_to = other->node->text;
    }
    read_bounds(block, expectation);
    return expectation;
}

}  // namespace

void check_metric_name(const Value& value, const std::string& text, Place place, Context& context) {
    const MetricName name = split_metric_name(text);
    const std::vector<std::string> known = metric_names_in(name.scope);
    if (std::find(known.begin(), known.end(), name.metric) == known.end()) {
        const auto near = nearest(name.metric, known);
        context.report.error(place, value.path,
                             fmt::format("there is no metric named `{}`{}", shortened(text),
                                         near ? fmt::format("; did you mean `{}`?", *near)
                                              : std::string{"; `docs/model.md` lists them"}));
    }
    if (name.scope == MetricName::Scope::pool) {
        find_name(value, "pool", std::string{name.owner}, place, context);
    } else if (name.scope == MetricName::Scope::stream) {
        find_name(value, "stream", std::string{name.owner}, place, context);
    }
}

std::vector<Expectation> read_expectations(const Block& scenario) {
    std::vector<Expectation> expectations;
    const auto section = scenario.find("expect");
    if (!section) {
        return expectations;
    }
    Context& context = scenario.context();
    const Block all{*section, context};
    for (const auto& [entry, value] : all.entries()) {
        find_name(value, "strategy", entry->key, entry->place, context);
        const Block metrics{value, context};
        for (const auto& [metric, bounds] : metrics.entries()) {
            check_metric_name(bounds, metric->key, metric->place, context);
            expectations.push_back(read_expectation(bounds, entry->key, metric->key, context));
        }
    }
    return expectations;
}

}  // namespace trainyard
