#include "analysis/compare/sweep_axes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "analysis/text/text.hpp"
#include "sim/scenario/decimal.hpp"

namespace trainyard {
namespace {

// "interruptions.rate", and "spot.*.price" where the second part from the end says nothing.
std::string last_parts(const std::string& path) {
    std::size_t at = path.size();
    for (int parts = 0; parts < 2 && at != std::string::npos; ++parts) {
        at = at == 0 ? std::string::npos : path.rfind('.', at - 1);
    }
    if (at != std::string::npos && path.compare(at, 3, ".*.") == 0) {
        at = at == 0 ? std::string::npos : path.rfind('.', at - 1);
    }
    return at == std::string::npos ? path : path.substr(at + 1);
}

const PointValue* value_at(const ScenarioRuns& point, const std::string& path) {
    for (const PointValue& value : point.point) {
        if (value.path == path) {
            return &value;
        }
    }
    return nullptr;
}

SweepAxis axis_of(const Batch& batch, const std::string& path) {
    SweepAxis axis;
    axis.path = path;
    axis.label = last_parts(path);
    for (const ScenarioRuns& point : batch) {
        const PointValue* value = value_at(point, path);
        axis.texts.push_back(value == nullptr ? "" : value->value);
        axis.numeric = axis.numeric && value != nullptr && value->number && std::isfinite(*value->number);
        axis.numbers.push_back(axis.numeric ? *value->number : 0);
    }
    axis.values = std::set<std::string>{axis.texts.begin(), axis.texts.end()}.size();
    if (axis.numeric) {
        axis.values = std::set<double>{axis.numbers.begin(), axis.numbers.end()}.size();
        axis.scale = scale_of(axis.numbers);
    } else {
        axis.numbers.clear();
    }
    return axis;
}

// Largest gap between neighbours over the smallest.
double unevenness(const std::vector<double>& ascending) {
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::size_t i = 1; i < ascending.size(); ++i) {
        least = std::min(least, ascending[i] - ascending[i - 1]);
        most = std::max(most, ascending[i] - ascending[i - 1]);
    }
    return most / least;
}

// How a value is written: the number in front of its unit, and what one of that unit is in base units.
struct Writing {
    std::string before;
    std::string unit;
    double base = 1;
};

Writing writing_of(const std::string& text, double number) {
    Writing writing;
    std::string_view rest = text;
    if (rest.starts_with('$')) {
        writing.before = "$";
        rest.remove_prefix(1);
    }
    const DecimalPrefix found = read_decimal(rest);
    if (!found.number || found.number->value == 0 || number == 0) {
        return writing;
    }
    rest.remove_prefix(found.length);
    const auto first = rest.find_first_not_of(' ');
    writing.unit = first == std::string_view::npos ? "" : " " + printable(rest.substr(first));
    writing.base = number / found.number->value;
    return writing;
}

// Of the value nearest to the number; 0 has no unit to tell.
Writing writing_near(const SweepAxis& axis, double number) {
    Writing writing;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < axis.numbers.size(); ++i) {
        const double distance = std::abs(axis.numbers[i] - number);
        if (axis.numbers[i] != 0 && distance < least) {
            least = distance;
            writing = writing_of(axis.texts[i], axis.numbers[i]);
        }
    }
    return writing;
}

std::string two_digits(double value) {
    const double size = value == 0 ? 0 : std::floor(std::log10(std::abs(value)));
    return with_separators(value, static_cast<int>(std::clamp(1 - size, 0.0, 12.0)));
}

}  // namespace

AxisScale scale_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.size() < 3 || values.front() <= 0) {
        return AxisScale::linear;
    }
    std::vector<double> logarithms;
    logarithms.reserve(values.size());
    for (const double value : values) {
        logarithms.push_back(std::log(value));
    }
    return unevenness(logarithms) < unevenness(values) ? AxisScale::logarithmic : AxisScale::linear;
}

std::vector<SweepAxis> axes_of(const Batch& batch) {
    std::vector<SweepAxis> axes;
    for (const ScenarioRuns& point : batch) {
        for (const PointValue& value : point.point) {
            const bool known = std::any_of(axes.begin(), axes.end(),
                                           [&](const SweepAxis& axis) { return axis.path == value.path; });
            if (!known) {
                axes.push_back(axis_of(batch, value.path));
            }
        }
    }
    std::multiset<std::string> labels;
    for (const SweepAxis& axis : axes) {
        labels.insert(axis.label);
    }
    for (SweepAxis& axis : axes) {
        axis.label = printable(labels.count(axis.label) > 1 ? axis.path : axis.label);
    }
    return axes;
}

bool is_grid(const Batch& batch) {
    const std::vector<SweepAxis> axes = axes_of(batch);
    std::set<std::vector<std::string>> points;
    double combinations = 1;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        std::vector<std::string> point;
        point.reserve(axes.size());
        for (const SweepAxis& axis : axes) {
            point.push_back(axis.texts[i]);
        }
        points.insert(point);
    }
    for (const SweepAxis& axis : axes) {
        combinations *= static_cast<double>(axis.values);
    }
    return points.size() == batch.size() && combinations == static_cast<double>(batch.size());
}

std::string AxisWriter::text(double number) const {
    const Writing writing = writing_near(axis_, number);
    return writing.before + two_digits(number / writing.base) + writing.unit;
}

std::string AxisWriter::text(double number, const Interval& interval) const {
    const Writing writing = writing_near(axis_, number);
    return text(number) + " (" + two_digits(interval.low / writing.base) + "–" +
           two_digits(interval.high / writing.base) + ")";
}

}  // namespace trainyard
