#include "sim/scenario/vary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace trainyard {

namespace {

constexpr std::size_t most_named = 5;  // places in a message

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

std::string reasons(const std::vector<Miss>& misses) {
    std::vector<std::string> first;
    for (const Miss& miss : misses) {
        if (first.size() == most_named) {
            first.push_back(fmt::format("and {} more", misses.size() - most_named));
            break;
        }
        first.push_back(miss.reason);
    }
    return fmt::format("{}", fmt::join(first, "; "));
}

// Whether a place lies at another one or within it.
bool is_within(const std::string& inner, const std::string& outer) {
    return inner == outer || inner.starts_with(outer + ".");
}

}  // namespace

bool AxisMaker::may_vary(const GivenPath& path) {
    const std::string section = path.text.substr(0, path.text.find('.'));
    const auto refuse = [&](const std::string& message) {
        report_.error(place_within(path, 0, section.size()), path.text, message);
        return false;
    };
    constexpr std::array<std::string_view, 6> fixed{"trainyard", "name",  "question",
                                                    "include",   "study", "expect"};
    if (std::find(fixed.begin(), fixed.end(), section) != fixed.end()) {
        return refuse(fmt::format("`{}` cannot be varied", section));
    }
    if (section == "seed") {
        return refuse("`seed` cannot be varied: another luck is what replications are for");
    }
    if (section == "*") {
        return refuse("a path begins with a section, such as `fleet`; `*` can stand below it");
    }
    const Key* key = find_key("", section);
    if (key != nullptr && section == path.text && (key->forms & mapping) != 0) {
        return refuse(fmt::format("`{}` as a whole cannot be varied; name what is within it", section));
    }
    for (std::size_t at = path.text.find('*'); at != std::string::npos; at = path.text.find('*', at + 1)) {
        const bool begins = path.text[at - 1] == '.';
        const bool ends = at + 1 == path.text.size() || path.text[at + 1] == '.';
        if (!begins || !ends) {
            report_.error(place_within(path, at, 1), path.text,
                          "`*` stands for a whole name between two dots");
            return false;
        }
    }
    return true;
}

// If the table knows the path nowhere, it is mistyped; else it is a matter of form.
void AxisMaker::complain_of_misses(const GivenPath& path, const std::vector<Miss>& misses) {
    const Miss& first = misses.front();
    if (!path.pattern || misses.size() == 1) {
        report_.error(place_within(path, first.from, first.width), first.path, first.message);
        return;
    }
    const bool alike = std::all_of(misses.begin(), misses.end(), [&](const Miss& miss) {
        return miss.from == first.from && miss.message.starts_with(miss.reason + "; did you mean");
    });
    report_.error(place_within(path, first.from, first.width), path.text,
                  alike ? first.message : "no place fits: " + reasons(misses));
}

void AxisMaker::tell_of_misses(const GivenPath& path, const std::vector<Miss>& misses) {
    if (!misses.empty()) {
        notes_.push_back(fmt::format("{} passes over {} place{}: {}", path.text, misses.size(),
                                     misses.size() == 1 ? "" : "s", reasons(misses)));
    }
}

std::optional<AxisMaker::Found> AxisMaker::find(GivenPath path) {
    if (!may_vary(path)) {
        return std::nullopt;
    }
    path.pattern = has_star(path.text);
    Node copy = tree_;
    const Walked walked = put_at(copy, path, Node{});
    if (walked.targets.empty()) {
        complain_of_misses(path, walked.misses);
        return std::nullopt;
    }
    tell_of_misses(path, walked.misses);
    Found found{{}, walked.targets.front().key, walked.targets.front().quantity};
    for (const Target& target : walked.targets) {
        found.axis.places.push_back(target.path);
    }
    found.axis.where = report_.located(place_within(path, 0, path.text.size()), path.text, {});
    found.axis.path = std::move(path);
    return found;
}

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
    bool fine = true;
    for (std::size_t i = 1; i < axis.values.size(); ++i) {
        const AxisValue& value = axis.values[i];
        const auto end = axis.values.begin() + static_cast<std::ptrdiff_t>(i);
        const auto same = std::find_if(axis.values.begin(), end, [&](const AxisValue& each) {
            return each.text == value.text || (each.number && each.number == value.number);
        });
        if (same != end) {
            report_.error(value.node.place, axis.path.text,
                          fmt::format("the same value twice: `{}` and `{}`", shortened(same->text),
                                      shortened(value.text)));
            fine = false;
        }
    }
    return fine ? std::optional{std::move(axis)} : std::nullopt;
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

void refuse_overlaps(const std::vector<Axis>& axes, Report& report) {
    for (std::size_t i = 0; i < axes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (const std::string& place : axes[i].places) {
                const bool shared =
                    std::any_of(axes[j].places.begin(), axes[j].places.end(), [&](const std::string& other) {
                        return is_within(place, other) || is_within(other, place);
                    });
                if (shared) {
                    report.error(place_within(axes[i].path, 0, axes[i].path.text.size()), axes[i].path.text,
                                 fmt::format("`{}` is varied already, by `{}`", place, axes[j].path.text));
                    break;
                }
            }
        }
    }
}

}  // namespace trainyard
