#include "analysis/logs/price_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

std::string in_lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

// A name made of lower-case letters, digits and single dashes.
std::string pool_name(const std::string& text) {
    std::string name;
    for (const char letter : in_lower_case(text)) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) {
            name += letter;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    while (name.ends_with('-')) {
        name.pop_back();
    }
    return name;
}

// The catalogue's name of a GPU type of SkyPilot's; of others the name in lower case.
std::string catalogue_name(const std::string& gpu) {
    static const std::map<std::string, std::string> names{{"a100", "a100-40gb"},   {"a100-80gb", "a100-80gb"},
                                                          {"h100", "h100-80gb"},   {"rtx3090", "rtx-3090"},
                                                          {"rtx4090", "rtx-4090"}, {"rtx5090", "rtx-5090"}};
    const auto found = names.find(in_lower_case(gpu));
    return found == names.end() ? pool_name(gpu) : found->second;
}

struct Offer {
    int gpus = 1;
    double usd_per_h = 0;
};
using Offers = std::map<std::string, Offer>;

// True when there was one of that name already: the cheaper of the two stays.
bool add_offer(Offers& offers, const std::string& name, const Offer& offer) {
    const auto [place, is_new] = offers.emplace(name, offer);
    if (!is_new && offer.usd_per_h < place->second.usd_per_h) {
        place->second = offer;
    }
    return !is_new;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char letter : printable(text)) {
        result += letter == '"' || letter == '\\' ? std::string{'\\', letter} : std::string{letter};
    }
    return result + "\"";
}

std::string pools_text(const Offers& offers, const std::string& gpu, const PriceChoice& choice,
                       const std::string& interruptions) {
    std::string text;
    for (const auto& [name, offer] : offers) {
        text += fmt::format("    {}:\n      gpu: {}\n      gpus: {}\n      price: {} USD/h\n", name, gpu,
                            offer.gpus, offer.usd_per_h);
        text += interruptions.empty() ? "" : "      interruptions: " + interruptions + "\n";
        text += "      source: " + quoted(choice.source) + "\n";
        text += choice.as_of.empty() ? "" : "      as_of: " + choice.as_of + "\n";
    }
    return text;
}

std::string yaml_of(const Offers& on_demand, const Offers& spot, const PriceChoice& choice) {
    const std::string gpu = choice.as.value_or(catalogue_name(choice.gpu));
    std::string text = "trainyard: 1\ninclude: [catalogue:gpus]\n\nfleet:\n";
    if (!on_demand.empty()) {
        text += "  on_demand:\n" + pools_text(on_demand, gpu, choice, "");
    }
    if (!spot.empty()) {
        text += choice.interruptions
                    ? ""
                    : "  # The list does not say how often instances are taken back: put in what you know.\n";
        text += "  spot:\n" + pools_text(spot, gpu, choice, choice.interruptions.value_or("none"));
    }
    return text;
}

}  // namespace

PricePools pools_of(const PriceList& list, const PriceChoice& choice) {
    PricePools pools;
    Offers on_demand, spot;
    std::set<std::string> gpus, regions;
    for (const ListedPrice& row : list.rows) {
        gpus.insert(row.gpu);
        if (in_lower_case(row.gpu) != in_lower_case(choice.gpu)) {
            continue;
        }
        regions.insert(row.region);
        if (choice.region && row.region != *choice.region) {
            continue;
        }
        if (row.usd_per_h) {
            // The same in all zones of a region: several zones are no several offers.
            add_offer(on_demand, pool_name(row.instance_type + "-" + row.region), {row.gpus, *row.usd_per_h});
        }
        if (row.spot_usd_per_h) {
            const std::string place = row.zone.empty() ? row.region : row.zone;
            const bool again = add_offer(spot, pool_name(row.instance_type + "-" + place + "-spot"),
                                         {row.gpus, *row.spot_usd_per_h});
            pools.dearer += again ? 1 : 0;
        }
    }
    pools.gpus.assign(gpus.begin(), gpus.end());
    pools.regions.assign(regions.begin(), regions.end());
    pools.on_demand = on_demand.size();
    pools.spot = spot.size();
    if (pools.on_demand + pools.spot > 0) {
        pools.yaml = yaml_of(on_demand, spot, choice);
    }
    return pools;
}

}  // namespace trainyard
