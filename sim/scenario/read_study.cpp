// What is to be run, varied and shown.
#include <fmt/format.h>

#include <utility>

#include "sim/scenario/readers.hpp"
#include "sim/scenario/vary.hpp"

namespace trainyard {

namespace {

// A key in quotes begins behind the first of them.
GivenPath path_at(const Entry& entry) {
    GivenPath path{entry.key, entry.place};
    path.place.column += entry.place.width == static_cast<int>(entry.key.size()) + 2 ? 1 : 0;
    return path;
}

std::optional<SpanText> read_span(const Value& value, Context& context) {
    const Block block{value, context};
    const std::string_view form = block.alternative();
    if (form.empty()) {
        return std::nullopt;
    }
    const Value ends = *block.find(form);
    if (!ends.is_list() || ends.node->items.size() != 2 || !ends.node->items[0].is_scalar() ||
        !ends.node->items[1].is_scalar()) {
        complain(context, ends,
                 fmt::format("expected `[low, high]`, found {}",
                             ends.is_list() ? fmt::format("{} items", ends.node->items.size())
                                            : described(*ends.node)));
        return std::nullopt;
    }
    const Node& low = ends.node->items[0];
    const Node& high = ends.node->items[1];
    SpanText span{
        form == "log", {low.text, low.place}, {high.text, high.place}, std::nullopt, ends.node->place};
    read(block, "points", span.points, read_count);
    return block.has("points") && !span.points ? std::nullopt : std::optional{std::move(span)};
}

std::optional<Axis> read_axis(const Entry& entry, const Value& value, AxisMaker& maker, Context& context) {
    if (value.is_mapping()) {
        const auto span = read_span(value, context);
        return span ? maker.from_span(path_at(entry), *span) : std::nullopt;
    }
    if (!value.is_list()) {
        complain_of_form(context, value);
        return std::nullopt;
    }
    if (value.node->items.empty()) {
        complain(context, value, "the list is empty: there is nothing to vary");
        return std::nullopt;
    }
    return maker.from_list(path_at(entry), value.node->items);
}

Design read_design(const Value& value, Context& context) {
    Design design;
    if (!value.is_mapping()) {
        read_word(value, context);
        return design;
    }
    const Block block{value, context};
    const std::string_view form = block.alternative();
    if (!form.empty()) {
        design.kind = form == "lhs" ? Design::Kind::latin_hypercube : Design::Kind::sobol;
        read(block, form, design.points, read_count);
    }
    return design;
}

std::vector<std::string> read_metrics(const Value& value, Context& context) {
    std::vector<std::string> metrics;
    for (const Value& item : items_of(value, context)) {
        if (const auto name = read_text(item, context)) {
            check_metric_name(item, *name, item.node->place, context);
            metrics.push_back(*name);
        }
    }
    return metrics;
}

}  // namespace

ReadStudy read_study(const Block& scenario) {
    ReadStudy result;
    const auto section = scenario.find("study");
    if (!section) {
        return result;
    }
    Context& context = scenario.context();
    const Block block{*section, context};
    Study& study = result.study;
    read(block, "replications", study.replications, read_count);
    if (const auto design = block.find("design")) {
        study.design = read_design(*design, context);
    }
    if (const auto baseline = block.find("baseline")) {
        read_reference(*baseline, context);
        study.baseline = baseline->node->text;
    }
    if (const auto metrics = block.find("metrics")) {
        study.metrics = read_metrics(*metrics, context);
    }
    if (const auto vary = block.find("vary")) {
        const Block paths{*vary, context};
        AxisMaker maker{*scenario.value().node, context.report, result.notes};
        std::size_t number = 0;
        for (const auto& [entry, value] : paths.entries()) {
            if (!within_most_axes(number++, path_at(*entry), context.report)) {
                break;
            }
            if (auto axis = read_axis(*entry, value, maker, context)) {
                result.axes.push_back(std::move(*axis));
            }
        }
        refuse_overlaps(result.axes, context.report);
    }
    return result;
}

}  // namespace trainyard
