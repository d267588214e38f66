#include "sim/scenario/catalogue_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/scenario/units.hpp"

namespace trainyard {

namespace {

// A value on one line, as YAML has it.
std::string flow(const Node& node) {
    std::string text;
    if (node.is_scalar()) {
        return node.text;
    }
    for (const Node& item : node.items) {
        text += (text.empty() ? "" : ", ") + flow(item);
    }
    for (const Entry& entry : node.entries) {
        text += (text.empty() ? "" : ", ") + entry.key + ": " + flow(entry.value);
    }
    return node.is_list() ? "[" + text + "]" : "{" + text + "}";
}

// The price of a rig, its parts added up.
std::string whole_price(const Node& price) {
    if (price.is_scalar()) {
        return price.text;
    }
    double usd = 0;
    for (const Entry& part : price.entries) {
        usd += read_measure(part.value.text, Quantity::money).value();
    }
    return fmt::format("{:.10g} USD", usd);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() || part.empty() ? part : ", " + part;
    }
    return text;
}

std::string with_key(const Node& entry, std::string_view key) {
    const std::string value = value_of(entry, key);
    return value.empty() ? "" : fmt::format("{} {}", key, value);
}

// "168 weights, 0.06 to 2.96": of a profile.
std::string weights_of(const Node& profile) {
    std::vector<double> weights;
    for (const Node& item : profile.items) {
        weights.push_back(read_measure(item.text, Quantity::number).value());
    }
    const auto [least, most] = std::minmax_element(weights.begin(), weights.end());
    return weights.empty() ? "" : fmt::format("{} weights, {} to {}", weights.size(), *least, *most);
}

std::string gpus_of(const Node& machine) {
    const std::string count = value_of(machine, "gpus");
    return (count.empty() ? "1" : count) + " " + value_of(machine, "gpu");
}

}  // namespace

std::string value_of(const Node& entry, std::string_view key) {
    const Entry* found = entry.find(key);
    return found == nullptr ? "" : flow(found->value);
}

std::string figures_of(std::string_view section, const Node& entry) {
    if (section == "gpus") {
        return joined({value_of(entry, "memory"), with_key(entry, "speed"), value_of(entry, "watts")});
    }
    if (section == "jobs") {
        const std::string gpus = value_of(entry, "gpus");
        return joined({(gpus.empty() ? "1" : gpus) + (gpus.empty() || gpus == "1" ? " GPU" : " GPUs"),
                       with_key(entry, "work"), with_key(entry, "duration")});
    }
    if (section == "profiles") {
        return weights_of(entry);
    }
    if (section == "fleet.rigs") {
        const Entry* price = entry.find("price");
        const Entry* power = entry.find("power");
        return joined({gpus_of(entry), price == nullptr ? "" : whole_price(price->value),
                       power == nullptr ? "" : value_of(power->value, "busy"),
                       power == nullptr ? "" : value_of(power->value, "electricity")});
    }
    const Entry* interruptions = entry.find("interruptions");
    return joined({gpus_of(entry), value_of(entry, "price"),
                   interruptions == nullptr            ? ""
                   : interruptions->value.is_mapping() ? with_key(interruptions->value, "rate")
                                                       : flow(interruptions->value),
                   interruptions == nullptr ? "" : with_key(interruptions->value, "per_month")});
}

}  // namespace trainyard
