#include "sim/scenario/used_pools.hpp"

#include <algorithm>

namespace trainyard {

namespace {

void add_pools(const Node& strategy, std::set<std::string>& names) {
    const Entry* pools = strategy.find("pools");
    for (const Node& item : pools == nullptr ? std::vector<Node>{} : pools->value.items) {
        const Entry* named = item.is_mapping() ? item.find("pool") : nullptr;
        const Node& name = named == nullptr ? item : named->value;
        if (name.is_scalar()) {
            names.insert(name.text);
        }
    }
}

}  // namespace

std::set<std::string> used_pools(const Node& tree) {
    std::set<std::string> names;
    if (const Entry* strategies = tree.find("strategies")) {
        for (const Entry& strategy : strategies->value.entries) {
            add_pools(strategy.value, names);
        }
    }
    return names;
}

bool leads_into_unused_pool(std::string_view path, const std::set<std::string>& used) {
    constexpr std::string_view fleet = "fleet.";
    const std::size_t kind_ends =
        path.starts_with(fleet) ? path.find('.', fleet.size()) : std::string_view::npos;
    if (kind_ends == std::string_view::npos) {
        return false;
    }
    const std::string_view rest = path.substr(kind_ends + 1);  // a pool's name may have dots in it
    return std::none_of(used.begin(), used.end(), [rest](const std::string& name) {
        return rest.starts_with(name) && (rest.size() == name.size() || rest[name.size()] == '.');
    });
}

}  // namespace trainyard
