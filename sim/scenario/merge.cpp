#include "sim/scenario/merge.hpp"

#include <algorithm>
#include <string>

#include "sim/scenario/keys.hpp"

namespace trainyard {

namespace {

bool is_alternative(const Key* key) {
    return key != nullptr && (key->need == Need::one_of || key->need == Need::at_most_one);
}

bool has_alternative_to(const Node& top, std::string_view field, std::string_view row) {
    if (!is_alternative(find_key(row, field))) {
        return false;
    }
    return std::any_of(top.entries.begin(), top.entries.end(),
                       [&](const Entry& entry) { return is_alternative(find_key(row, entry.key)); });
}

// `levels` of keys are merged one by one before fields are.
void merge_levels(Node& top, const Node& base, int levels, const std::string& row) {
    if (levels == 0) {
        merge_fields(top, base, row);
        return;
    }
    for (const Entry& entry : base.entries) {
        Entry* own = top.find(entry.key);
        if (own == nullptr) {
            top.entries.push_back(entry);
        } else if (own->value.is_mapping() && entry.value.is_mapping()) {
            const Key* key = find_key(row, entry.key);
            merge_levels(own->value, entry.value, levels - 1, key == nullptr ? entry.key : key->path);
        }
    }
}

// Levels of names between a section and the fields in it; nothing for what is replaced whole.
int levels_in(std::string_view section) {
    if (section == "fleet") {
        return 2;
    }
    const bool named =
        section == "gpus" || section == "jobs" || section == "workload" || section == "strategies";
    return named ? 1 : section == "study" || section == "profiles" ? 0 : -1;
}

bool stays_at_home(std::string_view section) {
    return section == "name" || section == "question" || section == "expect";
}

}  // namespace

void merge_fields(Node& top, const Node& base, std::string_view row) {
    const std::size_t own = top.entries.size();
    for (const Entry& entry : base.entries) {
        const auto end = top.entries.begin() + static_cast<std::ptrdiff_t>(own);
        const bool given =
            std::any_of(top.entries.begin(), end, [&](const Entry& each) { return each.key == entry.key; });
        if (!given && !has_alternative_to(top, entry.key, row)) {
            top.entries.push_back(entry);
        }
    }
}

void merge_scenario(Node& top, const Node& base) {
    for (const Entry& entry : base.entries) {
        Entry* own = top.find(entry.key);
        const int levels = levels_in(entry.key);
        if (own == nullptr && !stays_at_home(entry.key)) {
            top.entries.push_back(entry);
        } else if (own != nullptr && levels >= 0 && own->value.is_mapping() && entry.value.is_mapping()) {
            merge_levels(own->value, entry.value, levels, entry.key);
        }
    }
}

}  // namespace trainyard
