// What a sweep varies: a path of the scenario, and the values that stand there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/diagnostic.hpp"
#include "sim/scenario/given_path.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/units.hpp"

namespace trainyard {

struct AxisValue {
    std::string text;              // as a scenario writes it: "0.05/h"
    std::optional<double> number;  // in base units, as the scenario takes it; absent for what is no number
    Node node;
};

// `lin:` and `log:`: from one end to the other.
struct Span {
    bool logarithmic = false;
    Quantity quantity = Quantity::number;
    double low = 0;      // in the unit of the first end
    double high = 0;     // in the same unit; more than low
    AxisValue first{};   // the low end as it was given
    AxisValue last{};    // the high end as it was given, or in the unit of the first where that is exact
    std::string before;  // what stands before a number of it, "$", …
    std::string after;   // … and behind it, "/h"

    // A number in the unit of the first end, as a scenario writes it.
    AxisValue value(double of) const;
    // The value at a share of the way, from 0 to 1; of whole numbers the nearest one.
    AxisValue at(double share) const;
    // One of the values between the ends, for a number uniform on (0, 1): of whole numbers each is as
    // likely as another where they are spaced evenly.
    AxisValue sampled(double uniform) const;
    // So many from end to end; those that came out the same once.
    std::vector<AxisValue> spread(int points) const;
};

struct Axis {
    GivenPath path;
    std::vector<AxisValue> values;    // empty: a span that was not told how many points
    std::optional<Span> span;         // absent: a list was given
    std::string unit;                 // of the first value, "/h"; empty for plain numbers and for words
    double unit_size = 1;             // in base units
    std::vector<std::string> places;  // that the path names, without `*`
    Diagnostic where{};               // of the path, the message left empty

    bool logarithmic() const { return span && span->logarithmic; }
    // Every value is a number of the same kind.
    bool numeric() const;
    // A number in base units as people read it, rounded to so many digits: "0.11/h".
    std::string written(double number, int digits = 3) const;
};

}  // namespace trainyard
