// Quantities that a scenario speaks of, and the units in which they may be written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/decimal.hpp"

namespace trainyard {

// What a single value is. Base units in brackets.
enum class Quantity {
    none,  // a mapping or a list, not a single value
    text,
    name,           // declared here, or used
    word,           // one of the key's words
    flag,           // true or false
    date,           // [Unix seconds]
    whole,          // a whole number
    number,         // a plain ratio
    share,          // % [1]
    duration,       // [s]
    gpu_time,       // [reference GPU-seconds]
    bytes,          // [B]
    bandwidth,      // [B/s]
    amount,         // of parameters or tokens [1]
    flops,          // [FLOP/s]
    power,          // [W]
    rate,           // [1/s]
    money,          // [USD]
    machine_price,  // USD/gpu-h, or USD/h of a whole machine [USD/s]
    rent,           // USD per time [USD/s]
    tariff,         // USD/kWh [USD/Ws]
    bound,          // a plain number, or a share where it is relative
    same,           // inside of a distribution: what the distribution is of
    emission,       // [kg/kWh]
    volume_price,   // USD/GB [USD/B]
    storage_price,  // USD/GB-month [USD/Bs]
};

struct Unit {
    std::string_view name;
    double factor = 1;     // to the base unit, when multiplied by …
    std::int64_t per = 1;  // … and divided by
};

// The units of a quantity; none for quantities without dimension.
const std::vector<Unit>& units_of(Quantity quantity);

// "a duration such as `30 min`"
std::string described(Quantity quantity);

// "s, min, h, …"
std::string unit_list(Quantity quantity);

// A base value in the largest unit that it is a whole number of: 3153600000 s is "100 year".
std::string written(Quantity quantity, double base_value);

// A number and its unit, or in words why the text is none of that quantity: not a number, no unit,
// a unit that does not exist or belongs to another quantity.
struct Measure {
    Decimal number;
    const Unit* unit = nullptr;  // absent for quantities without dimension
    std::string problem;
    // In base units.
    double value() const;
};
Measure read_measure(std::string_view text, Quantity quantity);

}  // namespace trainyard
