#include "sim/scenario/units.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/node.hpp"

namespace trainyard {

namespace {

const std::vector<Unit> times{
    {"s"}, {"min", 60}, {"h", 3600}, {"d", 86400}, {"week", 604800}, {"month", 2628000}, {"year", 31536000}};
const std::vector<Unit> gpu_times{{"gpu-h", 3600}};
const std::vector<Unit> sizes{
    {"B"},         {"KB", 1e3},      {"MB", 1e6},         {"GB", 1e9},           {"TB", 1e12},
    {"KiB", 1024}, {"MiB", 1048576}, {"GiB", 1073741824}, {"TiB", 1099511627776}};
const std::vector<Unit> bandwidths{{"B/s"},
                                   {"KB/s", 1e3},
                                   {"MB/s", 1e6},
                                   {"GB/s", 1e9},
                                   {"TB/s", 1e12},
                                   {"KiB/s", 1024},
                                   {"MiB/s", 1048576},
                                   {"GiB/s", 1073741824},
                                   {"TiB/s", 1099511627776},
                                   {"Gbps", 1.25e8}};
const std::vector<Unit> multitudes{{"K", 1e3}, {"M", 1e6}, {"B", 1e9}, {"T", 1e12}};
const std::vector<Unit> computing_powers{{"TFLOPS", 1e12}, {"PFLOPS", 1e15}};
const std::vector<Unit> powers{{"W"}, {"kW", 1e3}};
const std::vector<Unit> shares{{"%", 1, 100}};
const std::vector<Unit> rates{{"/s"},
                              {"/min", 1, 60},
                              {"/h", 1, 3600},
                              {"/d", 1, 86400},
                              {"/week", 1, 604800},
                              {"/month", 1, 2628000},
                              {"/year", 1, 31536000}};
const std::vector<Unit> amounts{{"USD"}};
const std::vector<Unit> rents{{"USD/s", 1, 1},          {"USD/min", 1, 60},      {"USD/h", 1, 3600},
                              {"USD/d", 1, 86400},      {"USD/week", 1, 604800}, {"USD/month", 1, 2628000},
                              {"USD/year", 1, 31536000}};
const std::vector<Unit> machine_prices{{"USD/gpu-h", 1, 3600},    {"USD/h", 1, 3600},
                                       {"USD/d", 1, 86400},       {"USD/week", 1, 604800},
                                       {"USD/month", 1, 2628000}, {"USD/year", 1, 31536000}};
const std::vector<Unit> tariffs{{"USD/kWh", 1, 3'600'000}};
const std::vector<Unit> emissions{{"kg/kWh"}, {"g/kWh", 1, 1000}};
const std::vector<Unit> volume_prices{{"USD/GB", 1, 1'000'000'000}, {"USD/TB", 1, 1'000'000'000'000}};
const std::vector<Unit> storage_prices{{"USD/GB-month", 1, 2'628'000'000'000'000},
                                       {"USD/TB-month", 1, 2'628'000'000'000'000'000}};
const std::vector<Unit> no_units;

struct Description {
    Quantity quantity;
    std::string_view noun;
    std::string_view example;
    const std::vector<Unit>* units;
};

const std::array<Description, 26> descriptions{{
    {Quantity::none, "a mapping", "", &no_units},
    {Quantity::text, "a text", "", &no_units},
    {Quantity::name, "a name", "", &no_units},
    {Quantity::word, "a word", "", &no_units},
    {Quantity::flag, "true or false", "", &no_units},
    {Quantity::date, "a date", "2026-01-05", &no_units},
    {Quantity::whole, "a whole number", "4", &no_units},
    {Quantity::number, "a plain number", "0.55", &no_units},
    {Quantity::share, "a share", "25 %", &shares},
    {Quantity::duration, "a duration", "30 min", &times},
    {Quantity::gpu_time, "an amount of work", "8 gpu-h", &gpu_times},
    {Quantity::bytes, "a size", "20 GB", &sizes},
    {Quantity::bandwidth, "a bandwidth", "1 GB/s", &bandwidths},
    {Quantity::amount, "an amount", "7 B", &multitudes},
    {Quantity::flops, "a computing power", "312 TFLOPS", &computing_powers},
    {Quantity::power, "a power", "450 W", &powers},
    {Quantity::rate, "a rate", "6 / week", &rates},
    {Quantity::money, "an amount of money", "3600 USD", &amounts},
    {Quantity::machine_price, "a price", "2.49 USD/gpu-h", &machine_prices},
    {Quantity::rent, "an amount a time", "15 USD/month", &rents},
    {Quantity::tariff, "an electricity price", "0.16 USD/kWh", &tariffs},
    {Quantity::bound, "a plain number (its unit is in the metric's name)", "20000", &no_units},
    {Quantity::same, "a value", "", &no_units},
    {Quantity::emission, "an emission", "380 g/kWh", &emissions},
    {Quantity::volume_price, "a price of data", "0.09 USD/GB", &volume_prices},
    {Quantity::storage_price, "a price of storage", "0.023 USD/GB-month", &storage_prices},
}};

const Description& description_of(Quantity quantity) {
    return *std::find_if(descriptions.begin(), descriptions.end(),
                         [&](const Description& each) { return each.quantity == quantity; });
}

// What people write for the units above.
const std::map<std::string_view, std::string_view> habits{{"sec", "s"},
                                                          {"secs", "s"},
                                                          {"second", "s"},
                                                          {"seconds", "s"},
                                                          {"m", "min"},
                                                          {"mins", "min"},
                                                          {"minute", "min"},
                                                          {"minutes", "min"},
                                                          {"hr", "h"},
                                                          {"hrs", "h"},
                                                          {"hour", "h"},
                                                          {"hours", "h"},
                                                          {"day", "d"},
                                                          {"days", "d"},
                                                          {"w", "week"},
                                                          {"weeks", "week"},
                                                          {"mo", "month"},
                                                          {"months", "month"},
                                                          {"y", "year"},
                                                          {"yr", "year"},
                                                          {"years", "year"},
                                                          {"gpu-hours", "gpu-h"},
                                                          {"gpuh", "gpu-h"},
                                                          {"G", "GB"},
                                                          {"Gi", "GiB"},
                                                          {"M", "MB"},
                                                          {"T", "TB"},
                                                          {"USD/gpu", "USD/gpu-h"},
                                                          {"USD/hr", "USD/h"},
                                                          {"USD/hour", "USD/h"},
                                                          {"USD/gpu-hour", "USD/gpu-h"},
                                                          {"/hour", "/h"},
                                                          {"/hr", "/h"},
                                                          {"/day", "/d"}};

const Unit* find_unit(Quantity quantity, std::string_view name) {
    const auto& units = units_of(quantity);
    const auto at =
        std::find_if(units.begin(), units.end(), [&](const Unit& each) { return each.name == name; });
    return at == units.end() ? nullptr : &*at;
}

std::string unit_suggestion(Quantity quantity, const std::string& name) {
    std::vector<std::string> known;
    for (const Unit& unit : units_of(quantity)) {
        known.emplace_back(unit.name);
    }
    const auto habit = habits.find(name);
    if (habit != habits.end() && find_unit(quantity, habit->second) != nullptr) {
        return fmt::format("did you mean `{}`?", habit->second);
    }
    if (const auto near = nearest(name, known)) {
        return fmt::format("did you mean `{}`?", *near);
    }
    return fmt::format("known: {}", fmt::join(known, ", "));
}

// The quantity that a unit belongs to, where it is not the one that was asked for.
std::optional<Quantity> owner_of(std::string_view unit) {
    for (const Description& each : descriptions) {
        // K, M, B and T are slips for sizes rather than amounts.
        if (each.quantity != Quantity::amount && find_unit(each.quantity, unit) != nullptr) {
            return each.quantity;
        }
    }
    return std::nullopt;
}

std::string without_blanks(std::string_view text) {
    std::string result{text};
    result.erase(std::remove_if(result.begin(), result.end(), [](char c) { return c == ' ' || c == '\t'; }),
                 result.end());
    return result;
}

std::string missing_unit(std::string_view text, Quantity quantity) {
    const auto& units = units_of(quantity);
    const std::string list =
        units.size() > 1 ? fmt::format(" (units: {})", unit_list(quantity)) : std::string{};
    return fmt::format("`{}` has no unit; expected {}{}", shortened(text), described(quantity), list);
}

std::string wrong_unit(std::string_view text, const std::string& unit, Quantity quantity) {
    if (units_of(quantity).empty()) {
        return fmt::format("expected {}, found `{}`", described(quantity), shortened(text));
    }
    if (const auto other = owner_of(unit)) {
        return fmt::format("expected {}, found {}: `{}`", described(quantity), description_of(*other).noun,
                           shortened(text));
    }
    return fmt::format("expected {}; the unit `{}` is unknown; {}", described(quantity), shortened(unit),
                       unit_suggestion(quantity, unit));
}

}  // namespace

const std::vector<Unit>& units_of(Quantity quantity) { return *description_of(quantity).units; }

std::string described(Quantity quantity) {
    const Description& known = description_of(quantity);
    return known.example.empty() ? std::string{known.noun}
                                 : fmt::format("{} such as `{}`", known.noun, known.example);
}

std::string unit_list(Quantity quantity) {
    std::vector<std::string_view> names;
    for (const Unit& unit : units_of(quantity)) {
        names.push_back(unit.name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string written(Quantity quantity, double base_value) {
    const auto& units = units_of(quantity);
    if (units.empty()) {
        return fmt::format("{}", base_value);
    }
    const auto size = [](const Unit& unit) { return unit.factor / static_cast<double>(unit.per); };
    const Unit* best = &units.front();
    for (const Unit& unit : units) {
        const double count = base_value / size(unit);
        if (size(unit) > size(*best) && count >= 1 && count == std::floor(count)) {
            best = &unit;
        }
    }
    return fmt::format("{:.10g} {}", base_value / size(*best), best->name);
}

double Measure::value() const {
    return unit != nullptr ? number.value * unit->factor / static_cast<double>(unit->per) : number.value;
}

Measure read_measure(std::string_view text, Quantity quantity) {
    Measure measure;
    std::string_view rest = text;
    while (!rest.empty() && rest.front() == ' ') {
        rest.remove_prefix(1);
    }
    const bool negative_dollar = rest.starts_with("-$");
    const bool dollar = negative_dollar || rest.starts_with('$');
    std::string number_text{rest};
    if (dollar) {
        number_text = (negative_dollar ? "-" : "") + without_blanks(rest.substr(negative_dollar ? 2 : 1));
    }
    const DecimalPrefix number = read_decimal(number_text);
    if (!number.problem.empty()) {
        measure.problem =
            fmt::format("`{}` {}; expected {}", shortened(text), number.problem, described(quantity));
        return measure;
    }
    if (!number.number) {
        measure.problem = fmt::format("expected {}, found `{}`", described(quantity), shortened(text));
        return measure;
    }
    measure.number = *number.number;
    const std::string unit =
        (dollar ? "USD" : "") + without_blanks(std::string_view{number_text}.substr(number.length));
    if (unit.empty() && !units_of(quantity).empty()) {
        measure.problem = missing_unit(text, quantity);
    } else if (!unit.empty()) {
        measure.unit = find_unit(quantity, unit);
        measure.problem = measure.unit == nullptr ? wrong_unit(text, unit, quantity) : std::string{};
    }
    return measure;
}

}  // namespace trainyard
