#include "sim/scenario/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trainyard {

namespace {

constexpr int significant_digits = 6;

// Decimals of a dollar that a scenario may write.
std::optional<int> most_decimals(Quantity quantity) {
    switch (quantity) {
        case Quantity::money:
            return 6;
        case Quantity::machine_price:
        case Quantity::rent:
        case Quantity::tariff:
            return 9;
        default:
            return std::nullopt;
    }
}

// Short, and what the quantity can be.
std::string number_text(double value, Quantity quantity) {
    if (quantity == Quantity::whole) {
        return fmt::format("{:.0f}", value);
    }
    std::string text = fmt::format("{:.{}g}", value, significant_digits);
    const auto decimals = most_decimals(quantity);
    if (!decimals || has_at_most_decimals(*read_decimal(text).number, *decimals)) {
        return text;
    }
    std::string fixed = fmt::format("{:.{}f}", value, *decimals);
    fixed.erase(fixed.find_last_not_of('0') + 1);
    return fixed.ends_with('.') ? fixed.substr(0, fixed.size() - 1) : fixed;
}

}  // namespace

AxisValue Span::value(double of) const {
    AxisValue result;
    result.text = before + number_text(of, quantity) + after;
    result.number = read_measure(result.text, quantity).value();
    result.node = first.node;
    result.node.text = result.text;
    return result;
}

AxisValue Span::at(double share) const {
    if (share <= 0) {
        return first;
    }
    if (share >= 1) {
        return last;
    }
    const double between = logarithmic ? low * std::pow(high / low, share) : low + (high - low) * share;
    return value(quantity == Quantity::whole ? std::round(between) : between);
}

AxisValue Span::sampled(double uniform) const {
    if (quantity == Quantity::whole && !logarithmic) {
        return value(std::floor(low + (high - low + 1) * uniform));
    }
    return at(uniform);
}

std::vector<AxisValue> Span::spread(int points) const {
    std::vector<AxisValue> values;
    for (int i = 0; i < points; ++i) {
        AxisValue value = at(static_cast<double>(i) / (points - 1));
        if (values.empty() || values.back().number != value.number) {
            values.push_back(std::move(value));
        }
    }
    return values;
}

bool Axis::numeric() const {
    return std::all_of(values.begin(), values.end(),
                       [](const AxisValue& value) { return value.number.has_value(); });
}

std::string Axis::written(double number, int digits) const {
    const bool apart = !unit.empty() && !unit.starts_with('/');
    return fmt::format("{:.{}g}{}{}", number / unit_size, digits, apart ? " " : "", unit);
}

}  // namespace trainyard
