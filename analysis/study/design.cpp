#include "analysis/study/design.hpp"

#include <fmt/format.h>

#include <utility>

#include "analysis/study/samples.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_points = 100'000;

Diagnostic at_axis(const Axis& axis, std::string message) {
    Diagnostic problem = axis.where;
    problem.message = std::move(message);
    return problem;
}

// How many points the grid has, up to one more than there may be.
std::size_t grid_size(const std::vector<Axis>& axes) {
    std::size_t size = 1;
    for (const Axis& axis : axes) {
        size *= axis.values.size();
        if (size > most_points) {
            return most_points + 1;
        }
    }
    return size;
}

void lay_grid(PointSet& set, std::vector<Diagnostic>& errors) {
    for (const Axis& axis : set.axes) {
        if (axis.values.empty()) {
            errors.push_back(at_axis(
                axis, fmt::format("a grid needs to know how many points from {} to {}: `:7` at the end of "
                                  "--vary, or `points: 7`",
                                  axis.span->first.text, axis.span->last.text)));
        }
    }
    const std::size_t size = grid_size(set.axes);
    if (size > most_points) {
        errors.push_back(
            at_axis(set.axes.back(),
                    fmt::format("the grid has more than {} points; take fewer values, or sample with "
                                "`lhs` or `sobol`",
                                most_points)));
    }
    if (!errors.empty()) {
        return;
    }
    Point point(set.axes.size(), 0);
    for (std::size_t i = 0; i < size; ++i) {
        set.points.push_back(point);
        for (std::size_t axis = point.size(); axis-- > 0;) {
            if (++point[axis] < set.axes[axis].values.size()) {
                break;
            }
            point[axis] = 0;
        }
    }
}

// The values of the axis at these numbers, one a point.
void place_samples(PointSet& set, std::size_t axis_number, const std::vector<double>& uniforms) {
    Axis& axis = set.axes[axis_number];
    if (axis.span) {
        axis.values.clear();
    }
    for (std::size_t i = 0; i < uniforms.size(); ++i) {
        std::uint32_t position = static_cast<std::uint32_t>(i);
        if (axis.span) {
            axis.values.push_back(axis.span->sampled(uniforms[i]));
        } else {
            position = static_cast<std::uint32_t>(uniforms[i] * static_cast<double>(axis.values.size()));
        }
        set.points[i].push_back(position);
    }
}

void lay_samples(PointSet& set, std::uint64_t seed, std::vector<std::string>& notes) {
    std::vector<std::string> names;
    for (const Axis& axis : set.axes) {
        names.push_back(axis.path.text);
        if (axis.span && !axis.values.empty()) {
            notes.push_back(
                fmt::format("{}: how many points was said for a grid; the sample is drawn between the "
                            "ends, {} and {}",
                            axis.path.text, axis.span->first.text, axis.span->last.text));
        }
    }
    const auto count = static_cast<std::size_t>(set.design.points);
    set.points.resize(count);
    const Samples samples = set.design.kind == Design::Kind::sobol ? sobol(names, count, seed)
                                                                   : latin_hypercube(names, count, seed);
    for (std::size_t axis = 0; axis < set.axes.size(); ++axis) {
        place_samples(set, axis, samples[axis]);
    }
}

}  // namespace

std::vector<Setting> PointSet::settings(std::size_t point) const {
    std::vector<Setting> all;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        all.push_back({&axes[i].path, &axes[i].values[points[point][i]]});
    }
    return all;
}

std::string PointSet::described(std::size_t point) const {
    std::string text;
    for (const Setting& setting : settings(point)) {
        text += fmt::format("{}{}={}", text.empty() ? "" : ", ", setting.path->text, setting.value->text);
    }
    return text;
}

LaidOut lay_out(std::vector<Axis> axes, const Design& design, std::uint64_t seed) {
    LaidOut result;
    result.set.axes = std::move(axes);
    result.set.design = design;
    if (result.set.axes.empty()) {
        Diagnostic nothing;
        nothing.file = "--vary";
        nothing.message = "there is nothing to vary: neither --vary nor `study.vary` says what";
        result.errors.push_back(std::move(nothing));
    } else if (design.sampled()) {
        lay_samples(result.set, seed, result.notes);
    } else {
        lay_grid(result.set, result.errors);
    }
    return result;
}

}  // namespace trainyard
